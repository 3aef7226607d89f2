use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contributions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub table_id: Uuid,
    pub author_id: Option<Uuid>,
    pub channel: String,
    pub title: String,
    pub body: String,
    pub search: String,
    pub place: Option<String>,
    pub document_id: Option<Uuid>,
    pub moderation: String,
    pub visible: bool,
    pub evaluation: String,
    pub answered: bool,
    pub answer: String,
    pub answered_at: Option<DateTimeUtc>,
    pub supports_count: i32,
    pub comments_count: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub sent_key: Option<String>,
    pub answered_as: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
