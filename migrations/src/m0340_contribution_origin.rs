//! From which contributions others were composed: straight, and through what was composed before.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let origins = keyed_by("contribution_origins", &["contribution_id", "origin_id"])
            .col(uuid("contribution_id"))
            .col(uuid("origin_id"))
            .col(boolean("direct"))
            .col(string("kind"))
            .col(string("was"))
            .col(string("role"))
            .col(timestamp_with_time_zone("made_at"))
            .col(text("reason"))
            .check(Expr::col("contribution_id").ne(Expr::col("origin_id")))
            .check(Expr::col("kind").is_in(["merge", "split"]))
            .foreign_key(&mut within("contribution_origins", "contribution_id", "contributions"))
            .foreign_key(&mut within("contribution_origins", "origin_id", "contributions"))
            .to_owned();
        raise(manager, origins, Rights::Full).await?;
        let of = Index::create()
            .name("contribution_origins_of")
            .table("contribution_origins")
            .col("tenant_id")
            .col("origin_id")
            .to_owned();
        manager.create_index(of).await
    }
}
