//! Where each requirement of a step is supplied.

use crate::paths;
use domain::refusal::Blocker;

/// The page on which what is missing can be supplied; none where nobody can type it.
#[must_use]
pub(crate) fn supply_path(slug: &str, what: &Blocker) -> Option<String> {
    let work = paths::workspace(slug);
    Some(match what {
        Blocker::Object | Blocker::Phases | Blocker::Staff | Blocker::DecisionBody => {
            let field = match what {
                Blocker::Object => "object",
                Blocker::Phases => "phases",
                Blocker::Staff => "staff",
                _ => "decision_body",
            };
            format!("{}#scheda-{field}", paths::sheet(slug))
        }
        Blocker::DurationWithin { .. } => format!("{}#tempi", paths::sheet(slug)),
        Blocker::Owner => paths::STAFF.to_owned(),
        Blocker::SuspensionAct => paths::acts(slug),
        Blocker::StartAction
        | Blocker::StartLink
        | Blocker::StartSignature
        | Blocker::StartDate
        | Blocker::StartLimit { .. } => paths::start_notice(slug),
        Blocker::TableConstituted => format!("{work}/organi"),
        Blocker::FirstTableMeeting | Blocker::FirstTableMinutes | Blocker::MeetingsSettled { .. } => {
            format!("{work}/incontri")
        }
        Blocker::StakeholderMap => paths::path_documents_work(slug),
        Blocker::ContributionsAnswered { .. } => paths::answers_work(slug),
        Blocker::DocumentSent { .. } => format!("{work}/documento"),
        Blocker::WithinAuthorisedEnd { .. } => paths::extensions(slug),
        Blocker::Acknowledgement | Blocker::DecisionCommunicated => format!("{work}/esito"),
        Blocker::FinalReport => format!("{work}/relazione"),
        _ => return None,
    })
}
