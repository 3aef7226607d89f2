use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outcomes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub process_id: Uuid,
    pub state: String,
    pub act_body: String,
    pub act_number: String,
    pub act_on: Date,
    pub act_link: Option<String>,
    pub mentions_refusal: bool,
    pub notes: String,
    pub concluded_on: Date,
    pub due_on: Option<Date>,
    pub late_days: i32,
    pub communicated_on: Option<Date>,
    pub recorded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
