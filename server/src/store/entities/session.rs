use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_hash: String,
    pub person_id: Uuid,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub level: String,
    pub provider_id: Option<Uuid>,
    pub subject_hash: Option<String>,
    pub sid_hash: Option<String>,
    pub id_token: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
