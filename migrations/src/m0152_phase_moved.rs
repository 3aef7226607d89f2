//! A phase knows which extension moved its end.

use crate::wall::{lower, on_postgres, restore};
use sea_orm_migration::{prelude::*, schema::uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let column = uuid_null("moved_by");
        manager.alter_table(Table::alter().table("process_phases").add_column(column).to_owned()).await?;
        let tables = ["process_phases", "extensions"];
        lower(manager, &tables).await?;
        // So far the page led to the last one that was granted.
        db.execute_unprepared(
            "UPDATE process_phases SET moved_by = (
               SELECT e.id FROM extensions e
               WHERE e.tenant_id = process_phases.tenant_id AND e.process_id = process_phases.process_id
                 AND e.state IN ('granted', 'granted_reduced')
               ORDER BY e.decided_on DESC, e.id DESC LIMIT 1)
             WHERE first_planned_to IS NOT NULL",
        )
        .await?;
        on_postgres(
            manager,
            "ALTER TABLE process_phases ADD CONSTRAINT fk_process_phases_moved_by
             FOREIGN KEY (tenant_id, moved_by) REFERENCES extensions (tenant_id, id);",
        )
        .await?;
        restore(manager, &tables).await
    }
}
