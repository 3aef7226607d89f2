use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organ_remarks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub member_id: Uuid,
    pub kind: String,
    pub title: String,
    pub text: String,
    pub filed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
