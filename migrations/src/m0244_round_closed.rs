//! A submission that waits for the guarantor is closed when its process is withdrawn: nobody can answer it any more.

use crate::wall::{lower, on_postgres, restore};
use sea_orm_migration::{prelude::*, schema::date_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let closed = date_null("closed_on");
        manager.alter_table(Table::alter().table("validation_rounds").add_column(closed).to_owned()).await?;
        close_withdrawn(manager).await?;
        // Of a submission the application may change this day alone.
        on_postgres(manager, "GRANT UPDATE (closed_on) ON validation_rounds TO tavolo_app;").await
    }
}

/// The submissions of processes that were withdrawn before, on the day of which their history tells.
async fn close_withdrawn(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let withdrawn = "FROM process_events e WHERE e.tenant_id = validation_rounds.tenant_id \
                     AND e.process_id = validation_rounds.process_id AND e.stage = 'withdrawn'";
    let close = format!(
        "UPDATE validation_rounds SET closed_on = COALESCE((SELECT MAX(DATE(e.at)) {withdrawn}), CURRENT_DATE) \
         WHERE EXISTS (SELECT 1 FROM processes p WHERE p.tenant_id = validation_rounds.tenant_id \
                       AND p.id = validation_rounds.process_id AND p.stage = 'withdrawn') \
         AND NOT EXISTS (SELECT 1 FROM validation_decisions d WHERE d.tenant_id = validation_rounds.tenant_id \
                         AND d.round_id = validation_rounds.id)"
    );
    let tables = ["validation_rounds", "validation_decisions", "processes", "process_events"];
    lower(manager, &tables).await?;
    manager.get_connection().execute_unprepared(&close).await?;
    restore(manager, &tables).await
}
