//! What a contribution was answered with stays known when the body later decides otherwise.

use crate::wall::{lower, restore};
use sea_orm_migration::{prelude::*, schema::string_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = string_null("answered_as");
        manager.alter_table(Table::alter().table("contributions").add_column(column).to_owned()).await?;
        lower(manager, &["contributions"]).await?;
        let db = manager.get_connection();
        db.execute_unprepared("UPDATE contributions SET answered_as = evaluation WHERE answered").await?;
        restore(manager, &["contributions"]).await
    }
}
