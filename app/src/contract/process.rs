//! Processes as everybody sees them, and how staff make and describe them.

mod desk;

pub use desk::{Dossier, LeftOpen, ProcessChoices, StepView, Workspace};

use super::{Slice, extension::ExtensionRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    act::NewAct,
    action::Action,
    history::HistoryKind,
    id::{DocumentId, PersonId},
    pack::RulePack,
    process::{DocumentFact, NextStep},
    process_draft::{NewProcess, PhasePlan, WrittenNotice},
    role::Role,
    sheet::ProjectSheet,
    stage::{Stage, Step},
};

/// One process in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessRow {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub stage: Stage,
    pub pack: &'static RulePack,
    pub started_on: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
    /// The authorised end is past, and the work goes on.
    pub overdue: bool,
    /// Whether contributions are taken now.
    pub open: bool,
    /// Last day for contributions, while they are open; a permanent process may have none.
    pub open_until: Option<NaiveDate>,
    pub fictional: bool,
}

/// One phase on the line of a process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhaseView {
    pub key: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The end before an extension moved it.
    pub old_to: Option<NaiveDate>,
    /// The document by which it was moved, if the reader may open it.
    pub moved_by: Option<DocumentId>,
    pub plan: PhasePlan,
}

/// An act, and its document if the reader may open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    pub act: NewAct,
    pub document: Option<DocumentId>,
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    pub at: DateTime<Utc>,
    pub kind: HistoryKind,
    pub role: Role,
    pub note: String,
    pub public: bool,
}

/// Where the long lists of a process start, as given with the page before; none at their beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListsFrom {
    pub history: Option<String>,
    pub acts: Option<String>,
}

/// How far the formal agreement of a process has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreementInShort {
    pub valid: bool,
    pub signed: u64,
    pub parties: u64,
}

/// How the process is guaranteed, in figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guarantee {
    /// The formal agreement, where there is one.
    pub agreement: Option<AgreementInShort>,
    /// Organisations at the negotiation table and on the committee.
    pub organisations: u64,
}

/// Which of the last papers of a process everybody may read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PublicPapers {
    /// What became of the proposal document so far.
    pub document: DocumentFact,
    pub proposal_document: bool,
    pub decisions: bool,
    /// Whether the decisions on the proposals are among them.
    pub decided: bool,
    pub final_report: bool,
}

/// That the guarantor's refusal may cost the process its grant: under which rules, since when and why.
#[derive(Debug, Clone, PartialEq)]
pub struct PossibleRevocation {
    pub pack: &'static RulePack,
    pub refused_on: Option<NaiveDate>,
    /// The guarantor's words.
    pub reason: String,
}

/// Where a process is and what comes next.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub row: ProcessRow,
    /// The stage from which it was suspended or withdrawn.
    pub interrupted: Option<Stage>,
    /// The step that advances it, with all that it needs; none where nothing does.
    pub next: Option<NextStep>,
    /// All that the visitor may do in it.
    pub actions: Vec<Action>,
}

/// The public page of a process.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessView {
    pub row: ProcessRow,
    /// The stage from which it was suspended or withdrawn.
    pub interrupted: Option<Stage>,
    pub sheet: ProjectSheet,
    pub phases: Vec<PhaseView>,
    pub original_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    pub concluded_on: Option<NaiveDate>,
    /// What was invented for the demonstration; empty otherwise.
    pub fictional_note: String,
    /// The latest first.
    pub acts: Slice<ActRow>,
    pub extensions: Vec<ExtensionRow>,
    /// The newest first.
    pub history: Slice<HistoryRow>,
    pub guarantee: Guarantee,
    pub papers: PublicPapers,
    /// The step that advances it, with all that it needs; none where nothing does.
    pub next: Option<NextStep>,
    /// Whether the visitor works on this process.
    pub may_work: bool,
    /// All that the visitor may do in it.
    pub actions: Vec<Action>,
}

#[async_trait]
pub trait Processes {
    /// What time it is for this request.
    fn moment(&self) -> DateTime<Utc>;

    /// What this request was refused last for want of a role, where that is why.
    fn refused(&self) -> Option<Action>;

    /// A page of the processes of the tenant that this person may see, newest first.
    async fn processes(&self, after: Option<String>) -> Outcome<Slice<ProcessRow>>;

    /// The public page of a process, its long lists from `from` on.
    async fn process(&self, slug: String, from: ListsFrom) -> Outcome<ProcessView>;

    /// Where a process is and what comes next: what each of its pages shows.
    async fn progress(&self, slug: String) -> Outcome<Progress>;

    /// Where a process is, without what comes next, which takes counting all that waits in it.
    async fn process_row(&self, slug: String) -> Outcome<ProcessRow>;

    /// What the form for a new process offers.
    async fn process_choices(&self) -> Outcome<ProcessChoices>;

    /// Creates a process, gives it its owner if one is named, and tells its name in addresses.
    async fn create_process(&self, new: NewProcess, owner: Option<PersonId>) -> Outcome<String>;

    /// The workspace of a process, for who works on it, its long lists from `from` on.
    async fn workspace(&self, slug: String, from: ListsFrom) -> Outcome<Workspace>;

    /// Takes `step`, or tells everything that is missing.
    async fn take_step(&self, slug: String, seen: i32, step: Step, note: String) -> Outcome<()>;

    /// What staff edit about a process.
    async fn dossier(&self, slug: String) -> Outcome<Dossier>;

    /// Stores the sheet and the summary, unless somebody changed the process since `version`.
    async fn save_sheet(&self, slug: String, version: i32, sheet: ProjectSheet, summary: String) -> Outcome<()>;

    /// Stores the times, unless somebody changed the process since `version`.
    async fn save_times(&self, slug: String, version: i32, typed: [String; 3]) -> Outcome<()>;

    /// Stores the plan of the phase with this key.
    async fn save_phase(&self, slug: String, version: i32, phase: String, plan: PhasePlan) -> Outcome<()>;

    /// Stores the start notice; `signed` by the person who stores it.
    async fn save_notice(&self, slug: String, version: i32, notice: WrittenNotice, signed: bool) -> Outcome<()>;

    /// Registers an act.
    async fn register_act(&self, slug: String, act: NewAct, document: Option<DocumentId>) -> Outcome<()>;
}
