//! An invitation to an organ says when it was sent, and so when it expires.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let invited = timestamp_with_time_zone_null("invited_at");
        manager.alter_table(Table::alter().table("organ_members").add_column(invited).to_owned()).await?;
        lower(manager, &["organ_members"]).await?;
        let sent = "UPDATE organ_members SET invited_at = created_at WHERE way = 'invited'";
        manager.get_connection().execute_unprepared(sent).await?;
        restore(manager, &["organ_members"]).await
    }
}
