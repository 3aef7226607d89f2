//! What happens in the life of a process: phases with their dates, extensions, deadlines; when staff last looked.

use crate::wall::{Rights, keyed_by, owned, raise, readable_by_platform, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, process_phases(), Rights::Full).await?;
        raise(manager, extensions(), Rights::Full).await?;
        manager.create_index(index("extensions_process", "extensions", &["tenant_id", "process_id", "id"])).await?;
        raise(manager, process_deadlines(), Rights::Full).await?;
        readable_by_platform(manager, "process_deadlines").await?;
        let table = "process_deadlines";
        manager.create_index(index("process_deadlines_of", table, &["tenant_id", "process_id"])).await?;
        manager.create_index(index("process_deadlines_due", table, &["is_open", "due", "id"])).await?;
        raise(manager, work_visits(), Rights::Full).await?;
        manager.create_index(index("process_events_at", "process_events", &["tenant_id", "at"])).await?;
        Ok(())
    }
}

fn process_phases() -> TableCreateStatement {
    keyed_by("process_phases", &["process_id", "phase"])
        .col(uuid("process_id"))
        .col(string("phase"))
        .col(date_null("planned_from"))
        .col(date_null("planned_to"))
        .col(date_null("first_planned_to"))
        .col(date_null("actual_from"))
        .col(date_null("actual_to"))
        .col(text("activities"))
        .col(text("outputs"))
        .foreign_key(&mut within("process_phases", "process_id", "processes"))
        .to_owned()
}

fn extensions() -> TableCreateStatement {
    owned("extensions")
        .col(uuid("process_id"))
        .col(string("state"))
        .col(text("reasons"))
        .col(text("progress"))
        .col(text("timetable"))
        .col(date("until"))
        .col(date("end_before"))
        .col(integer("days_asked"))
        .col(date_null("requested_on"))
        .col(uuid_null("request_document_id"))
        .col(date_null("decided_on"))
        .col(string_null("decided_as"))
        .col(integer("granted_days"))
        .col(date_null("end_after"))
        .col(text("note"))
        .col(string("act"))
        .col(uuid_null("decision_document_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(integer("version"))
        .foreign_key(&mut within("extensions", "process_id", "processes"))
        .foreign_key(&mut within("extensions", "request_document_id", "documents"))
        .foreign_key(&mut within("extensions", "decision_document_id", "documents"))
        .to_owned()
}

fn process_deadlines() -> TableCreateStatement {
    owned("process_deadlines")
        .col(uuid("process_id"))
        .col(string("slug"))
        .col(string("title"))
        .col(string("kind"))
        .col(date("due"))
        .col(string("who"))
        .col(boolean("is_open"))
        .foreign_key(&mut within("process_deadlines", "process_id", "processes"))
        .to_owned()
}

fn work_visits() -> TableCreateStatement {
    keyed_by("work_visits", &["person_id"])
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("seen_at"))
        .foreign_key(&mut within("work_visits", "person_id", "people"))
        .to_owned()
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
