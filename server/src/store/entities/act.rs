use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub kind: String,
    pub body: String,
    pub number: String,
    pub dated: Date,
    pub subject: String,
    pub link: Option<String>,
    pub document_id: Option<Uuid>,
    /// What makes it this act and no other in its path; none where an older one has the same.
    pub registered: Option<String>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
