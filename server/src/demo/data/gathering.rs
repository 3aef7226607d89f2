//! Organs, tables, meetings and syntheses.

use chrono::NaiveDate;
use domain::{
    meeting::{Gender, MeetingMode, MeetingState, NewAttendee},
    minutes::MinutesState,
    organ::{MemberState, OrganKind},
    party::PartyKind,
    registration::AttendeeKind,
    remark::RemarkKind,
    thematic_table::SynthesisKind,
};
use serde::Deserialize;

/// A negotiation table or a guarantee committee.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganData {
    pub key: String,
    pub kind: OrganKind,
    pub name: String,
    #[serde(default)]
    pub rules: String,
    #[serde(default)]
    pub member: Vec<MemberData>,
    #[serde(default)]
    pub remark: Vec<RemarkData>,
}

/// What a member of the guarantee committee filed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkData {
    pub organisation: String,
    pub kind: RemarkKind,
    pub title: String,
    pub text: String,
    pub on: NaiveDate,
}

/// An organisation in an organ.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberData {
    pub organisation: String,
    /// What it stands for, shown.
    pub category: String,
    pub kind: PartyKind,
    /// `invited` or `self_candidate`.
    pub way: MemberState,
    pub state: MemberState,
    pub since: NaiveDate,
    pub reason: Option<String>,
    /// Never shown.
    pub person: Option<String>,
    #[serde(default)]
    pub fictional: bool,
}

/// A thematic table, or an axis.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableData {
    pub key: String,
    pub name: String,
    pub focus: String,
    pub audience: String,
    /// A person.
    pub facilitator: Option<String>,
}

/// A meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingData {
    pub key: String,
    /// `organ:<key>`, `table:<key>` or `public`.
    pub of: String,
    pub number: Option<u32>,
    pub title: String,
    pub date: NaiveDate,
    /// `HH:MM`.
    pub time: String,
    pub mode: MeetingMode,
    pub place: String,
    pub agenda: Vec<String>,
    pub state: MeetingState,
    /// Why it was cancelled.
    pub reason: Option<String>,
    pub attendance: Option<AttendanceData>,
    pub places: Option<u32>,
    /// The last day of registration; else people register until the meeting starts.
    pub registration_until: Option<NaiveDate>,
    #[serde(default)]
    pub registration: Vec<RegistrationData>,
    pub minutes: Option<String>,
    pub minutes_state: Option<MinutesState>,
    pub comment_until: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    #[serde(default)]
    pub decision: Vec<DecisionData>,
    #[serde(default)]
    pub addendum: Vec<AddendumData>,
    /// Titles of documents of the process.
    #[serde(default)]
    pub papers: Vec<String>,
    #[serde(default)]
    pub attendee: Vec<NewAttendee>,
    #[serde(default)]
    pub comment: Vec<MinutesCommentData>,
    #[serde(default)]
    pub approval: Vec<MinutesApprovalData>,
}

/// Who registered for a meeting, in the order in which they came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistrationData {
    pub person: String,
    pub kind: AttendeeKind,
    pub organisation: Option<String>,
    pub gender: Gender,
    #[serde(default)]
    pub needs: String,
    pub on: NaiveDate,
}

/// What a member organisation said of the minutes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesCommentData {
    pub organisation: String,
    pub text: String,
    pub on: NaiveDate,
}

/// A member organisation that approved the minutes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesApprovalData {
    pub organisation: String,
    pub on: NaiveDate,
}

/// How many came.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceData {
    #[serde(default)]
    pub organisations: u32,
    #[serde(default)]
    pub women: u32,
    #[serde(default)]
    pub men: u32,
}

/// A numbered decision of a meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionData {
    pub number: String,
    pub text: String,
    pub dissent: Option<String>,
}

/// What was added to approved minutes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddendumData {
    pub on: NaiveDate,
    pub text: String,
}

/// A need or a proposal that a facilitator drew from contributions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SynthesisData {
    pub key: String,
    pub table: String,
    pub kind: SynthesisKind,
    pub title: String,
    pub text: String,
    /// Origins.
    pub sources: Vec<String>,
}
