//! Requests for more time say of which path and under which rules, so that the guarantor's queue can list them.

use crate::wall::platform_reads_where;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

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

/// Requests that were there before: the owner of the schema steps behind the wall for the length of this step.
async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let postgres = manager.get_database_backend() == DbBackend::Postgres;
    let db = manager.get_connection();
    let of = "FROM processes p WHERE p.tenant_id = extensions.tenant_id AND p.id = extensions.process_id";
    let fill = format!(
        "UPDATE extensions SET process_title = (SELECT p.title {of}), \
         rules = (SELECT p.pack_key || '/' || p.pack_version {of})"
    );
    if postgres {
        db.execute_unprepared(
            "ALTER TABLE extensions NO FORCE ROW LEVEL SECURITY; ALTER TABLE processes NO FORCE ROW LEVEL SECURITY;",
        )
        .await?;
    }
    db.execute_unprepared(&fill).await?;
    if postgres {
        db.execute_unprepared(
            "ALTER TABLE extensions FORCE ROW LEVEL SECURITY; ALTER TABLE processes FORCE ROW LEVEL SECURITY;",
        )
        .await?;
    }
    Ok(())
}
