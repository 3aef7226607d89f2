use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "final_reports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub process_id: Uuid,
    pub version: i32,
    pub texts: String,
    pub private_annex: String,
    pub submitted_on: Option<Date>,
    pub updated_at: DateTimeUtc,
    pub cost_cents: Option<i64>,
    pub grant_cents: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
