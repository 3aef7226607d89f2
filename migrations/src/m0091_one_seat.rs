//! An organisation has one seat on an organ.

use crate::wall::{lower, restore};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        lower(manager, &["organ_members"]).await?;
        // Of equal names the oldest stays as it is, the others get a number: a person decides which of them go.
        db.execute_unprepared(
            "UPDATE organ_members SET organisation = organisation || ' (' || (
               SELECT COUNT(*) + 1 FROM organ_members older
               WHERE older.tenant_id = organ_members.tenant_id AND older.organ_id = organ_members.organ_id
                 AND lower(older.organisation) = lower(organ_members.organisation) AND older.id < organ_members.id
             ) || ')'
             WHERE EXISTS (
               SELECT 1 FROM organ_members older
               WHERE older.tenant_id = organ_members.tenant_id AND older.organ_id = organ_members.organ_id
                 AND lower(older.organisation) = lower(organ_members.organisation) AND older.id < organ_members.id)",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX organ_members_once ON organ_members (tenant_id, organ_id, lower(organisation))",
        )
        .await?;
        restore(manager, &["organ_members"]).await
    }
}
