//! Remarks and opinions of the members of the guarantee committee: only ever added.

use crate::wall::{Rights, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let remarks = owned("organ_remarks")
            .col(uuid("process_id"))
            .col(uuid("member_id"))
            .col(string("kind"))
            .col(string("title"))
            .col(text("text"))
            .col(timestamp_with_time_zone("filed_at"))
            .foreign_key(&mut within("organ_remarks", "process_id", "processes"))
            .foreign_key(&mut within("organ_remarks", "member_id", "organ_members"))
            .to_owned();
        raise(manager, remarks, Rights::AppendOnly).await?;
        let of_process = Index::create()
            .name("organ_remarks_process")
            .table("organ_remarks")
            .col("tenant_id")
            .col("process_id")
            .col("id")
            .to_owned();
        manager.create_index(of_process).await
    }
}
