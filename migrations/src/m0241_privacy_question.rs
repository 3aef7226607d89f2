//! The proposal document keeps what the privacy officer was asked about it, and when.

use sea_orm_migration::{
    prelude::*,
    schema::{date_null, string_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string_null("question_hash"), date_null("question_on")] {
            let table = Table::alter().table("proposal_documents").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
