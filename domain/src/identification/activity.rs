//! What an act is, for whoever asks how surely somebody must be known: every action is named, so that a new one asks.

use crate::{action::Action, code::coded};

coded! {
    /// What an act is, for whoever asks how surely somebody must be known.
    pub enum Activity {
        /// Reading, and the daily work that roles bring with them.
        Read = "read",
        /// Taking part with one's own words or support.
        Contribute = "contribute",
        /// Voting and approving for an organisation.
        Vote = "vote",
        /// Steps that bind an organisation or a body.
        Binding = "binding",
    }
}

impl Activity {
    /// Those that a tenant may ask something for.
    pub const ASKED: [Self; 3] = [Self::Contribute, Self::Vote, Self::Binding];

    /// What `action` is. To report a text is free, for what is unlawful must be as easy to point at
    /// as to read; so is registering for a meeting, which is open to whoever comes.
    #[must_use]
    pub const fn of(action: Action) -> Self {
        use Action as A;
        match action {
            A::Propose | A::Comment | A::Support | A::Follow | A::AnswerQuestionnaire => Self::Contribute,
            A::VoteOnDocument | A::ApproveAsMember => Self::Vote,
            A::ApplyAsMember
            | A::StartProcess
            | A::WithdrawProcess
            | A::ConcludeProcess
            | A::AskExtension
            | A::DecideExtension
            | A::ApproveMinutes
            | A::SubmitDocument
            | A::SendToBody
            | A::RecordAcknowledgement
            | A::DecideProposals => Self::Binding,
            A::ReadPublic
            | A::Report
            | A::Moderate
            | A::ReviewAppeals
            | A::EnterContribution
            | A::AnswerContribution
            | A::CombineContributions
            | A::ReadDrafts
            | A::CreateProcess
            | A::EditSheet
            | A::RegisterAct
            | A::MakeReady
            | A::OpenCycle
            | A::OpenContributions
            | A::CloseContributions
            | A::RecordImpact
            | A::StartMonitoring
            | A::ArchiveProcess
            | A::SuspendProcess
            | A::DraftExtension
            | A::WriteAgreement
            | A::InviteParty
            | A::ManageMembers
            | A::ManageMeetings
            | A::RegisterForMeeting
            | A::ManageQuestionnaires
            | A::EnterAnswers
            | A::ReadAttendance
            | A::ReadOrganPapers
            | A::FileRemark
            | A::WriteMinutes
            | A::CommentMinutes
            | A::AddAddendum
            | A::EditTables
            | A::WriteSynthesis
            | A::ComposeDocument
            | A::RecordTableOpinion
            | A::OverridePersonalData
            | A::ReadSubmitted
            | A::ValidateDocument
            | A::WriteReport
            | A::ReadPrivateAnnex
            | A::UploadDocument
            | A::ProtocolDocument
            | A::AnnotateDocument
            | A::MakeActionSheet
            | A::UpdateActionSheet
            | A::ManagePeople
            | A::ChangeSettings
            | A::ReadFeedback
            | A::KeepRegister
            | A::ReadAudit
            | A::ExportTenant
            | A::CreateTenant
            | A::SuspendTenant
            | A::InviteAdmin
            | A::ReadAllDeadlines
            | A::ReadGuarantorQueue => Self::Read,
        }
    }
}
