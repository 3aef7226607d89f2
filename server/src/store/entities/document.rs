use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "documents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Option<Uuid>,
    pub kind: String,
    pub title: String,
    pub file_name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub visibility: String,
    pub state: String,
    pub protocol: Option<String>,
    pub dated: Date,
    pub created_at: DateTimeUtc,
    pub version: i32,
    pub signatures_given: i32,
    pub signatures_awaited: i32,
    pub registered: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
