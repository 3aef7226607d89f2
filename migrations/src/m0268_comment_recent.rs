//! The comments of a tenant in the order in which they came, for who moderates them.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let recent = Index::create()
            .name("comments_recent")
            .table("comments")
            .col("tenant_id")
            .col("visible")
            .col("created_at")
            .col("id")
            .to_owned();
        manager.create_index(recent).await
    }
}
