//! That contributions were composed of others and taken back: what is no longer there, and why.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let returns = keyed_by("contribution_returns", &["contribution_id", "gone_id"])
            .col(uuid("contribution_id"))
            .col(uuid("gone_id"))
            .col(text("gone_title"))
            .col(string("kind"))
            .col(string("role"))
            .col(text("reason"))
            .col(timestamp_with_time_zone("returned_at"))
            .check(Expr::col("kind").is_in(["merge", "split"]))
            .foreign_key(&mut within("contribution_returns", "contribution_id", "contributions"))
            .to_owned();
        raise(manager, returns, Rights::Full).await?;
        let of = Index::create()
            .name("contribution_returns_of")
            .table("contribution_returns")
            .col("tenant_id")
            .col("gone_id")
            .to_owned();
        manager.create_index(of).await
    }
}
