//! Thematic tables: who works on what, and what they gathered.

use super::{
    Slice,
    contributions::{ContributionRow, Slot},
    meetings::MeetingRow,
    proposal_document::Look,
};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    id::{ContributionId, PersonId, SynthesisId, TableId},
    origin::Origin,
    thematic_table::{Move, NewSynthesis, NewTable, SynthesisKind, SynthesisWords},
};

/// A process, as far as its tables and contributions name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessName {
    pub slug: String,
    pub title: String,
    /// A permanent process: its tables are the axes of the agenda.
    pub permanent: bool,
}

/// A table in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub id: TableId,
    pub name: String,
    pub focus: String,
    pub audience: String,
    /// Public contributions, counted up to a bound.
    pub contributions: u64,
    pub syntheses: u64,
}

/// The tables of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableList {
    pub process: ProcessName,
    pub tables: Vec<TableRow>,
    pub may_edit: bool,
}

/// A synthesis with the public contributions it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynthesisView {
    pub id: SynthesisId,
    pub kind: SynthesisKind,
    pub title: String,
    /// Markdown.
    pub text: String,
    pub at: DateTime<Utc>,
    pub version: i32,
    /// A proposal document is made from it: it stays as it is. Told where syntheses are written.
    pub used: bool,
    pub sources: Vec<(ContributionId, String)>,
}

/// One table, for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    pub process: ProcessName,
    pub id: TableId,
    pub name: String,
    pub focus: String,
    pub audience: String,
    pub has_facilitator: bool,
    pub syntheses: Vec<SynthesisView>,
    pub contributions: Vec<ContributionRow>,
    /// Its sessions, the latest first.
    pub meetings: Vec<MeetingRow>,
    pub slot: Slot,
    pub may_edit: bool,
    pub may_synthesise: bool,
}

/// A table as its form shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDraft {
    pub id: TableId,
    pub name: String,
    pub focus: String,
    pub audience: String,
    pub facilitator: Option<PersonId>,
    pub version: i32,
}

/// The tables of a process, for who edits them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDesk {
    pub process: ProcessName,
    /// Each with whether the person works at it.
    pub tables: Vec<(bool, TableDraft)>,
    /// People who may be named as facilitator.
    pub facilitators: Vec<(PersonId, String)>,
    pub may_edit: bool,
}

/// A contribution that may be taken up in a synthesis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub row: ContributionRow,
    /// Some synthesis took it up already.
    pub taken: bool,
}

/// What the facilitator has at hand for a synthesis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynthesisDesk {
    pub process: ProcessName,
    pub table: TableDraft,
    pub syntheses: Vec<SynthesisView>,
    /// Those looked for, the newest first.
    pub sources: Slice<Source>,
    pub facilitators: Vec<(PersonId, String)>,
    pub may_edit: bool,
    pub may_synthesise: bool,
}

#[async_trait]
pub trait Tables {
    /// The tables of a public process, in their order.
    async fn tables(&self, process: String) -> Outcome<TableList>;

    /// One table with its syntheses and newest contributions.
    async fn table(&self, process: String, table: TableId) -> Outcome<TableView>;

    /// The tables of a process, to be edited by its staff.
    async fn table_desk(&self, process: String) -> Outcome<TableDesk>;

    /// One table with those of its contributions that are looked for, for who writes syntheses.
    async fn synthesis_desk(&self, process: String, table: TableId, look: Look) -> Outcome<SynthesisDesk>;

    /// Those of `sources` that were gathered at the table, for who writes syntheses.
    async fn sources_named(&self, process: String, table: TableId, sources: Vec<Origin>) -> Outcome<Vec<Source>>;

    /// Adds a table at the end.
    async fn add_table(&self, process: String, new: NewTable) -> Outcome<()>;

    /// Changes a table that is still at `version`; gives the slug of its process.
    async fn edit_table(&self, table: TableId, new: NewTable, version: i32) -> Outcome<String>;

    /// Moves a table by one place; gives the slug of its process.
    async fn move_table(&self, table: TableId, to: Move) -> Outcome<String>;

    /// Writes a synthesis: its sources stay as they are and are marked as taken up. Gives the slug of the process.
    async fn write_synthesis(&self, table: TableId, new: NewSynthesis) -> Outcome<String>;

    /// Changes the words of a synthesis that is still at `version`, as long as no proposal document is made from it;
    /// its sources stay. Gives the slug of the process and the table.
    async fn edit_synthesis(
        &self,
        synthesis: SynthesisId,
        words: SynthesisWords,
        version: i32,
    ) -> Outcome<(String, TableId)>;
}
