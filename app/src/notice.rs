//! What is said in the status region after an action succeeded.

use crate::i18n::{Locale, td_string};

macro_rules! notices {
    ($($name:ident => $key:ident),* $(,)?) => {
        /// The result of an action, said once on the page where it shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Notice { $($name),* }

        impl Notice {
            /// Every notice.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The value of the query parameter `esito`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($key)),* }
            }

            /// The sentence, in `locale`.
            #[must_use]
            pub fn words(self, locale: Locale) -> String {
                match self { $(Self::$name => td_string!(locale, notice.$key).to_string()),* }
            }
        }
    };
}

notices! {
    SignedIn => signed_in,
    SignedOut => signed_out,
    SignedOutEverywhere => signed_out_everywhere,
    SessionEnded => session_ended,
    IdentityJoined => identity_joined,
    CodeSent => code_sent,
    Saved => saved,
    FeedbackSent => feedback_sent,
    ProcessCreated => process_created,
    StepTaken => step_taken,
    ActRegistered => act_registered,
    NoticeSaved => notice_saved,
    ExtensionDrafted => extension_drafted,
    ExtensionDeleted => extension_deleted,
    ExtensionRequested => extension_requested,
    ExtensionDecided => extension_decided,
    ExtensionDeclared => extension_declared,
    ChangesRead => changes_read,
    DraftDiscarded => draft_discarded,
    DocumentSaved => document_saved,
    ProposalSaved => proposal_saved,
    ProposalRemoved => proposal_removed,
    DocumentAtTable => document_at_table,
    DocumentReopened => document_reopened,
    OpinionRecorded => opinion_recorded,
    VoteRecorded => vote_recorded,
    PersonalDataCleared => personal_data_cleared,
    PersonalDataUpheld => personal_data_upheld,
    PrivacyOfficerAsked => privacy_officer_asked,
    SubmittedToGuarantor => submitted_to_guarantor,
    SentToBody => sent_to_body,
    DocumentPublished => document_published_notice,
    RoundAnswered => round_answered,
    Acknowledged => acknowledged,
    DecisionSaved => decision_saved,
    DecisionsPublished => decisions_published,
    ActionMade => action_made,
    ActionMoved => action_moved,
    ExpenseAdded => expense_added,
    ExpenseRemoved => expense_removed,
    ReportSubmitted => report_submitted,
    RecordChecked => record_checked,
    RecordAccepted => record_accepted,
    RecordDiscarded => record_discarded,
    RecordRestored => record_restored,
    DocumentUploaded => document_uploaded,
    DocumentReplaced => document_replaced,
    DocumentProtocolled => document_protocolled,
    DocumentAnnotated => document_annotated,
    DocumentDeleted => document_deleted,
    AgreementRenewed => agreement_renewed,
    PartyInvited => party_invited,
    PartyRemoved => party_removed,
    PartyLinkSent => party_link_sent,
    PartyFileConfirmed => party_file_confirmed,
    AgreementSigned => agreement_signed,
    AgreementFileReceived => agreement_file_received,
    AgreementDeclined => agreement_declined,
    Proposed => proposed,
    ProposalHeld => proposal_held,
    ProposedBefore => proposed_before,
    ContributionEntered => contribution_entered,
    EnteredBefore => entered_before,
    ProposalRevised => proposal_revised,
    WordsAdded => words_added,
    Supported => supported,
    SupportWithdrawn => support_withdrawn,
    Following => following,
    Unfollowed => unfollowed,
    Commented => commented,
    CommentHeld => comment_held,
    LetThrough => let_through,
    TextRefused => text_refused,
    Answered => answered,
    AnsweredTogether => answered_together,
    ProposalsMerged => proposals_merged,
    ProposalSplit => proposal_split,
    CombinedBefore => combined_before,
    CombiningTakenBack => combining_taken_back,
    SynthesisWritten => synthesis_written,
    Reported => reported,
    Hidden => hidden,
    Restored => restored,
    ReportsClosed => reports_closed,
    AppealMade => appeal_made,
    AppealRefused => appeal_refused,
    AccountErased => account_erased,
    TenantCreated => tenant_created,
    TenantSuspended => tenant_suspended,
    TenantResumed => tenant_resumed,
    InvitationSent => invitation_sent,
    InvitationWithdrawn => invitation_withdrawn,
    InvitationAccepted => invitation_accepted,
    RoleGranted => role_granted,
    RoleRevoked => role_revoked,
    RulesSuperseded => rules_superseded,
    ProviderAdded => provider_added,
    ProviderTried => provider_tried,
    ProviderOn => provider_on,
    ProviderOff => provider_off,
    ProviderRemoved => provider_removed,
    OrganConstituted => organ_constituted,
    MemberInvited => member_invited,
    CandidatureSent => candidature_sent,
    MemberAccepted => member_accepted,
    MemberDeclined => member_declined,
    MemberRefused => member_refused,
    MemberTakenBack => member_taken_back,
    MemberLeft => member_left,
    RemarkFiled => remark_filed,
    MeetingPlanned => meeting_planned,
    MeetingConvened => meeting_convened,
    MeetingConvenedLate => meeting_convened_late,
    MeetingHeld => meeting_held,
    MeetingCancelled => meeting_cancelled,
    RegistrationOpened => registration_opened,
    QuestionnaireCreated => questionnaire_created,
    QuestionnaireRemoved => questionnaire_removed,
    QuestionnaireOpened => questionnaire_opened,
    QuestionnaireClosed => questionnaire_closed,
    QuestionnaireInvited => questionnaire_invited,
    QuestionnaireAnswered => questionnaire_answered,
    AnswersEntered => answers_entered,
    Registered => registered,
    RegisteredWaiting => registered_waiting,
    RegistrationCancelled => registration_cancelled,
    CheckedIn => checked_in,
    CheckInUndone => check_in_undone,
    MinutesOpened => minutes_opened,
    MinutesReopened => minutes_reopened,
    MinutesApproved => minutes_approved,
    MinutesApprovedByMember => minutes_approved_by_member,
    MinutesPublished => minutes_published,
    MinutesCommented => minutes_commented,
    AddendumAdded => addendum_added,
}

impl Notice {
    /// The notice with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|notice| notice.code() == code)
    }
}
