use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "process_deadlines")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub process_id: Uuid,
    pub slug: String,
    pub title: String,
    pub kind: String,
    pub due: Date,
    pub who: String,
    pub is_open: bool,
}

impl ActiveModelBehavior for ActiveModel {}
