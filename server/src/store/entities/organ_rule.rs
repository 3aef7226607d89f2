use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organ_rules")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organ_id: Uuid,
    pub version: i32,
    pub rules: String,
    pub comment_days: Option<i32>,
    pub quorum: String,
    pub admission: String,
    pub since: Date,
    pub until: Date,
}

impl ActiveModelBehavior for ActiveModel {}
