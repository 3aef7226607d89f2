use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contribution_id: Uuid,
    pub author_id: Option<Uuid>,
    pub body: String,
    pub moderation: String,
    pub visible: bool,
    pub created_at: DateTimeUtc,
    pub thread_id: Option<Uuid>,
    pub thread_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
