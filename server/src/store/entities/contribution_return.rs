use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contribution_returns")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub gone_id: Uuid,
    pub gone_title: String,
    pub kind: String,
    pub role: String,
    pub reason: String,
    pub returned_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
