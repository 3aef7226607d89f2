//! Meetings, who attended them, their papers and their minutes.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, meetings(), Rights::Full).await?;
        let numbered = index("meetings_number", "meetings", &["tenant_id", "body_id", "number"]).unique().to_owned();
        manager.create_index(numbered).await?;
        for (name, columns) in [
            ("meetings_start", ["tenant_id", "starts_at", "id"].as_slice()),
            ("meetings_process", &["tenant_id", "process_id", "starts_at", "id"]),
            ("meetings_body", &["tenant_id", "body_id", "starts_at", "id"]),
        ] {
            manager.create_index(index(name, "meetings", columns)).await?;
        }
        raise(manager, attendees(), Rights::Full).await?;
        raise(manager, papers(), Rights::Full).await?;
        raise(manager, minutes(), Rights::Full).await?;
        raise(manager, comments(), Rights::AppendOnly).await?;
        raise(manager, addenda(), Rights::AppendOnly).await?;
        for (name, table) in [
            ("meeting_attendees_meeting", "meeting_attendees"),
            ("minutes_comments_meeting", "minutes_comments"),
            ("minutes_addenda_meeting", "minutes_addenda"),
        ] {
            manager.create_index(index(name, table, &["tenant_id", "meeting_id", "id"])).await?;
        }
        Ok(())
    }
}

fn meetings() -> TableCreateStatement {
    owned("meetings")
        .col(uuid("process_id"))
        .col(string("body_kind"))
        // The organ, the thematic table, or the process itself for public meetings.
        .col(uuid("body_id"))
        .col(uuid_null("organ_id"))
        .col(uuid_null("table_id"))
        .col(integer("number"))
        .col(string("title"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(string("mode"))
        .col(string_null("place"))
        .col(string_null("link"))
        .col(text("agenda"))
        .col(string("state"))
        .col(timestamp_with_time_zone_null("convened_at"))
        .col(text_null("reason"))
        .col(integer_null("women"))
        .col(integer_null("men"))
        .col(integer_null("undeclared"))
        .col(date_null("minutes_published_on"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut within("meetings", "process_id", "processes"))
        .foreign_key(&mut within("meetings", "organ_id", "organs"))
        .foreign_key(&mut within("meetings", "table_id", "thematic_tables"))
        .to_owned()
}

/// The private list: names of natural persons.
fn attendees() -> TableCreateStatement {
    owned("meeting_attendees")
        .col(uuid("meeting_id"))
        .col(string("organisation"))
        .col(string("category"))
        .col(string("name"))
        .col(string("gender"))
        .foreign_key(&mut within("meeting_attendees", "meeting_id", "meetings"))
        .to_owned()
}

fn papers() -> TableCreateStatement {
    keyed_by("meeting_papers", &["meeting_id", "document_id"])
        .col(uuid("meeting_id"))
        .col(uuid("document_id"))
        .foreign_key(&mut within("meeting_papers", "meeting_id", "meetings"))
        .foreign_key(&mut within("meeting_papers", "document_id", "documents"))
        .to_owned()
}

fn minutes() -> TableCreateStatement {
    keyed_by("minutes", &["meeting_id"])
        .col(uuid("meeting_id"))
        .col(text("text"))
        .col(text("decisions"))
        .col(string("state"))
        .col(timestamp_with_time_zone_null("comments_until"))
        .col(date_null("approved_on"))
        .col(date_null("published_on"))
        .col(integer("version"))
        .foreign_key(&mut within("minutes", "meeting_id", "meetings"))
        .to_owned()
}

fn comments() -> TableCreateStatement {
    owned("minutes_comments")
        .col(uuid("meeting_id"))
        .col(uuid_null("person_id"))
        .col(string("organisation"))
        .col(text("text"))
        .col(boolean("objection"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut within("minutes_comments", "meeting_id", "meetings"))
        .to_owned()
}

fn addenda() -> TableCreateStatement {
    owned("minutes_addenda")
        .col(uuid("meeting_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut within("minutes_addenda", "meeting_id", "meetings"))
        .to_owned()
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
