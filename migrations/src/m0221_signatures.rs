//! A document says how many signed it, of how many who are awaited.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::integer};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["signatures_given", "signatures_awaited"] {
            let column = integer(name).default(0).to_owned();
            manager.alter_table(Table::alter().table("documents").add_column(column).to_owned()).await?;
        }
        // What was marked as signed so far was not counted: it counts as one of one.
        lower(manager, &["documents"]).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "UPDATE documents SET signatures_given = 1, signatures_awaited = 1 WHERE state = 'signed'",
            )
            .await?;
        restore(manager, &["documents"]).await
    }
}
