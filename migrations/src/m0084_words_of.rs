//! The words of one contribution: whether it holds the beginning of a word is asked of each row of a list.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let of = Index::create()
            .name("contribution_words_of")
            .table("contribution_words")
            .col("tenant_id")
            .col("contribution_id")
            .col("word")
            .to_owned();
        manager.create_index(of).await
    }
}
