//! The opinion of the table is about one content of the proposal document.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("ALTER TABLE proposal_documents ADD COLUMN opinion_hash text").await?;
        let tables = ["proposal_documents", "proposal_document_versions"];
        lower(manager, &tables).await?;
        // Opinions given so far are about what was submitted, or else about the newest text.
        db.execute_unprepared(
            "UPDATE proposal_documents SET opinion_hash = COALESCE(submitted_hash, (
               SELECT newest.sha256 FROM proposal_document_versions newest
               WHERE newest.tenant_id = proposal_documents.tenant_id
                 AND newest.process_id = proposal_documents.process_id
                 AND newest.number = proposal_documents.version))
             WHERE opinion IS NOT NULL",
        )
        .await?;
        restore(manager, &tables).await
    }
}
