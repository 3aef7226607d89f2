//! What people wrote into long forms and have not sent yet.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drafts = keyed_by("drafts", &["person_id", "form"])
            .col(uuid("person_id"))
            .col(string_len("form", 200))
            .col(text("fields"))
            .col(timestamp_with_time_zone("saved_at"))
            .foreign_key(&mut within("drafts", "person_id", "people"))
            .to_owned();
        raise(manager, drafts, Rights::Full).await
    }
}
