use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal_documents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub process_id: Uuid,
    pub state: String,
    pub version: i32,
    pub submitted_hash: Option<String>,
    pub verdict: Option<String>,
    pub opinion: Option<String>,
    pub opinion_on: Option<Date>,
    pub opinion_notes: String,
    pub opinion_hash: Option<String>,
    pub override_reason: Option<String>,
    pub override_hash: Option<String>,
    pub question_hash: Option<String>,
    pub question_on: Option<Date>,
    pub question_refusal: Option<String>,
    pub submitted_on: Option<Date>,
    pub decided_on: Option<Date>,
    pub sent_on: Option<Date>,
    pub published_on: Option<Date>,
    pub updated_at: DateTimeUtc,
    pub given: String,
}

impl ActiveModelBehavior for ActiveModel {}
