//! A submission waits while its process is suspended: nobody could answer it.

use crate::wall::{lower, on_postgres, restore};
use sea_orm_migration::{prelude::*, schema::boolean};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let paused = boolean("paused").default(false).to_owned();
        manager.alter_table(Table::alter().table("validation_rounds").add_column(paused).to_owned()).await?;
        let tables = ["validation_rounds", "processes"];
        lower(manager, &tables).await?;
        let suspended = "UPDATE validation_rounds SET paused = TRUE WHERE EXISTS (SELECT 1 FROM processes p \
                         WHERE p.tenant_id = validation_rounds.tenant_id AND p.id = validation_rounds.process_id \
                         AND p.stage = 'suspended')";
        manager.get_connection().execute_unprepared(suspended).await?;
        restore(manager, &tables).await?;
        on_postgres(manager, "GRANT UPDATE (paused) ON validation_rounds TO tavolo_app;").await
    }
}
