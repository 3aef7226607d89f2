//! Requests for more time say of which path and under which rules, so that the guarantor's queue can list them.

use crate::wall::{lower, platform_reads_where, restore};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string("process_title").default("").to_owned(), string("rules").default("").to_owned()] {
            manager.alter_table(Table::alter().table("extensions").add_column(column).to_owned()).await?;
        }
        fill(manager).await?;
        let waiting =
            Index::create().name("extensions_waiting").table("extensions").col("state").col("end_before").to_owned();
        manager.create_index(waiting).await?;
        platform_reads_where(manager, "extensions", "state = 'requested'").await
    }
}

/// Requests that were there before.
async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let of = "FROM processes p WHERE p.tenant_id = extensions.tenant_id AND p.id = extensions.process_id";
    let fill = format!(
        "UPDATE extensions SET process_title = (SELECT p.title {of}), \
         rules = (SELECT p.pack_key || '/' || p.pack_version {of})"
    );
    let tables = ["extensions", "processes"];
    lower(manager, &tables).await?;
    manager.get_connection().execute_unprepared(&fill).await?;
    restore(manager, &tables).await
}
