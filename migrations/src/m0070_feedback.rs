//! What visitors report about the site.

use crate::wall::{Rights, owned, raise};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let feedback = owned("feedback")
            .col(text("message"))
            .col(string("page"))
            .col(string_null("email"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        raise(manager, feedback, Rights::Full).await
    }
}
