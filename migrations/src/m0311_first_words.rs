//! Whether a tenant wants the first words of new people read before everybody reads them.

use sea_orm_migration::{prelude::*, schema::boolean};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let held = boolean("holds_first").default(false).to_owned();
        manager.alter_table(Table::alter().table("tenants").add_column(held).to_owned()).await
    }
}
