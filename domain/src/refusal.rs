//! Why a step cannot be taken: what blocks it, in a closed list that pages translate.

use crate::{
    assurance::Assurance,
    pack::{DurationUnit, Text},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

mod refused;

pub use refused::StepRefused;

/// One thing that stands in the way of a step. The page of the process lists it, the server refuses with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Blocker {
    /// The thing is in a state from which this step does not exist.
    WrongState,
    /// The object of the process.
    Object,
    /// The phases, planned.
    Phases,
    /// The staff, named.
    Staff,
    /// The process owner, named.
    Owner,
    /// The body that will decide.
    DecisionBody,
    /// The act that suspends what would prejudge the outcome.
    SuspensionAct,
    /// A duration within what the pack allows, in its unit.
    DurationWithin { max: u32, unit: DurationUnit, pack: String },
    /// A public action that the start notice names.
    StartAction,
    /// The web address in the start notice.
    StartLink,
    /// The legal representative's signature on the start notice.
    StartSignature,
    /// The date of the formal start.
    StartDate,
    /// A formal start that lies behind; this one is still to come.
    StartToCome { on: NaiveDate },
    /// An end that lies ahead; the start would set this one, or none, which a `cycle` takes from its sheet.
    EndAhead { end: Option<NaiveDate>, cycle: bool },
    /// A last day for contributions that lies ahead.
    ContributionsAhead { close: NaiveDate },
    /// A start no later than the call's limit.
    StartLimit { limit: NaiveDate, given: Option<NaiveDate>, pack: String },
    /// The negotiation table, constituted.
    TableConstituted,
    /// The first meeting of the negotiation table, held.
    FirstTableMeeting,
    /// The minutes of that meeting, published.
    FirstTableMinutes,
    /// The map of the actors, shared.
    StakeholderMap,
    /// Each public meeting held, or cancelled with a reason; `open` are neither.
    MeetingsSettled { open: u32 },
    /// Each contribution answered; `open` are not.
    ContributionsAnswered { open: u32 },
    /// Each of these contributions can be answered; `count` cannot.
    NotAnswerable { count: u32 },
    /// Nobody has supported, discussed, reported, taken up or answered what was composed.
    ComposedUntouched,
    /// The proposal document sent to the body, after validation where the pack wants it.
    DocumentSent { validation: bool },
    /// A conclusion no later than the authorised end.
    WithinAuthorisedEnd { end: NaiveDate, on: Option<NaiveDate> },
    /// The acknowledgement, recorded.
    Acknowledgement,
    /// The act by which the body adopts the updated agenda, no older than the conclusion.
    AdoptionAct,
    /// The decision, communicated to the guarantor and to those who took part.
    DecisionCommunicated,
    /// The final report, submitted.
    FinalReport,
    /// The pack knows no extension.
    ExtensionNotForeseen { pack: String },
    /// The end lay before the request or the grant.
    ExtensionExpired { end: NaiveDate },
    /// The new end does not follow the present one.
    ExtensionNotLater { end: NaiveDate },
    /// More days than the pack allows in all; `granted` were granted before.
    ExtensionTooLong { asked: u32, granted: u32, max: u32, pack: String },
    /// Beyond the last day that extensions may reach.
    ExtensionBeyond { until: NaiveDate, cap: NaiveDate, pack: String },
    /// The request's own document, for everybody to read.
    ExtensionDocument,
    /// Another request of the process still waits for its answer.
    ExtensionPending,
    /// More days than were asked.
    GrantedMoreThanAsked { granted: u32, asked: u32 },
    /// The pack names others to decide on extensions.
    NotGrantingBody { pack: String },
    /// Who hid or wrote a text does not decide on the appeal about it.
    ReviewedByAnother,
    /// The acknowledgement of a document that was not validated says so.
    RefusalMentioned,
    /// The acknowledgement follows the conclusion.
    AcknowledgedBeforeConclusion { concluded: NaiveDate },
    /// A decision on each proposal; these numbers have none.
    ProposalsDecided { missing: Vec<u32> },
    /// A reason wherever a proposal is not accepted whole; these numbers have none.
    DecisionReasons { missing: Vec<u32> },
    /// Only a proposal that the body accepted, whole or in part, becomes an action.
    ProposalNotAccepted,
    /// Each mandatory section of the final report; these are empty.
    ReportSections { missing: Vec<String> },
    /// Every signature that the document waits for.
    SignaturesMissing { given: u32, awaited: u32 },
    /// At least one expense where there is a grant.
    ReportExpenses,
    /// Contributions are taken in another phase.
    ContributionsNotOpen,
    /// Contributions were taken until this instant.
    ContributionsClosed { at: DateTime<Utc> },
    /// The text that was signed is not the current text of the agreement.
    TextMismatch,
    /// The agreement names nobody with this identifier.
    NotAParty,
    /// Only members of the organ may do this.
    NotAMember,
    /// Only organisations of the negotiation table that have a vote do this.
    NoVote,
    /// The person proposed an organisation for this organ already, and waits for the answer.
    AlreadyApplied,
    /// A hired facilitator of the process cannot sit on its guarantee committee.
    FacilitatorOnCommittee,
    /// The meeting takes place on a later day.
    MeetingNotYetDue { on: NaiveDate },
    /// An organ meets once an organisation sits on it.
    NobodyToMeet,
    /// Nobody is asked to register for the meeting, or not yet.
    RegistrationNotOpen,
    /// Who comes could say so until this instant.
    RegistrationClosed { at: DateTime<Utc> },
    /// The questionnaire asks nothing yet.
    QuestionsMissing,
    /// The condition of the question with this number names no answer of an earlier one.
    ConditionBroken { number: u32 },
    /// The section still holds questions.
    SectionNotEmpty,
    /// The questionnaire has as many sections, or questions, as it may.
    QuestionnaireFull,
    /// The questionnaire takes no answers, or no more.
    QuestionnaireNotOpen,
    /// The person answered already.
    AlreadyAnswered,
    /// Other answers were sent from the same sheet.
    SheetUsed,
    /// The path must be concluded first.
    ToConclude,
    /// Members may still comment until this instant.
    CommentsStillOpen { until: DateTime<Utc> },
    /// Members could comment until this instant.
    CommentsClosed { until: DateTime<Utc> },
    /// The organisation approved these minutes already.
    AlreadyApproved,
    /// Approved minutes take addenda, not edits.
    MinutesApproved,
    /// A mandatory section of the proposal document is empty; `title` is what the rule pack calls it.
    SectionEmpty { title: Text },
    /// The proposal document holds no proposal.
    NoProposals,
    /// The text seems to hold personal data in `places` places.
    PersonalDataFound { places: u32 },
    /// The privacy officer wants taken out what was found in this text, though it is found no more.
    PersonalDataRefused,
    /// Proposals may still be collected: the process has not come to its closing phase.
    BeforeClosing,
    /// The opinion of the negotiation table is not recorded.
    TableOpinionMissing,
    /// The negotiation table gave its opinion on an earlier text.
    TableOpinionOutdated,
    /// The negotiation table spoke against the document.
    TableOpinionContrary,
    /// The text is the one that the guarantor sent back.
    TextUnchanged,
    /// The file is not the one that was decided upon.
    FileMismatch,
    /// The rule pack asks for the guarantor's validation first.
    ValidationRequired,
    /// A proposal document is made from the synthesis.
    SynthesisUsed,
    /// A protocolled document can only be annotated.
    DocumentProtocolled,
    /// The mailed link was valid until a day that is past.
    LinkExpired,
    /// The mailed link was used; it works once.
    LinkUsed,
    /// Something else refers to the document.
    DocumentInUse,
    /// Somebody acted on the document as it was read.
    DocumentCited,
    /// Nobody holds the role of the privacy officer.
    PrivacyOfficer,
    /// A tenant keeps at least one administrator.
    LastAdministrator,
    /// The invitation was accepted before, or its time is over.
    InvitationSpent,
    /// The invitation was sent to another address.
    InvitationForAnother,
    /// The settings of the identity provider that stand were not tried with success.
    ProviderUntried,
    /// Nothing proves the platform to the identity provider.
    ProviderSecret,
    /// The person must be known more surely for this.
    KnownTooLittle { needed: Assurance },
    /// What the tenant asks of people is vouched for by this identity provider alone.
    ProviderNeeded { level: Assurance },
    /// People come in by the identity provider: it can be switched off, not removed.
    ProviderKnowsPeople,
}

impl Blocker {
    /// What somebody is told of everything that stands in the way: that the state is wrong only where nothing says why.
    #[must_use]
    pub fn reasons(mut all: Vec<Self>) -> Vec<Self> {
        if all.iter().any(|one| *one != Self::WrongState) {
            all.retain(|one| *one != Self::WrongState);
        }
        all
    }

    /// The field that it is about, in a form that has one of this name.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::ExtensionNotLater { .. } => Some("until"),
            Self::GrantedMoreThanAsked { .. } => Some("days"),
            Self::AcknowledgedBeforeConclusion { .. } => Some("on"),
            _ => None,
        }
    }
}
