//! What a proposal said before its author changed it, and what its author added later: only ever added.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let versions = keyed_by("contribution_versions", &["contribution_id", "number"])
            .col(uuid("contribution_id"))
            .col(integer("number"))
            .col(string("title"))
            .col(text("body"))
            .col(string_null("place"))
            .col(timestamp_with_time_zone("replaced_at"))
            .foreign_key(&mut within("contribution_versions", "contribution_id", "contributions"))
            .to_owned();
        raise(manager, versions, Rights::AppendOnly).await?;
        let additions = owned("contribution_additions")
            .col(uuid("contribution_id"))
            .col(text("body"))
            .col(timestamp_with_time_zone("added_at"))
            .foreign_key(&mut within("contribution_additions", "contribution_id", "contributions"))
            .to_owned();
        raise(manager, additions, Rights::AppendOnly).await?;
        let of = Index::create()
            .name("contribution_additions_of")
            .table("contribution_additions")
            .col("tenant_id")
            .col("contribution_id")
            .col("id")
            .to_owned();
        manager.create_index(of).await
    }
}
