//! What the platform deleted by itself: how much of each kind on each day, and nothing of what it was.

use crate::wall::{Rights, keyed_by, raise};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let deletions = keyed_by("deletions", &["day", "kind"])
            .col(date("day"))
            .col(string_len("kind", 40))
            .col(big_integer("removed"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        raise(manager, deletions, Rights::Full).await
    }
}
