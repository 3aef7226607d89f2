//! The outcome goes with its process: followed once that is monitored, closed when that is archived.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["outcomes", "processes"];
        lower(manager, &tables).await?;
        for (stage, state) in [("monitored", "monitoring"), ("archived", "closed")] {
            manager
                .get_connection()
                .execute_unprepared(&format!(
                    "UPDATE outcomes SET state = '{state}' WHERE state IN ('communicated', 'monitoring') AND EXISTS (
                       SELECT 1 FROM processes p WHERE p.tenant_id = outcomes.tenant_id AND p.id = outcomes.process_id
                         AND p.stage = '{stage}')"
                ))
                .await?;
        }
        restore(manager, &tables).await
    }
}
