//! A number of a register stands on one document, unless its registration was cancelled.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::string_null, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: [&str; 2] = ["documents", "document_annotations"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let registered = string_null("registered");
        manager.alter_table(Table::alter().table("documents").add_column(registered).to_owned()).await?;
        lower(manager, &TABLES).await?;
        let word = |name: &str| match manager.get_database_backend() {
            DbBackend::Postgres => format!("(protocol::json->>'{name}')"),
            _ => format!("CAST(json_extract(protocol, '$.{name}') AS TEXT)"),
        };
        let key = format!("lower({}) || '/' || {} || '/' || {}", word("register"), word("year"), word("number"));
        let db = manager.get_connection();
        db.execute_unprepared(&format!(
            "UPDATE documents SET registered = {key}
             WHERE protocol IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM document_annotations said
               WHERE said.tenant_id = documents.tenant_id AND said.document_id = documents.id
                 AND said.kind = 'cancelled')"
        ))
        .await?;
        // Of equal ones the oldest keeps the number: a person says by an annotation which of them was wrong.
        db.execute_unprepared(
            "UPDATE documents SET registered = NULL
             WHERE EXISTS (
               SELECT 1 FROM documents older
               WHERE older.tenant_id = documents.tenant_id AND older.registered = documents.registered
                 AND older.id < documents.id)",
        )
        .await?;
        db.execute_unprepared("CREATE UNIQUE INDEX documents_registered_once ON documents (tenant_id, registered)")
            .await?;
        restore(manager, &TABLES).await
    }
}
