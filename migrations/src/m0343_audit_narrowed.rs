//! The audit log of one person, of one thing, and of what was refused: each read from an index in the order of the page.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("audit_entries_subject").table("audit_entries").to_owned()).await?;
        for (name, column) in [("audit_entries_of_subject", "subject_id"), ("audit_entries_of_actor", "actor_id")] {
            let narrowed = Index::create()
                .name(name)
                .table("audit_entries")
                .col("tenant_id")
                .col(column)
                .col("at")
                .col("id")
                .to_owned();
            manager.create_index(narrowed).await?;
        }
        let refused = Index::create()
            .name("audit_entries_refused")
            .table("audit_entries")
            .col("tenant_id")
            .col("at")
            .col("id")
            .and_where(Expr::col("refused").eq(true))
            .to_owned();
        manager.create_index(refused).await
    }
}
