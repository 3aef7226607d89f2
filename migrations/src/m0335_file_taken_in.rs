//! A signed file that staff took in is no verified signature: who took it in and when, and a state of its own.

use crate::wall::{lower, restore};
use sea_orm_migration::{
    prelude::*,
    schema::{timestamp_with_time_zone_null, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: [&str; 2] = ["agreement_parties", "agreement_signatures"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [timestamp_with_time_zone_null("taken_in_at"), uuid_null("taken_in_by")] {
            manager.alter_table(Table::alter().table("agreement_parties").add_column(column).to_owned()).await?;
        }
        lower(manager, &TABLES).await?;
        // What was confirmed before said that the signature was verified: all that is known is that the file was taken in.
        let confirmed = "FROM agreement_signatures given
             WHERE given.tenant_id = agreement_parties.tenant_id AND given.party_id = agreement_parties.id
               AND given.version = agreement_parties.signed_version AND given.step = 'confirm_file'";
        let sql = format!(
            "UPDATE agreement_parties
             SET state = 'file_taken_in', taken_in_at = (SELECT MAX(given.at) {confirmed})
             WHERE state = 'signed' AND EXISTS (SELECT 1 {confirmed})"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
        restore(manager, &TABLES).await
    }
}
