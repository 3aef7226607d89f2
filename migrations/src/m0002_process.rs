//! Processes with their history and acts, and the documents that everything refers to.

use crate::wall::{Rights, owned, raise, readable_by_platform, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, processes(), Rights::Full).await?;
        readable_by_platform(manager, "processes").await?;
        let by_slug =
            Index::create().name("processes_slug").table("processes").col("tenant_id").col("slug").unique().to_owned();
        manager.create_index(by_slug).await?;
        raise(manager, documents(), Rights::Full).await?;
        let of_process = Index::create()
            .name("documents_process")
            .table("documents")
            .col("tenant_id")
            .col("process_id")
            .col("id")
            .to_owned();
        manager.create_index(of_process).await?;
        raise(manager, acts(), Rights::Full).await?;
        raise(manager, process_events(), Rights::AppendOnly).await?;
        for (name, table) in [("acts_process", "acts"), ("process_events_process", "process_events")] {
            let index = Index::create().name(name).table(table).col("tenant_id").col("process_id").col("id").to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn processes() -> TableCreateStatement {
    owned("processes")
        .col(string("slug"))
        .col(string("title"))
        .col(text("summary"))
        .col(string("pack_key"))
        .col(integer("pack_version"))
        .col(string("stage"))
        .col(string_null("interrupted_stage"))
        .col(text("sheet"))
        .col(integer_null("duration"))
        .col(date_null("planned_start"))
        .col(date_null("started_on"))
        .col(text_null("start_action"))
        .col(text_null("start_link"))
        .col(boolean("start_signed"))
        .col(date_null("start_limit"))
        .col(date_null("original_end"))
        .col(date_null("authorised_end"))
        .col(date_null("contributions_close"))
        .col(date_null("concluded_on"))
        .col(text("fictional_note"))
        .col(timestamp_with_time_zone("created_at"))
        .col(integer("version"))
        .to_owned()
}

fn documents() -> TableCreateStatement {
    owned("documents")
        .col(uuid_null("process_id"))
        .col(string("kind"))
        .col(string("title"))
        .col(string("file_name"))
        .col(string("media_type"))
        .col(big_integer("size"))
        .col(string("sha256"))
        .col(string("visibility"))
        .col(string("state"))
        .col(text_null("protocol"))
        .col(date("dated"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("documents", "process_id", "processes"))
        .to_owned()
}

fn acts() -> TableCreateStatement {
    owned("acts")
        .col(uuid("process_id"))
        .col(string("kind"))
        .col(string("body"))
        .col(string("number"))
        .col(date("dated"))
        .col(text("subject"))
        .col(string_null("link"))
        .col(uuid_null("document_id"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("acts", "process_id", "processes"))
        .foreign_key(&mut within("acts", "document_id", "documents"))
        .to_owned()
}

fn process_events() -> TableCreateStatement {
    owned("process_events")
        .col(uuid("process_id"))
        .col(timestamp_with_time_zone("at"))
        .col(string("step"))
        .col(string("stage"))
        .col(string("role"))
        .col(text("note"))
        .col(boolean("public"))
        .col(uuid_null("document_id"))
        .foreign_key(&mut within("process_events", "process_id", "processes"))
        .foreign_key(&mut within("process_events", "document_id", "documents"))
        .to_owned()
}
