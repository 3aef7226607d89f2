//! A request for more time waits while its process is suspended, and is over when its process is: nobody could answer it.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::boolean};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let paused = boolean("paused").default(false).to_owned();
        manager.alter_table(Table::alter().table("extensions").add_column(paused).to_owned()).await?;
        settle(manager).await?;
        let waiting = Index::create()
            .name("extensions_queue")
            .table("extensions")
            .col("state")
            .col("paused")
            .col("end_before")
            .col("id")
            .to_owned();
        manager.create_index(waiting).await
    }
}

/// The open requests of processes that were suspended or ended before.
async fn settle(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let open = |change: &str, stages: &str| {
        format!(
            "UPDATE extensions SET {change}, version = version + 1 WHERE state IN ('draft', 'requested') \
             AND EXISTS (SELECT 1 FROM processes p WHERE p.tenant_id = extensions.tenant_id \
                         AND p.id = extensions.process_id AND p.stage IN ({stages}))"
        )
    };
    let tables = ["extensions", "processes"];
    lower(manager, &tables).await?;
    let db = manager.get_connection();
    db.execute_unprepared(&open("paused = TRUE", "'suspended'")).await?;
    let over = "'concluded', 'impact', 'monitored', 'archived', 'withdrawn'";
    db.execute_unprepared(&open("state = 'lapsed'", over)).await?;
    restore(manager, &tables).await
}
