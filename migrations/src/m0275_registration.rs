//! Registration to a meeting: how many may come and until when they say so, who comes and who waits.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, integer_null, string, string_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "registrations";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [integer_null("places"), timestamp_with_time_zone_null("registration_closes_at")] {
            manager.alter_table(Table::alter().table("meetings").add_column(column).to_owned()).await?;
        }
        raise(manager, registrations(), Rights::Full).await?;
        // One for each person; one on each seat, of those who have one; one after the other; one for each code.
        for (name, column) in [
            ("registrations_person", "person_id"),
            ("registrations_seat", "seat"),
            ("registrations_position", "position"),
            ("registrations_code", "code"),
        ] {
            let columns = Index::create().name(name).table(TABLE).col("tenant_id").col("meeting_id").to_owned();
            manager.create_index(columns.clone().col(column).unique().to_owned()).await?;
        }
        let mine = Index::create().name("registrations_of_person").table(TABLE).col("tenant_id").to_owned();
        manager.create_index(mine.clone().col("person_id").to_owned()).await
    }
}

fn registrations() -> TableCreateStatement {
    owned(TABLE)
        .col(uuid("meeting_id"))
        .col(uuid("person_id"))
        // In the order in which people registered.
        .col(integer("position"))
        // None for who waits.
        .col(integer_null("seat"))
        .col(string("code"))
        .col(string("name"))
        .col(string("kind"))
        .col(string_null("organisation"))
        .col(string("gender"))
        .col(text("needs"))
        .col(timestamp_with_time_zone_null("checked_in_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within(TABLE, "meeting_id", "meetings"))
        .foreign_key(&mut within(TABLE, "person_id", "people"))
        .to_owned()
}
