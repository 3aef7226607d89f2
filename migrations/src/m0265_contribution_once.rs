//! The same proposal, sent twice, is one: the key under which it was sent, held once for each tenant.

use sea_orm_migration::{prelude::*, schema::string_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = string_null("sent_key").to_owned();
        manager.alter_table(Table::alter().table("contributions").add_column(column).to_owned()).await?;
        let once = Index::create()
            .name("contributions_once")
            .table("contributions")
            .col("tenant_id")
            .col("sent_key")
            .unique()
            .to_owned();
        manager.create_index(once).await
    }
}
