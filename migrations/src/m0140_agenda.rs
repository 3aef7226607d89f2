//! The tenant's agenda with its action sheets, each of which says where it comes from and how it moved.

use crate::wall::{Rights, keyed_by, owned, raise, within};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        raise(manager, agendas(), Rights::Full).await?;
        raise(manager, action_sheets(), Rights::Full).await?;
        raise(manager, action_moves(), Rights::AppendOnly).await?;
        // One sheet for each proposal, whoever asks how often; one sheet for each code.
        manager
            .create_index(of_sheets("action_sheets_proposal", &["process_id", "proposal"]).unique().to_owned())
            .await?;
        manager.create_index(of_sheets("action_sheets_code", &["agenda_id", "code"]).unique().to_owned()).await?;
        manager.create_index(of_sheets("action_sheets_situation", &["situation", "id"])).await?;
        let menu = Table::alter().table("tenants").add_column(boolean("has_agenda").default(false)).to_owned();
        manager.alter_table(menu).await
    }
}

fn of_sheets(name: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table("action_sheets").col("tenant_id").to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

fn agendas() -> TableCreateStatement {
    owned("agendas")
        .col(string("kind"))
        .col(string("title"))
        .col(string("state"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn action_sheets() -> TableCreateStatement {
    owned("action_sheets")
        .col(uuid("agenda_id"))
        .col(string("code"))
        .col(string("title"))
        .col(text("text"))
        .col(string("situation"))
        .col(uuid("process_id"))
        .col(integer("proposal"))
        .col(uuid_null("made_by"))
        .col(timestamp_with_time_zone("made_at"))
        .col(integer("version"))
        .foreign_key(&mut within("action_sheets", "agenda_id", "agendas"))
        .foreign_key(&mut within("action_sheets", "process_id", "processes"))
        .foreign_key(&mut within("action_sheets", "made_by", "people"))
        .to_owned()
}

/// One row for each move, under the version that it made.
fn action_moves() -> TableCreateStatement {
    keyed_by("action_moves", &["sheet_id", "version"])
        .col(uuid("sheet_id"))
        .col(integer("version"))
        .col(string("situation"))
        .col(text("reason"))
        .col(string("role"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut within("action_moves", "sheet_id", "action_sheets"))
        .to_owned()
}
