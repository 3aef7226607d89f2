//! An act is registered once: of the same kind, body, number and date there is one in a path.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::string_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("acts").add_column(string_null("registered")).to_owned()).await?;
        lower(manager, &["acts"]).await?;
        let db = manager.get_connection();
        db.execute_unprepared(
            "UPDATE acts SET registered = kind || '/' || CAST(dated AS TEXT) || '/' || number || '/' || body",
        )
        .await?;
        // Of equal ones the oldest keeps its place: acts are not deleted.
        db.execute_unprepared(
            "UPDATE acts SET registered = NULL
             WHERE EXISTS (
               SELECT 1 FROM acts older
               WHERE older.tenant_id = acts.tenant_id AND older.process_id = acts.process_id
                 AND older.registered = acts.registered AND older.id < acts.id)",
        )
        .await?;
        db.execute_unprepared("CREATE UNIQUE INDEX acts_registered_once ON acts (tenant_id, process_id, registered)")
            .await?;
        restore(manager, &["acts"]).await
    }
}
