use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_parties")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub agreement_id: Uuid,
    pub organisation: String,
    pub kind: String,
    pub email: String,
    pub capacity: String,
    pub signer: Option<String>,
    pub state: String,
    pub signed_version: Option<i32>,
    pub answered_at: Option<DateTimeUtc>,
    pub document_id: Option<Uuid>,
    pub key_hash: String,
    pub link_sent_at: DateTimeUtc,
    pub link_used_at: Option<DateTimeUtc>,
    pub language: String,
    pub removal_reason: Option<String>,
    pub taken_in_at: Option<DateTimeUtc>,
    pub taken_in_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
