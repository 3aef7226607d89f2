use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extensions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub state: String,
    pub reasons: String,
    pub progress: String,
    pub timetable: String,
    pub until: Date,
    pub end_before: Date,
    pub days_asked: i32,
    pub requested_on: Option<Date>,
    pub request_document_id: Option<Uuid>,
    pub decided_on: Option<Date>,
    pub decided_as: Option<String>,
    pub granted_days: i32,
    pub end_after: Option<Date>,
    pub note: String,
    pub act: String,
    pub decision_document_id: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub version: i32,
    pub process_title: String,
    pub rules: String,
    pub paused: bool,
}

impl ActiveModelBehavior for ActiveModel {}
