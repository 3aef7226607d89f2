//! The audit log can be counted by its subject.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::create()
            .name("audit_entries_subject")
            .table("audit_entries")
            .col("tenant_id")
            .col("subject_id")
            .to_owned();
        manager.create_index(index).await
    }
}
