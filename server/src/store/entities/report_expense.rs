use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_expenses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub category: String,
    pub supplier: String,
    pub act: Option<String>,
    pub invoice: String,
    pub net_cents: i64,
    pub vat_cents: i64,
    pub vat_deductible: bool,
    pub paid_on: Option<Date>,
    pub proof: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
