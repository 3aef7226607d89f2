//! What a party sent back signed is a kind of its own, which nobody may publish.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: [&str; 3] = ["documents", "agreement_parties", "agreement_signatures"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        lower(manager, &TABLES).await?;
        let sql = "UPDATE documents SET kind = 'signed_agreement', visibility = 'private'
             WHERE kind = 'agreement' AND (
               EXISTS (SELECT 1 FROM agreement_parties party
                       WHERE party.tenant_id = documents.tenant_id AND party.document_id = documents.id)
               OR EXISTS (SELECT 1 FROM agreement_signatures given
                          WHERE given.tenant_id = documents.tenant_id AND given.document_id = documents.id))";
        manager.get_connection().execute_unprepared(sql).await?;
        restore(manager, &TABLES).await
    }
}
