//! What staff see of a process: its workspace, its sheet, what a new one is made from.

use super::{ActRow, HistoryRow, PhaseView, PossibleRevocation, ProcessRow};
use crate::contract::{Slice, documents::DocumentChoice, extension::ExtensionRow};
use chrono::NaiveDate;
use domain::{
    action::Action,
    deadline::DueEntry,
    id::{DocumentId, PersonId},
    process::NextStep,
    process_draft::{Times, WrittenNotice},
    sheet::ProjectSheet,
    stage::Stage,
};

/// What a new process is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessChoices {
    /// Key of the tenant's own pack.
    pub pack: String,
    /// Staff who may own the process.
    pub people: Vec<(PersonId, String)>,
}

/// A step that may be taken next, and whether this person may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    pub next: NextStep,
    pub may: bool,
    /// What stays open after it, though nothing forbids it.
    pub left_open: Vec<LeftOpen>,
}

/// Things that a step leaves open, each with their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOpen {
    /// Contributions without an answer.
    Contributions(u64),
    /// Meetings neither held nor cancelled.
    Meetings(u64),
    /// Organisations that proposed themselves for an organ.
    Candidacies(u64),
    /// Requests for more time without an answer, which lapse.
    Extensions(u64),
}

/// The workspace of a process.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    pub row: ProcessRow,
    pub version: i32,
    /// The stage from which it was suspended.
    pub interrupted: Option<Stage>,
    pub steps: Vec<StepView>,
    pub deadlines: Vec<DueEntry>,
    pub original_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    /// Whether the grant may be revoked, and why.
    pub revocation: Option<PossibleRevocation>,
    /// The latest first.
    pub acts: Slice<ActRow>,
    pub extensions: Vec<ExtensionRow>,
    /// The newest first.
    pub history: Slice<HistoryRow>,
    /// Documents that acts and requests may point to.
    pub documents: Vec<DocumentChoice>,
    pub may_edit: bool,
    pub may_register_act: bool,
    pub may_write_notice: bool,
    pub may_read_extensions: bool,
    /// All that the person may do on this process.
    pub actions: Vec<Action>,
}

/// Sheet, times, phases and start notice as staff edit them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    pub row: ProcessRow,
    pub version: i32,
    pub sheet: ProjectSheet,
    pub times: Times,
    pub phases: Vec<PhaseView>,
    pub notice: WrittenNotice,
    pub signed: bool,
    /// Whether the formal start lies behind.
    pub started: bool,
    /// Start notices that came as files; nobody checked their signatures.
    pub notice_files: Vec<(DocumentId, String)>,
    pub may_edit: bool,
    pub may_write_notice: bool,
}
