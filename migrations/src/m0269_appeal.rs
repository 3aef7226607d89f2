//! Appeals of authors whose text was hidden: one for each time that it was.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let appeals = owned("moderation_appeals")
            .col(uuid("entry_id"))
            .col(string("subject_kind"))
            .col(uuid("subject_id"))
            .col(uuid("contribution_id"))
            .col(uuid_null("person_id"))
            .col(text("reason"))
            .col(string("state"))
            .col(text("answer"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .foreign_key(&mut within("moderation_appeals", "entry_id", "moderation_entries"))
            .foreign_key(&mut within("moderation_appeals", "contribution_id", "contributions"))
            .foreign_key(&mut within("moderation_appeals", "person_id", "people"))
            .to_owned();
        raise(manager, appeals, Rights::Full).await?;
        let once = Index::create()
            .name("moderation_appeals_once")
            .table("moderation_appeals")
            .col("tenant_id")
            .col("entry_id")
            .unique()
            .to_owned();
        manager.create_index(once).await?;
        let queue = Index::create()
            .name("moderation_appeals_queue")
            .table("moderation_appeals")
            .col("tenant_id")
            .col("state")
            .col("made_at")
            .col("id")
            .to_owned();
        manager.create_index(queue).await
    }
}
