use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: Uuid,
    pub text: String,
    pub decisions: String,
    pub state: String,
    pub comments_until: Option<DateTimeUtc>,
    pub approved_on: Option<Date>,
    pub published_on: Option<Date>,
    pub approvals_fell_on: Option<Date>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
