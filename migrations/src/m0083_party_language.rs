//! The language in which a party is written to, and why its invitation was taken back.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string("language").default("it").to_owned(), text_null("removal_reason")] {
            manager.alter_table(Table::alter().table("agreement_parties").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
