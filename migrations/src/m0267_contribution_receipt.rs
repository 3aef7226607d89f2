//! What staff wrote down for somebody without an account: where it came from, and the code on the receipt as a hash.

use crate::wall::{Rights, keyed_by, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let receipts = keyed_by("contribution_receipts", &["contribution_id"])
            .col(uuid("contribution_id"))
            .col(string("key_hash"))
            .col(string("source"))
            .col(timestamp_with_time_zone("entered_at"))
            .foreign_key(&mut within("contribution_receipts", "contribution_id", "contributions"))
            .to_owned();
        raise(manager, receipts, Rights::AppendOnly).await?;
        let code = Index::create()
            .name("contribution_receipts_code")
            .table("contribution_receipts")
            .col("tenant_id")
            .col("key_hash")
            .unique()
            .to_owned();
        manager.create_index(code).await
    }
}
