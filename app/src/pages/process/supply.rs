//! Where each requirement of a step is supplied, and each thing due done.

use crate::paths;
use domain::{action::Action, deadline::DeadlineKind, id::MeetingId, refusal::Blocker};

/// Where a thing due is done by whose turn it is; others see it in the workspace.
#[must_use]
pub(crate) fn due_path(slug: &str, kind: DeadlineKind, meeting: Option<MeetingId>, mine: bool) -> String {
    match (kind, meeting) {
        (DeadlineKind::MinutesComment, Some(meeting)) => paths::minutes(meeting),
        (DeadlineKind::Start, _) if mine => paths::start_notice(slug),
        (DeadlineKind::Acknowledgement, _) if mine => paths::outcome_editor(slug),
        (DeadlineKind::FinalReport, _) if mine => paths::report_editor(slug),
        _ => paths::workspace(slug),
    }
}

/// The page on which what is missing can be supplied, and what one must be allowed to do to enter it;
/// none where nobody can type it.
#[must_use]
pub(crate) fn supply_path(slug: &str, what: &Blocker) -> Option<(Action, String)> {
    let work = paths::workspace(slug);
    Some(match what {
        Blocker::Object | Blocker::Phases | Blocker::Staff | Blocker::DecisionBody => {
            let field = match what {
                Blocker::Object => "object",
                Blocker::Phases => "phases",
                Blocker::Staff => "staff",
                _ => "decision_body",
            };
            (Action::EditSheet, format!("{}#scheda-{field}", paths::sheet(slug)))
        }
        Blocker::EndAhead { cycle: true, .. } => {
            (Action::EditSheet, format!("{}#scheda-planned_end", paths::sheet(slug)))
        }
        Blocker::DurationWithin { .. }
        | Blocker::EndAhead { end: None, cycle: false }
        | Blocker::ContributionsAhead { .. } => (Action::EditSheet, paths::times(slug)),
        Blocker::Owner => (Action::ManagePeople, paths::STAFF.to_owned()),
        Blocker::SuspensionAct | Blocker::AdoptionAct => (Action::RegisterAct, paths::acts(slug)),
        Blocker::StartAction
        | Blocker::StartLink
        | Blocker::StartSignature
        | Blocker::StartDate
        | Blocker::StartToCome { .. }
        | Blocker::EndAhead { .. }
        | Blocker::StartLimit { .. } => (Action::ReadDrafts, paths::start_notice(slug)),
        Blocker::TableConstituted => (Action::ManageMembers, format!("{work}/organi")),
        Blocker::FirstTableMeeting | Blocker::FirstTableMinutes | Blocker::MeetingsSettled { .. } => {
            (Action::ManageMeetings, format!("{work}/incontri"))
        }
        Blocker::StakeholderMap => (Action::UploadDocument, paths::path_documents_work(slug)),
        Blocker::ContributionsAnswered { .. } => (Action::AnswerContribution, paths::answers_work(slug)),
        Blocker::DocumentSent { .. } => (Action::ReadDrafts, format!("{work}/documento")),
        Blocker::WithinAuthorisedEnd { .. } => (Action::ReadDrafts, paths::extensions(slug)),
        Blocker::Acknowledgement | Blocker::DecisionCommunicated => (Action::ReadDrafts, format!("{work}/esito")),
        Blocker::FinalReport => (Action::ReadDrafts, format!("{work}/relazione")),
        _ => return None,
    })
}
