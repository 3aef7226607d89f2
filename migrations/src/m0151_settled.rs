//! A submitted report keeps the cost and the grant on which it was settled.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for column in ["cost_cents", "grant_cents"] {
            db.execute_unprepared(&format!("ALTER TABLE final_reports ADD COLUMN {column} bigint")).await?;
        }
        let tables = ["final_reports", "processes"];
        lower(manager, &tables).await?;
        // Reports submitted so far were settled on the sheet as it stands.
        let of = |field: &str| match manager.get_database_backend() {
            DbBackend::Postgres => format!("(p.sheet::json ->> '{field}')::bigint"),
            _ => format!("json_extract(p.sheet, '$.{field}')"),
        };
        let of = |field: &str| {
            let value = of(field);
            format!(
                "(SELECT {value} FROM processes p \
                 WHERE p.tenant_id = final_reports.tenant_id AND p.id = final_reports.process_id)"
            )
        };
        let (cost, grant) = (of("budget_cents"), of("grant_cents"));
        db.execute_unprepared(&format!(
            "UPDATE final_reports SET cost_cents = {cost}, grant_cents = {grant} WHERE submitted_on IS NOT NULL"
        ))
        .await?;
        restore(manager, &tables).await
    }
}
