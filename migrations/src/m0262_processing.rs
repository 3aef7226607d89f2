//! What a tenant says of its processing of personal data otherwise than every tenant, or beyond it.

use crate::wall::{Rights, owned, raise};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let activities = owned("processing_activities")
            .col(string_len("code", 40))
            .col(integer("version"))
            .col(text("content"))
            .col(boolean("dropped"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        raise(manager, activities, Rights::Full).await?;
        let one = Index::create()
            .name("processing_activities_code")
            .table("processing_activities")
            .col("tenant_id")
            .col("code")
            .unique()
            .to_owned();
        manager.create_index(one).await
    }
}
