use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "synthesis_sources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub synthesis_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
