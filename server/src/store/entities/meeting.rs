use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub body_kind: String,
    pub body_id: Uuid,
    pub organ_id: Option<Uuid>,
    pub table_id: Option<Uuid>,
    pub number: i32,
    pub title: String,
    pub starts_at: DateTimeUtc,
    pub mode: String,
    pub place: Option<String>,
    pub link: Option<String>,
    pub agenda: String,
    pub state: String,
    pub convened_at: Option<DateTimeUtc>,
    pub reason: Option<String>,
    pub women: Option<i32>,
    pub men: Option<i32>,
    pub undeclared: Option<i32>,
    pub minutes_published_on: Option<Date>,
    pub places: Option<i32>,
    pub registration_closes_at: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
