//! What each organisation at the negotiation table votes on the proposal document, and on which text.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let votes = keyed_by("document_votes", &["process_id", "member_id"])
            .col(uuid("process_id"))
            .col(uuid("member_id"))
            .col(string("choice"))
            .col(text("note"))
            .col(string("content_hash"))
            .col(timestamp_with_time_zone("voted_at"))
            .foreign_key(&mut within("document_votes", "process_id", "processes"))
            .foreign_key(&mut within("document_votes", "member_id", "organ_members"))
            .to_owned();
        raise(manager, votes, Rights::Full).await
    }
}
