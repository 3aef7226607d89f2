//! Which organisations approved the minutes that lie before them, and when approvals of an earlier text fell.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let approvals = keyed_by("minutes_approvals", &["meeting_id", "member_id"])
            .col(uuid("meeting_id"))
            .col(uuid("member_id"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut within("minutes_approvals", "meeting_id", "meetings"))
            .foreign_key(&mut within("minutes_approvals", "member_id", "organ_members"))
            .to_owned();
        raise(manager, approvals, Rights::Full).await?;
        let fell = date_null("approvals_fell_on");
        manager.alter_table(Table::alter().table("minutes").add_column(fell).to_owned()).await
    }
}
