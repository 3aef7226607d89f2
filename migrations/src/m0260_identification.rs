//! How surely a tenant wants to know who acts.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let needs = text_null("needs");
        manager.alter_table(Table::alter().table("tenants").add_column(needs).to_owned()).await
    }
}
