//! Organs of a path: the negotiation table and the guarantee committee, by organisation.

use super::{Slice, documents::PathName};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{MemberId, OrganId, RemarkId},
    organ::{EntryWay, MemberState, MemberStep, NewCandidature, NewMember, NewOrgan, OrganKind, OrganRules, Rewriting},
    party::PartyKind,
    reason::Reason,
    remark::{NewRemark, RemarkKind},
};

/// An organisation that sits on an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    pub organisation: String,
    pub kind: PartyKind,
    pub category: String,
    pub since: Option<NaiveDate>,
    pub votes: bool,
}

/// Rules of procedure with the days of their validity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesView {
    pub version: u32,
    pub since: NaiveDate,
    /// The day on which others took their place.
    pub until: Option<NaiveDate>,
    pub rules: OrganRules,
}

/// A remark or an opinion of the guarantee committee, under the name of the organisation that filed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkRow {
    pub id: RemarkId,
    pub organisation: String,
    pub kind: RemarkKind,
    pub title: String,
    pub text: String,
    pub at: DateTime<Utc>,
}

/// An organ as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganView {
    pub id: OrganId,
    pub kind: OrganKind,
    pub rules: RulesView,
    /// What was in force before, the latest first.
    pub earlier: Vec<RulesView>,
    pub constituted_on: NaiveDate,
    pub members: Vec<MemberRow>,
    /// Whether an organisation may propose itself now.
    pub open: bool,
}

/// Where the visitor's own organisation stands with an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMembership {
    pub member: MemberId,
    pub organ: OrganKind,
    pub organisation: String,
    pub state: MemberState,
    pub reason: Option<String>,
    /// Whether the invitation expired before it was answered.
    pub expired: bool,
    pub steps: Vec<MemberStep>,
}

/// Who does what in a path, by role and organisation: no names of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoDoesWhat {
    pub path: PathName,
    pub proponent: String,
    pub decision_body: String,
    pub responsible_office: String,
    /// The thematic tables, and whether each has a facilitator.
    pub tables: Vec<(String, bool)>,
    pub has_guarantor: bool,
    /// Whether the rules know a negotiation table or a committee.
    pub expects_organs: bool,
    pub organs: Vec<OrganView>,
    /// Days in which members comment minutes, where an organ does not grant more.
    pub comment_days: u32,
    pub own: Vec<OwnMembership>,
    pub may_manage: bool,
}

/// What the guarantee committee of a path filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarks {
    pub path: PathName,
    /// The newest first.
    pub filed: Slice<RemarkRow>,
    /// The organisations of the committee for which the visitor may file now.
    pub files_for: Vec<(MemberId, String)>,
}

/// A member as the owner of the path sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCard {
    pub id: MemberId,
    pub row: MemberRow,
    pub way: EntryWay,
    pub state: MemberState,
    pub why: Option<String>,
    pub reason: Option<String>,
    /// When the invitation expires that waits for its answer.
    pub invited_until: Option<DateTime<Utc>>,
    /// Name and address of who sits for it: personal data.
    pub delegate: Option<(String, String)>,
    pub steps: Vec<MemberStep>,
}

/// An organ as the owner of the path sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganCard {
    pub id: OrganId,
    pub kind: OrganKind,
    pub rules: RulesView,
    pub version: i32,
    pub constituted_on: NaiveDate,
    pub members: Vec<MemberCard>,
}

/// The organs of a path, for its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganDesk {
    /// Whether organs and members may still change: not once the path is over.
    pub may_write: bool,
    pub path: PathName,
    pub organs: Vec<OrganCard>,
    /// Organs that are not set up yet.
    pub missing: Vec<OrganKind>,
    /// Days in which members comment minutes, where an organ does not grant more.
    pub comment_days: u32,
    pub today: NaiveDate,
}

/// An invitation, for the person to whom it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberInvitation {
    pub path: PathName,
    pub rules: String,
    pub own: OwnMembership,
}

#[async_trait]
pub trait Organs {
    /// Who does what in the path `slug`.
    async fn who_does_what(&self, slug: String) -> Outcome<WhoDoesWhat>;

    /// What the guarantee committee of the path `slug` filed, older than `after`; `NotFound` where there is none.
    async fn remarks(&self, slug: String, after: Option<String>) -> Outcome<Remarks>;

    /// The organs of the path `slug` with their members and delegates; for its owner.
    async fn organ_desk(&self, slug: String) -> Outcome<OrganDesk>;

    /// The invitation of a member, for its delegate alone.
    async fn member_invitation(&self, id: MemberId) -> Outcome<MemberInvitation>;

    /// Sets up an organ of the path `slug`.
    async fn constitute_organ(&self, slug: String, new: NewOrgan) -> Outcome<()>;

    /// Writes the rules of an organ again: in place until its first minutes are approved, then as a new version.
    /// Gives the slug of the path.
    async fn rewrite_rules(&self, organ: OrganId, version: i32, rules: OrganRules) -> Outcome<(String, Rewriting)>;

    /// Invites an organisation by mail to its delegate; gives the slug of the path.
    async fn invite_member(&self, organ: OrganId, new: NewMember, votes: bool) -> Outcome<String>;

    /// Proposes the organisation for which the person speaks; gives the slug of the path.
    async fn apply_to_organ(&self, organ: OrganId, new: NewCandidature) -> Outcome<String>;

    /// Files a remark or an opinion for a member of the guarantee committee, for good; gives the slug of the path.
    async fn file_remark(&self, member: MemberId, new: NewRemark) -> Outcome<String>;

    /// Moves a member one step, as the owner or as its delegate; gives the slug of the path.
    async fn move_member(&self, id: MemberId, step: MemberStep, reason: Option<Reason>) -> Outcome<String>;
}
