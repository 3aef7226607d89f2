//! Rules of procedure of an organ in their parts, and the versions that were in force before.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            integer_null("comment_days"),
            text("quorum").default("").take(),
            text("admission").default("").take(),
            integer("rules_version").default(1).take(),
            // None stands for the day on which the organ was constituted.
            date_null("rules_since"),
            integer("version").default(1).take(),
        ] {
            manager.alter_table(Table::alter().table("organs").add_column(column).to_owned()).await?;
        }
        raise(manager, earlier_rules(), Rights::AppendOnly).await?;
        let numbered = Index::create()
            .name("organ_rules_version")
            .table("organ_rules")
            .col("tenant_id")
            .col("organ_id")
            .col("version")
            .unique()
            .to_owned();
        manager.create_index(numbered).await
    }
}

fn earlier_rules() -> TableCreateStatement {
    owned("organ_rules")
        .col(uuid("organ_id"))
        .col(integer("version"))
        .col(text("rules"))
        .col(integer_null("comment_days"))
        .col(text("quorum"))
        .col(text("admission"))
        .col(date("since"))
        .col(date("until"))
        .foreign_key(&mut within("organ_rules", "organ_id", "organs"))
        .to_owned()
}
