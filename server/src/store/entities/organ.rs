use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organs")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub kind: String,
    pub rules: String,
    pub constituted_on: Date,
    pub created_at: DateTimeUtc,
    pub comment_days: Option<i32>,
    pub quorum: String,
    pub admission: String,
    pub rules_version: i32,
    pub rules_since: Option<Date>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
