//! What the record of a process in the regional observatory says beyond the process itself.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let records = keyed_by("observatory_records", &["process_id"])
            .col(uuid("process_id"))
            .col(integer("version"))
            .col(text("record"))
            .col(string_null("received_name"))
            .col(text_null("received"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut within("observatory_records", "process_id", "processes"))
            .to_owned();
        raise(manager, records, Rights::Full).await
    }
}
