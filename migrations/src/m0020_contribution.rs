//! Thematic tables, contributions with their supports, follows and comments, moderation, syntheses.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, thematic_tables(), Rights::Full).await?;
        raise(manager, contributions(), Rights::Full).await?;
        raise(manager, supports(), Rights::Full).await?;
        raise(manager, follows(), Rights::Full).await?;
        raise(manager, comments(), Rights::Full).await?;
        raise(manager, reports(), Rights::Full).await?;
        raise(manager, moderation_entries(), Rights::AppendOnly).await?;
        raise(manager, syntheses(), Rights::Full).await?;
        raise(manager, synthesis_sources(), Rights::AppendOnly).await?;
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(*name).table(*table).col("tenant_id").to_owned();
            for column in *columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        let once = Index::create()
            .name("reports_once")
            .table("reports")
            .col("tenant_id")
            .col("subject_id")
            .col("reporter_id")
            .unique()
            .to_owned();
        manager.create_index(once).await
    }
}

/// Every order and filter of a list, after the tenant; ties are broken by the id.
const INDEXES: &[(&str, &str, &[&str])] = &[
    ("thematic_tables_order", "thematic_tables", &["process_id", "position", "id"]),
    ("contributions_recent", "contributions", &["visible", "created_at", "id"]),
    ("contributions_supported", "contributions", &["visible", "supports_count", "id"]),
    ("contributions_process", "contributions", &["process_id", "visible", "created_at", "id"]),
    ("contributions_process_supported", "contributions", &["process_id", "visible", "supports_count", "id"]),
    ("contributions_table", "contributions", &["table_id", "visible", "created_at", "id"]),
    ("contributions_table_supported", "contributions", &["table_id", "visible", "supports_count", "id"]),
    ("contributions_state", "contributions", &["evaluation", "visible", "created_at", "id"]),
    ("contributions_state_supported", "contributions", &["evaluation", "visible", "supports_count", "id"]),
    ("contributions_unanswered", "contributions", &["process_id", "answered", "visible", "created_at", "id"]),
    ("contributions_author", "contributions", &["author_id", "changed_at", "id"]),
    ("supports_person", "supports", &["person_id", "created_at"]),
    ("follows_person", "follows", &["person_id", "created_at"]),
    ("comments_of", "comments", &["contribution_id", "visible", "created_at", "id"]),
    ("comments_author", "comments", &["author_id", "id"]),
    ("reports_queue", "reports", &["settled", "created_at", "id"]),
    ("moderation_of", "moderation_entries", &["subject_id", "id"]),
    ("syntheses_table", "syntheses", &["table_id", "id"]),
    ("synthesis_sources_of", "synthesis_sources", &["contribution_id"]),
];

fn thematic_tables() -> TableCreateStatement {
    owned("thematic_tables")
        .col(uuid("process_id"))
        .col(integer("position"))
        .col(string("name"))
        .col(text("focus"))
        .col(string("audience"))
        .col(uuid_null("facilitator_id"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("thematic_tables", "process_id", "processes"))
        .foreign_key(&mut within("thematic_tables", "facilitator_id", "people"))
        .to_owned()
}

fn contributions() -> TableCreateStatement {
    owned("contributions")
        .col(uuid("process_id"))
        .col(uuid("table_id"))
        .col(uuid_null("author_id"))
        .col(string("channel"))
        .col(string("title"))
        .col(text("body"))
        .col(text("search"))
        .col(string_null("place"))
        .col(uuid_null("document_id"))
        .col(string("moderation"))
        .col(boolean("visible"))
        .col(string("evaluation"))
        .col(boolean("answered"))
        .col(text("answer"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(integer("supports_count"))
        .col(integer("comments_count"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .foreign_key(&mut within("contributions", "process_id", "processes"))
        .foreign_key(&mut within("contributions", "table_id", "thematic_tables"))
        .foreign_key(&mut within("contributions", "author_id", "people"))
        .foreign_key(&mut within("contributions", "document_id", "documents"))
        .to_owned()
}

fn supports() -> TableCreateStatement {
    of_person("supports")
}

fn follows() -> TableCreateStatement {
    of_person("follows")
}

/// One row for a contribution and a person: the key holds it.
fn of_person(name: &'static str) -> TableCreateStatement {
    keyed_by(name, &["contribution_id", "person_id"])
        .col(uuid("contribution_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within(name, "contribution_id", "contributions"))
        .foreign_key(&mut within(name, "person_id", "people"))
        .to_owned()
}

fn comments() -> TableCreateStatement {
    owned("comments")
        .col(uuid("contribution_id"))
        .col(uuid_null("author_id"))
        .col(text("body"))
        .col(string("moderation"))
        .col(boolean("visible"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("comments", "contribution_id", "contributions"))
        .foreign_key(&mut within("comments", "author_id", "people"))
        .to_owned()
}

fn reports() -> TableCreateStatement {
    owned("reports")
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(uuid("contribution_id"))
        .col(uuid_null("reporter_id"))
        .col(text("reason"))
        .col(boolean("settled"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("reports", "contribution_id", "contributions"))
        .foreign_key(&mut within("reports", "reporter_id", "people"))
        .to_owned()
}

fn moderation_entries() -> TableCreateStatement {
    owned("moderation_entries")
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(string("step"))
        .col(string_null("ground"))
        .col(text("reason"))
        .col(uuid_null("actor_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn syntheses() -> TableCreateStatement {
    owned("syntheses")
        .col(uuid("process_id"))
        .col(uuid("table_id"))
        .col(string("kind"))
        .col(string("title"))
        .col(text("text"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("syntheses", "process_id", "processes"))
        .foreign_key(&mut within("syntheses", "table_id", "thematic_tables"))
        .to_owned()
}

fn synthesis_sources() -> TableCreateStatement {
    keyed_by("synthesis_sources", &["synthesis_id", "contribution_id"])
        .col(uuid("synthesis_id"))
        .col(uuid("contribution_id"))
        .foreign_key(&mut within("synthesis_sources", "synthesis_id", "syntheses"))
        .foreign_key(&mut within("synthesis_sources", "contribution_id", "contributions"))
        .to_owned()
}
