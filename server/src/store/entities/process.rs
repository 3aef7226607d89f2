use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "processes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub pack_key: String,
    pub pack_version: i32,
    pub stage: String,
    pub interrupted_stage: Option<String>,
    pub sheet: String,
    pub duration: Option<i32>,
    pub planned_start: Option<Date>,
    pub started_on: Option<Date>,
    pub start_action: Option<String>,
    pub start_link: Option<String>,
    pub start_signed: bool,
    pub start_limit: Option<Date>,
    pub original_end: Option<Date>,
    pub authorised_end: Option<Date>,
    pub contributions_close: Option<Date>,
    pub concluded_on: Option<Date>,
    pub fictional_note: String,
    pub created_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
