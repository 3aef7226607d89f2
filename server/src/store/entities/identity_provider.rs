use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_providers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub version: i32,
    pub name: String,
    pub issuer: String,
    pub client_id: String,
    pub auth: String,
    pub scopes: String,
    pub acr_values: String,
    pub least: String,
    pub claims: String,
    pub secret: Option<String>,
    pub secret_since: Option<DateTimeUtc>,
    pub public_key: Option<String>,
    pub tried: Option<String>,
    pub tried_at: Option<DateTimeUtc>,
    pub tried_fault: Option<String>,
    pub offered: bool,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
