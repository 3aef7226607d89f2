use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_identities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub provider_id: Uuid,
    pub subject_hash: String,
    pub fiscal_hash: Option<String>,
    pub level: String,
    pub created_at: DateTimeUtc,
    pub seen_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
