//! Thematic tables and their syntheses.

mod facilitators;
mod sources;
mod syntheses;

use super::{Handle, contribution_rows::row_view, meetings::row as meeting_row};
use crate::store::{
    Tx,
    audit::Entry,
    contributions::{self, Query},
    meetings,
    processes::{self, Process},
    syntheses as stored_syntheses,
    thematic_tables::{self, ThematicTable},
};
use app::{
    contract::{
        proposal_document::Look,
        tables::{ProcessName, Source, SynthesisDesk, TableDesk, TableDraft, TableList, TableRow, TableView, Tables},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::{SynthesisId, TableId},
    meeting::MeetingOf,
    origin::Origin,
    thematic_table::{Move, NewSynthesis, NewTable, SynthesisWords},
};

/// How many of the newest contributions the page of a table shows.
const NEWEST: u64 = 10;

#[async_trait]
impl Tables for Handle {
    async fn tables(&self, process: String) -> Outcome<TableList> {
        let tx = self.read().await?;
        let process = self.process_in_view(&tx, &process).await?;
        let syntheses = stored_syntheses::count_by_table(&tx, &self.scope, process.id).await?;
        let tables = thematic_tables::of_process(&tx, &self.scope, process.id).await?;
        let ids: Vec<_> = tables.iter().map(|table| table.id).collect();
        let counts = contributions::count_by_table(&tx, &self.scope, &ids).await?;
        let row = |table: ThematicTable| TableRow {
            contributions: counts.get(&table.id).copied().unwrap_or(0),
            syntheses: syntheses.get(&table.id).copied().unwrap_or(0),
            id: table.id,
            name: table.name,
            focus: table.focus,
            audience: table.audience,
        };
        Ok(TableList {
            tables: tables.into_iter().map(row).collect(),
            may_edit: self.may_write_in(&process, Action::EditTables),
            process: name_of(&process)?,
        })
    }

    async fn table(&self, process: String, table: TableId) -> Outcome<TableView> {
        let tx = self.read().await?;
        let process = self.process_in_view(&tx, &process).await?;
        let table = self.table_in(&tx, &process, table).await?;
        let newest = Query { table: Some(table.id), ..Query::default() };
        let rows = contributions::page(&tx, &self.scope, &newest, NEWEST).await?;
        let sessions = meetings::of_body(&tx, &self.scope, process.id, MeetingOf::Table(table.id)).await?;
        Ok(TableView {
            meetings: sessions.into_iter().map(|session| meeting_row(session, &process)).collect(),
            syntheses: self.syntheses_of(&tx, table.id, false).await?,
            contributions: rows.into_iter().map(|row| row_view(row, &table.name)).collect(),
            slot: self.slot(&process)?,
            may_edit: self.may_write_in(&process, Action::EditTables) && self.works_at(&table),
            may_synthesise: self.may_write_in(&process, Action::WriteSynthesis) && self.works_at(&table),
            process: name_of(&process)?,
            id: table.id,
            name: table.name,
            focus: table.focus,
            audience: table.audience,
            has_facilitator: table.facilitator.is_some(),
        })
    }

    async fn table_desk(&self, process: String) -> Outcome<TableDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::ReadDrafts).await?;
        let tables = thematic_tables::of_process(&tx, &self.scope, process.id).await?;
        Ok(TableDesk {
            tables: tables.into_iter().map(|table| (self.works_at(&table), draft(table))).collect(),
            facilitators: self.facilitators(&tx, &process).await?,
            may_edit: self.may_write_in(&process, Action::EditTables),
            process: name_of(&process)?,
        })
    }

    async fn synthesis_desk(&self, process: String, table: TableId, look: Look) -> Outcome<SynthesisDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::ReadDrafts).await?;
        let table = self.table_in(&tx, &process, table).await?;
        Ok(SynthesisDesk {
            syntheses: self.syntheses_of(&tx, table.id, true).await?,
            sources: self.sources_at(&tx, &table, look).await?,
            facilitators: self.facilitators(&tx, &process).await?,
            may_edit: self.may_write_in(&process, Action::EditTables) && self.works_at(&table),
            may_synthesise: self.may_write_in(&process, Action::WriteSynthesis) && self.works_at(&table),
            process: name_of(&process)?,
            table: draft(table),
        })
    }

    async fn sources_named(&self, process: String, table: TableId, sources: Vec<Origin>) -> Outcome<Vec<Source>> {
        self.named_sources(&process, table, &sources).await
    }

    async fn add_table(&self, process: String, new: NewTable) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.process_for(&tx, &process, Action::EditTables).await?;
        self.writes_in(&process, Action::EditTables)?;
        self.known_facilitator(&tx, &process, new.facilitator).await?;
        let last = thematic_tables::to_order(&tx, &self.scope, process.id).await?.last().map(|table| table.position);
        let table = ThematicTable {
            id: TableId::fresh(),
            process: process.id,
            position: last.map_or(1, |last| last + 1),
            name: new.name,
            focus: new.focus,
            audience: new.audience,
            facilitator: new.facilitator,
            version: 1,
        };
        thematic_tables::insert(&tx, &self.scope, &table, self.now()).await?;
        self.record(&tx, Entry::made("table.add", "table", table.id.0, &table)).await?;
        self.commit(tx).await
    }

    async fn edit_table(&self, table: TableId, new: NewTable, version: i32) -> Outcome<String> {
        let tx = self.begin().await?;
        let before = thematic_tables::by_id(&tx, &self.scope, table).await?;
        let process = processes::by_id(&tx, &self.scope, before.process).await?;
        self.writes_in(&process, Action::EditTables)?;
        self.at_table(&before)?;
        self.known_facilitator(&tx, &process, new.facilitator).await?;
        thematic_tables::update(&tx, &self.scope, table, &new, version).await?;
        let after = thematic_tables::by_id(&tx, &self.scope, table).await?;
        self.record(&tx, Entry::changed("table.edit", "table", table.0, &before, &after)).await?;
        self.commit(tx).await?;
        Ok(process.slug)
    }

    async fn move_table(&self, table: TableId, to: Move) -> Outcome<String> {
        let tx = self.begin().await?;
        let moved = thematic_tables::by_id(&tx, &self.scope, table).await?;
        let process = processes::by_id(&tx, &self.scope, moved.process).await?;
        self.writes_in(&process, Action::EditTables)?;
        self.at_table(&moved)?;
        let mut all = thematic_tables::to_order(&tx, &self.scope, process.id).await?;
        let place = all.iter().position(|one| one.id == table).ok_or(AppError::NotFound)?;
        if let Some(target) = to.from(place, all.len()) {
            let before: Vec<TableId> = all.iter().map(|one| one.id).collect();
            all.swap(place, target);
            let after: Vec<TableId> = all.iter().map(|one| one.id).collect();
            for (position, one) in (1..).zip(&all).filter(|(position, one)| one.position != *position) {
                thematic_tables::place(&tx, &self.scope, one.id, position).await?;
            }
            self.record(&tx, Entry::changed("table.reorder", "table", table.0, &before, &after)).await?;
        }
        self.commit(tx).await?;
        Ok(process.slug)
    }

    async fn write_synthesis(&self, table: TableId, new: NewSynthesis) -> Outcome<String> {
        self.new_synthesis(table, new).await
    }

    async fn edit_synthesis(
        &self,
        synthesis: SynthesisId,
        words: SynthesisWords,
        version: i32,
    ) -> Outcome<(String, TableId)> {
        self.change_synthesis(synthesis, &words, version).await
    }
}

fn draft(table: ThematicTable) -> TableDraft {
    TableDraft {
        id: table.id,
        name: table.name,
        focus: table.focus,
        audience: table.audience,
        facilitator: table.facilitator,
        version: table.version,
    }
}

/// The process, as its tables and contributions name it.
pub(super) fn name_of(process: &Process) -> Outcome<ProcessName> {
    Ok(ProcessName {
        slug: process.slug.clone(),
        title: process.title.clone(),
        permanent: process.pack()?.is_permanent(),
    })
}

impl Handle {
    pub(super) async fn table_in(&self, tx: &Tx, process: &Process, table: TableId) -> Outcome<ThematicTable> {
        let table = thematic_tables::by_id(tx, &self.scope, table).await?;
        if table.process == process.id { Ok(table) } else { Err(AppError::NotFound) }
    }
}
