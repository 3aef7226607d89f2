//! Which versions of a proposal document the negotiation table was given: it reads no other.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::string};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let given = string("given").default("").to_owned();
        manager.alter_table(Table::alter().table("proposal_documents").add_column(given).to_owned()).await?;
        lower(manager, &["proposal_documents"]).await?;
        // Of earlier versions nobody noted whether the table had them: what lies there now, it has.
        let sql = "UPDATE proposal_documents SET given = CAST(version AS TEXT) WHERE state <> 'drafting'";
        manager.get_connection().execute_unprepared(sql).await?;
        restore(manager, &["proposal_documents"]).await
    }
}
