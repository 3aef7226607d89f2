use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "validation_rounds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub number: i32,
    pub tenant_name: String,
    pub process_title: String,
    pub content: String,
    pub sha256: String,
    pub checks: String,
    pub submitted_at: DateTimeUtc,
    pub closed_on: Option<Date>,
    pub paused: bool,
}

impl ActiveModelBehavior for ActiveModel {}
