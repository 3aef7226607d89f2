use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "process_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub at: DateTimeUtc,
    pub step: String,
    pub stage: String,
    pub role: String,
    pub note: String,
    pub public: bool,
    pub document_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
