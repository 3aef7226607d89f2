//! What is due: for the staff of one tenant, and for the coordinator over all of them.

use super::{Slice, documents::PathName, process::HistoryRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{deadline::DeadlineKind, id::MeetingId, process::NextStep, role::Role};

/// One thing due in a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    pub slug: String,
    pub title: String,
    pub kind: DeadlineKind,
    /// The meeting whose minutes are meant.
    pub meeting: Option<MeetingId>,
    pub due: NaiveDate,
    pub who: Role,
    /// Whether the reader holds the role that must act.
    pub mine: bool,
}

/// What waits for somebody's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// A request for more time, drafted and not sent.
    ExtensionToSend,
    /// A request for more time, asked and not answered.
    ExtensionAnswer,
    /// The guarantor asked for changes to the proposal document.
    Integration,
    /// The guarantor validated the proposal document: it may go to the body that decides.
    DocumentToSend,
    /// The guarantor did not validate it: it is written anew, or goes to the body as it is.
    DocumentRefused,
    /// The privacy officer was asked about what the proposal document seems to hold.
    PersonalData,
    /// Reported texts.
    Reports,
    /// Appeals of authors whose texts were hidden.
    Appeals,
    /// Organisations that proposed themselves for an organ.
    Candidacies,
    /// Public proposals without an answer.
    Answers,
    /// Meetings of a day gone by, neither held nor cancelled.
    PastMeetings,
    /// Minutes whose comment days are over, or that are approved and not published.
    Minutes,
    /// The guarantor refused the document: the grant may be revoked.
    PossibleRevocation,
}

/// Something that waits, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingRow {
    pub what: Waiting,
    pub count: u64,
    /// The process, unless it concerns them all.
    pub path: Option<PathName>,
    pub since: Option<NaiveDate>,
    pub who: Role,
    /// Whether the reader holds the role that must act.
    pub mine: bool,
    /// Whether the reader may enter the page where one acts.
    pub may_open: bool,
    /// The first of the meetings whose minutes wait.
    pub meeting: Option<MeetingId>,
}

/// A process that cannot go on yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedRow {
    pub slug: String,
    pub title: String,
    pub step: NextStep,
    /// Whether it lacks an owner whom the reader may name.
    pub names_owner: bool,
    /// Whether the reader is to supply something that is missing.
    pub mine: bool,
}

/// What happened in a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    pub slug: String,
    pub title: String,
    pub entry: HistoryRow,
}

/// The staff's first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    pub due: Vec<DueRow>,
    /// What waits for somebody, without a date.
    pub waiting: Vec<WaitingRow>,
    /// Steps that lack nothing and that the reader may take.
    pub ready: Vec<BlockedRow>,
    pub blocked: Vec<BlockedRow>,
    pub changes: Vec<ChangeRow>,
    /// When the reader last marked the changes as read.
    pub since: Option<DateTime<Utc>>,
    pub processes: Vec<(String, String)>,
    pub may_create: bool,
}

/// What the deadlines of the region are narrowed to, as typed; what cannot be read is ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeadlinesWanted {
    /// Slug of the tenant.
    pub tenant: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Where the page starts.
    pub after: Option<String>,
}

/// A page of the deadlines of the region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionalDeadlines {
    pub slice: Slice<RegionalDeadline>,
    /// Slug and name of each tenant, by name.
    pub tenants: Vec<(String, String)>,
}

/// One open deadline of one tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionalDeadline {
    /// Slug and name.
    pub tenant: (String, String),
    /// Title of the process and where it is read; none while it is not public.
    pub process: Option<(String, String)>,
    pub kind: DeadlineKind,
    pub due: NaiveDate,
    pub who: Role,
}

#[async_trait]
pub trait Work {
    /// What is due, what is blocked, what changed, in the processes that this person works on.
    async fn today(&self) -> Outcome<Today>;

    /// Marks what changed as read.
    async fn mark_read(&self) -> Outcome<()>;

    /// The open deadlines of all tenants that are wanted, the late ones first; for the coordinator.
    async fn regional_deadlines(&self, wanted: DeadlinesWanted) -> Outcome<RegionalDeadlines>;
}
