use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organ_members")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub organ_id: Uuid,
    pub organisation: String,
    pub kind: String,
    pub category: String,
    pub way: String,
    pub state: String,
    pub votes: bool,
    pub since: Option<Date>,
    pub why: Option<String>,
    pub reason: Option<String>,
    pub created_at: DateTimeUtc,
    pub invited_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
