//! One request for more time of a process waits for its answer at a time.

use crate::wall::on_postgres;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        // The owner, too, stands behind the wall: it steps in front of it for what follows.
        on_postgres(manager, "ALTER TABLE extensions NO FORCE ROW LEVEL SECURITY;").await?;
        // Of several the oldest waits on, the others are drafts again.
        db.execute_unprepared(
            "UPDATE extensions SET state = 'draft', requested_on = NULL WHERE state = 'requested' AND EXISTS (
               SELECT 1 FROM extensions older
               WHERE older.tenant_id = extensions.tenant_id AND older.process_id = extensions.process_id
                 AND older.state = 'requested' AND older.id < extensions.id)",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX extensions_one_pending ON extensions (tenant_id, process_id) WHERE state = 'requested'",
        )
        .await?;
        on_postgres(manager, "ALTER TABLE extensions FORCE ROW LEVEL SECURITY;").await
    }
}
