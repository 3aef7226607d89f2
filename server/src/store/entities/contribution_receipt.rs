use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contribution_receipts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: Uuid,
    pub key_hash: String,
    pub source: String,
    pub entered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
