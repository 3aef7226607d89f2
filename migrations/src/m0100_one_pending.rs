//! One request for more time of a process is open at a time, as a draft or waiting for its answer.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        lower(manager, &["extensions"]).await?;
        // Of several the oldest stays open, the others have lapsed.
        db.execute_unprepared(
            "UPDATE extensions SET state = 'lapsed' WHERE state IN ('draft', 'requested') AND EXISTS (
               SELECT 1 FROM extensions older
               WHERE older.tenant_id = extensions.tenant_id AND older.process_id = extensions.process_id
                 AND older.state IN ('draft', 'requested') AND older.id < extensions.id)",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX extensions_one_open ON extensions (tenant_id, process_id)
               WHERE state IN ('draft', 'requested')",
        )
        .await?;
        restore(manager, &["extensions"]).await
    }
}
