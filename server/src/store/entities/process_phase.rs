use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "process_phases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub process_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub phase: String,
    pub planned_from: Option<Date>,
    pub planned_to: Option<Date>,
    pub first_planned_to: Option<Date>,
    pub actual_from: Option<Date>,
    pub actual_to: Option<Date>,
    pub activities: String,
    pub outputs: String,
    pub moved_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
