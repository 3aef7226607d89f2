//! A role is held once; the platform sees only mail that was given up.

use crate::wall::{lower, on_postgres, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let tables = ["role_grants", "mails"];
        lower(manager, &tables).await?;
        // Of equal grants the oldest stays: ids grow with time.
        db.execute_unprepared(
            "DELETE FROM role_grants WHERE EXISTS (
               SELECT 1 FROM role_grants older
               WHERE older.tenant_id = role_grants.tenant_id AND older.person_id = role_grants.person_id
                 AND older.role = role_grants.role AND older.id < role_grants.id
                 AND (older.process_id = role_grants.process_id
                      OR (older.process_id IS NULL AND role_grants.process_id IS NULL)))",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX role_grants_once_tenant ON role_grants (tenant_id, person_id, role)
             WHERE process_id IS NULL",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX role_grants_once_process ON role_grants (tenant_id, person_id, role, process_id)
             WHERE process_id IS NOT NULL",
        )
        .await?;
        // What was sent is read by nobody again: its codes and links leave the database.
        db.execute_unprepared("UPDATE mails SET body = '' WHERE state IN ('sent', 'dead')").await?;
        on_postgres(
            manager,
            "DROP POLICY platform_reads ON mails;
             CREATE POLICY platform_reads ON mails FOR SELECT
               USING (current_setting('tavolo.platform', true) = 'on' AND state = 'dead');",
        )
        .await?;
        restore(manager, &tables).await
    }
}
