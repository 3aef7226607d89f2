//! The platform reads no processes at all, and of invitations those of administrators alone.

use crate::wall::{on_postgres, platform_reads_where};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        on_postgres(
            manager,
            "DROP POLICY platform_reads ON processes;
             DROP POLICY platform_reads ON invitations;",
        )
        .await?;
        platform_reads_where(manager, "invitations", "role = 'tenant_admin'").await
    }
}
