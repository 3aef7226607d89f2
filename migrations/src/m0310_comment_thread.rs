//! A comment may answer another: every one names the thread that it stands in, and when that thread began.

use crate::{
    reference::refer,
    wall::{lower, restore},
};
use sea_orm_migration::{
    prelude::*,
    schema::{timestamp_with_time_zone_null, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [uuid_null("thread_id"), timestamp_with_time_zone_null("thread_at")] {
            manager.alter_table(Table::alter().table("comments").add_column(column).to_owned()).await?;
        }
        lower(manager, &["comments"]).await?;
        refer(manager, ["comments", "thread_id", "comments"]).await?;
        let own = "UPDATE comments SET thread_id = id, thread_at = created_at";
        manager.get_connection().execute_unprepared(own).await?;
        restore(manager, &["comments"]).await?;
        let threads = Index::create()
            .name("comments_threads")
            .table("comments")
            .col("tenant_id")
            .col("contribution_id")
            .col("thread_at")
            .col("thread_id")
            .col("created_at")
            .col("id")
            .to_owned();
        manager.create_index(threads).await
    }
}
