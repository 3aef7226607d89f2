//! The proposal document with its versions, what was submitted to the guarantor, and what the guarantor said.

use crate::wall::{Rights, keyed_by, owned, raise, readable_by_platform, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, documents(), Rights::Full).await?;
        raise(manager, versions(), Rights::AppendOnly).await?;
        raise(manager, origins(), Rights::Full).await?;
        manager
            .create_index(
                Index::create()
                    .name("proposal_origins_of")
                    .table("proposal_origins")
                    .col("tenant_id")
                    .col("origin")
                    .to_owned(),
            )
            .await?;
        raise(manager, rounds(), Rights::AppendOnly).await?;
        readable_by_platform(manager, "validation_rounds").await?;
        let mut of_process =
            Index::create().name("validation_rounds_of").table("validation_rounds").unique().to_owned();
        of_process.col("tenant_id").col("process_id").col("number");
        manager.create_index(of_process).await?;
        raise(manager, decisions(), Rights::AppendOnly).await?;
        readable_by_platform(manager, "validation_decisions").await
    }
}

fn documents() -> TableCreateStatement {
    keyed_by("proposal_documents", &["process_id"])
        .col(uuid("process_id"))
        .col(string("state"))
        .col(integer("version"))
        .col(string_null("submitted_hash"))
        .col(string_null("verdict"))
        .col(string_null("opinion"))
        .col(date_null("opinion_on"))
        .col(text("opinion_notes"))
        .col(text_null("override_reason"))
        .col(string_null("override_hash"))
        .col(date_null("submitted_on"))
        .col(date_null("decided_on"))
        .col(date_null("sent_on"))
        .col(date_null("published_on"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut within("proposal_documents", "process_id", "processes"))
        .to_owned()
}

fn versions() -> TableCreateStatement {
    keyed_by("proposal_document_versions", &["process_id", "number"])
        .col(uuid("process_id"))
        .col(integer("number"))
        .col(text("content"))
        .col(string("sha256"))
        .col(uuid_null("author_id"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("proposal_document_versions", "process_id", "processes"))
        .to_owned()
}

fn origins() -> TableCreateStatement {
    keyed_by("proposal_origins", &["process_id", "number", "origin"])
        .col(uuid("process_id"))
        .col(integer("number"))
        .col(string("origin"))
        .col(string("title"))
        .foreign_key(&mut within("proposal_origins", "process_id", "processes"))
        .to_owned()
}

fn rounds() -> TableCreateStatement {
    owned("validation_rounds")
        .col(uuid("process_id"))
        .col(integer("number"))
        .col(string("tenant_name"))
        .col(string("process_title"))
        .col(text("content"))
        .col(string("sha256"))
        .col(text("checks"))
        .col(timestamp_with_time_zone("submitted_at"))
        .foreign_key(&mut within("validation_rounds", "process_id", "processes"))
        .to_owned()
}

fn decisions() -> TableCreateStatement {
    keyed_by("validation_decisions", &["round_id"])
        .col(uuid("round_id"))
        .col(string("step"))
        .col(text("reason"))
        .col(uuid("decided_by"))
        .col(timestamp_with_time_zone("decided_at"))
        .foreign_key(&mut within("validation_decisions", "round_id", "validation_rounds"))
        .to_owned()
}
