//! What the coordinator's lists and the audit page need to be quick, and to be read at all.

use crate::wall::readable_by_platform;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        readable_by_platform(manager, "invitations").await?;
        for (name, table, columns) in [
            ("tenants_name", "tenants", &["name", "id"][..]),
            ("tenants_state", "tenants", &["state", "name", "id"]),
            ("tenants_kind", "tenants", &["kind", "name", "id"]),
            ("tenants_parent", "tenants", &["parent_id", "name"]),
            ("mails_state", "mails", &["tenant_id", "state"]),
            ("invitations_pending", "invitations", &["tenant_id", "used_at", "expires_at"]),
            ("role_grants_role", "role_grants", &["tenant_id", "role"]),
            ("audit_entries_action", "audit_entries", &["tenant_id", "action", "at", "id"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
