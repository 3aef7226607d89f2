//! The region's deadlines tell no name of a path that is not public yet.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["process_deadlines", "processes"];
        lower(manager, &tables).await?;
        let unnamed = "UPDATE process_deadlines SET title = '', slug = '' WHERE EXISTS (SELECT 1 FROM processes p \
                       WHERE p.tenant_id = process_deadlines.tenant_id AND p.id = process_deadlines.process_id \
                       AND p.stage IN ('designed', 'ready'))";
        manager.get_connection().execute_unprepared(unnamed).await?;
        restore(manager, &tables).await
    }
}
