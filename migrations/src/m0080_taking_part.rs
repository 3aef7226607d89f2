//! What taking part needs: the words by which contributions are found, what each person has read, the declared age,
//! and the version of a synthesis that two people must not both change.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let age = Table::alter().table("people").add_column(integer_null("age_reached")).to_owned();
        manager.alter_table(age).await?;
        let version = Table::alter().table("syntheses").add_column(integer("version").default(1)).to_owned();
        manager.alter_table(version).await?;
        raise(manager, words(manager.get_database_backend()), Rights::Full).await?;
        raise(manager, reads(), Rights::Full).await
    }
}

/// One row for each word of a contribution. An ordinary index serves it: under row security PostgreSQL uses no index
/// of texts for conditions that might leak, and those of its full text search are among them.
fn words(backend: DbBackend) -> TableCreateStatement {
    let mut word = string_len("word", 40);
    let mut table = keyed_by("contribution_words", &["word", "contribution_id"]);
    if backend == DbBackend::Postgres {
        // Beginnings of words are ranges of bytes.
        word.extra("COLLATE \"C\"");
    } else {
        table.extra("WITHOUT ROWID");
    }
    table
        .col(word)
        .col(uuid("contribution_id"))
        .foreign_key(&mut within("contribution_words", "contribution_id", "contributions"))
        .to_owned()
}

fn reads() -> TableCreateStatement {
    keyed_by("contribution_reads", &["person_id", "contribution_id"])
        .col(uuid("person_id"))
        .col(uuid("contribution_id"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(&mut within("contribution_reads", "person_id", "people"))
        .foreign_key(&mut within("contribution_reads", "contribution_id", "contributions"))
        .to_owned()
}
