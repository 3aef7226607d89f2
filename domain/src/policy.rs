//! Who may do what: one function, one table. Facts about the subject narrow it further.

pub use crate::action::Action;
use crate::role::Role;

/// Whether `role` may do `action` at all, in the tenant or process for which it was granted.
#[must_use]
pub fn permits(role: Role, action: Action) -> bool {
    use Action as A;
    use Role as R;
    match action {
        A::ReadPublic => true,
        A::Propose
        | A::Comment
        | A::Support
        | A::Follow
        | A::Report
        | A::ApplyAsMember
        | A::RegisterForMeeting
        | A::AnswerQuestionnaire => {
            matches!(role, R::Citizen)
        }
        A::Moderate => matches!(role, R::Moderator),
        A::ReviewAppeals => matches!(role, R::Moderator | R::TenantAdmin),
        A::EnterContribution | A::EnterAnswers => {
            matches!(role, R::ProcessOwner | R::ProcessFacilitator | R::PointCoordinator | R::DigitalFacilitator)
        }
        A::AnswerContribution => matches!(role, R::ProcessOwner | R::BodySecretary),

        A::ReadDrafts => matches!(
            role,
            R::TenantAdmin
                | R::LegalRepresentative
                | R::ProcessOwner
                | R::ProcessFacilitator
                | R::CommitteeMember
                | R::BodySecretary
                | R::PrivacyOfficer
        ),
        A::CreateProcess => matches!(role, R::TenantAdmin),
        A::EditSheet
        | A::MakeReady
        | A::OpenCycle
        | A::OpenContributions
        | A::CloseContributions
        | A::ConcludeProcess
        | A::SuspendProcess
        | A::DraftExtension => matches!(role, R::ProcessOwner),
        A::RegisterAct => matches!(role, R::ProcessOwner | R::BodySecretary),
        A::StartProcess | A::WithdrawProcess | A::AskExtension => {
            matches!(role, R::LegalRepresentative)
        }
        A::DecideExtension => matches!(role, R::FundingOfficer | R::Guarantor),

        A::WriteAgreement | A::InviteParty | A::ManageMembers => matches!(role, R::ProcessOwner),
        A::ManageMeetings
        | A::ManageQuestionnaires
        | A::WriteMinutes
        | A::AddAddendum
        | A::EditTables
        | A::CombineContributions => {
            matches!(role, R::ProcessOwner | R::ProcessFacilitator)
        }
        A::ReadAttendance => matches!(role, R::ProcessOwner | R::ProcessFacilitator | R::PrivacyOfficer),
        A::ReadOrganPapers => matches!(
            role,
            R::ProcessOwner | R::ProcessFacilitator | R::TableMember | R::CommitteeMember | R::LegalRepresentative
        ),
        A::FileRemark => matches!(role, R::CommitteeMember),
        A::CommentMinutes | A::ApproveAsMember => matches!(role, R::TableMember | R::CommitteeMember),
        A::ApproveMinutes => matches!(role, R::ProcessOwner),
        A::WriteSynthesis => matches!(role, R::ProcessFacilitator),

        A::ComposeDocument => matches!(role, R::ProcessOwner | R::ProcessFacilitator),
        A::RecordTableOpinion | A::SubmitDocument | A::SendToBody => matches!(role, R::ProcessOwner),
        A::VoteOnDocument => matches!(role, R::TableMember),
        A::OverridePersonalData => matches!(role, R::PrivacyOfficer),
        A::ReadSubmitted => matches!(role, R::Guarantor | R::ProcessOwner | R::CommitteeMember),
        A::ValidateDocument | A::ReadGuarantorQueue => matches!(role, R::Guarantor),

        A::RecordAcknowledgement | A::DecideProposals | A::RecordImpact | A::StartMonitoring | A::ArchiveProcess => {
            matches!(role, R::BodySecretary)
        }
        A::WriteReport => matches!(role, R::ProcessOwner),
        A::ReadPrivateAnnex => matches!(role, R::ProcessOwner | R::FundingOfficer),

        A::UploadDocument => matches!(
            role,
            R::ProcessOwner | R::ProcessFacilitator | R::LegalRepresentative | R::BodySecretary | R::FundingOfficer
        ),
        A::ProtocolDocument | A::AnnotateDocument => matches!(role, R::ProcessOwner | R::BodySecretary),
        A::MakeActionSheet => matches!(role, R::ProcessOwner | R::BodySecretary),
        A::UpdateActionSheet => matches!(role, R::TenantAdmin | R::ProcessOwner | R::ActionOwner),

        A::ManagePeople | A::ChangeSettings | A::ExportTenant => matches!(role, R::TenantAdmin),
        A::ReadFeedback => matches!(role, R::TenantAdmin | R::Coordinator),
        A::KeepRegister => matches!(role, R::TenantAdmin | R::PrivacyOfficer),
        A::ReadAudit => matches!(role, R::PrivacyOfficer),
        A::CreateTenant | A::SuspendTenant | A::InviteAdmin | A::ReadAllDeadlines => {
            matches!(role, R::Coordinator)
        }
    }
}

/// Whether any of `roles` may do `action`.
#[must_use]
pub fn permits_any(roles: &[Role], action: Action) -> bool {
    roles.iter().any(|&role| permits(role, action))
}

/// The roles that may do `action`, to say who must act.
pub fn holders(action: Action) -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(move |&role| permits(role, action))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid;

    #[test]
    fn every_role_meets_every_action() {
        insta::assert_snapshot!(grid::marks(Action::ALL, Role::ALL, |action, role| permits(role, action)));
    }

    #[test]
    fn every_action_has_somebody() {
        for &action in Action::ALL {
            assert!(holders(action).next().is_some(), "{action}: nobody may do it");
        }
    }

    #[test]
    fn what_the_rules_forbid() {
        for (role, action) in [
            (Role::Coordinator, Action::ReadDrafts),
            (Role::ProcessOwner, Action::ValidateDocument),
            (Role::ProcessOwner, Action::DecideExtension),
            (Role::ProcessFacilitator, Action::AnswerContribution),
            (Role::TableMember, Action::ReadPrivateAnnex),
            (Role::ProcessOwner, Action::VoteOnDocument),
            (Role::ProcessFacilitator, Action::FileRemark),
            (Role::BodySecretary, Action::CombineContributions),
            (Role::Guarantor, Action::ComposeDocument),
            (Role::BodySecretary, Action::ComposeDocument),
            (Role::Visitor, Action::Propose),
            (Role::PrivacyOfficer, Action::EditSheet),
        ] {
            assert!(!permits(role, action), "{role} must not {action}");
        }
    }
}
