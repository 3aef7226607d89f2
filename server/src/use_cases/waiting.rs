//! What waits for somebody: requests, reported texts, candidacies, proposals without an answer.

use super::Handle;
use crate::store::{
    Tx,
    extensions::{self, Extension},
    moderation,
    processes::Process,
    waiting,
};
use app::{
    contract::{
        documents::PathName,
        work::{Waiting, WaitingRow},
    },
    error::Outcome,
};
use domain::{action::Action, extension::ExtensionState, process::ProcessFacts, revocation, role::Role};

impl Handle {
    /// What waits in these processes, and the reported texts for who moderates them.
    pub(super) async fn waiting(&self, tx: &Tx, live: &[Process], facts: &[ProcessFacts]) -> Outcome<Vec<WaitingRow>> {
        let mut rows = Vec::new();
        let here = |what, count, who| WaitingRow {
            what,
            count,
            path: None,
            since: None,
            who,
            mine: true,
            may_open: true,
            meeting: None,
        };
        let moderates = self.beat();
        if let Ok(beat) = &moderates {
            rows.push(here(Waiting::Reports, moderation::count_waiting(tx, &self.scope, beat).await?, Role::Moderator));
        }
        if self.beat_of(Action::ReviewAppeals).is_ok() {
            let who = if moderates.is_ok() { Role::Moderator } else { Role::TenantAdmin };
            rows.push(here(Waiting::Appeals, self.open_appeals(tx).await?.mine.len() as u64, who));
        }
        rows.retain(|row| row.count > 0);
        let ids: Vec<_> = live.iter().map(|process| process.id).collect();
        let keys: Vec<_> = ids.iter().map(|id| id.0).collect();
        let open = extensions::open_in(tx, &self.scope, &ids).await?;
        let candidacies = waiting::candidacies(tx, &self.scope, &keys).await?;
        let minutes = waiting::minutes(tx, &self.scope, &keys, self.now()).await?;
        let documents = waiting::documents(tx, &self.scope, &keys).await?;
        for (process, facts) in live.iter().zip(facts) {
            let running = process.stage.is_running();
            let here = |asked: &&Extension| running && asked.process == process.id && self.reads_request(asked);
            for asked in open.iter().filter(here) {
                let granted_by = process.pack()?.extension.as_ref().map(|rule| rule.granted_by.as_slice());
                let decides = granted_by.unwrap_or_default();
                rows.push(match asked.state {
                    ExtensionState::Draft => {
                        self.waits(process, Waiting::ExtensionToSend, 1, &[Role::LegalRepresentative])
                    }
                    _ => WaitingRow {
                        since: asked.requested_on,
                        ..self.waits(process, Waiting::ExtensionAnswer, 1, decides)
                    },
                });
            }
            let integration = u64::from(documents.integrations.contains(&process.id.0));
            let asked = u64::from(running && documents.questions.contains(&process.id.0));
            let risk =
                u64::from(revocation::is_possible(facts.ended_unvalidated, process.sheet.grant_cents, process.pack()?));
            let seats = if running { candidacies.get(&process.id.0).copied().unwrap_or(0) } else { 0 };
            let validated = u64::from(running && documents.validated.contains(&process.id.0));
            let written = minutes.get(&process.id.0).map(Vec::as_slice).unwrap_or_default();
            let refused = u64::from(running && documents.refused.contains(&process.id.0));
            let counted: [(Waiting, u64, &[Role]); 9] = [
                (Waiting::PossibleRevocation, risk, &[Role::FundingOfficer]),
                (Waiting::Integration, integration, &[Role::ProcessOwner]),
                (Waiting::DocumentToSend, validated, &[Role::ProcessOwner]),
                (Waiting::DocumentRefused, refused, &[Role::ProcessOwner]),
                (Waiting::PersonalData, asked, &[Role::PrivacyOfficer]),
                (Waiting::Candidacies, seats, &[Role::ProcessOwner]),
                (Waiting::Minutes, u64::try_from(written.len()).unwrap_or(u64::MAX), &[Role::ProcessOwner]),
                (
                    Waiting::PastMeetings,
                    u64::from(facts.past_meetings),
                    &[Role::ProcessOwner, Role::ProcessFacilitator],
                ),
                (
                    Waiting::Answers,
                    u64::from(facts.unanswered_contributions),
                    &[Role::ProcessOwner, Role::BodySecretary],
                ),
            ];
            let there = counted.into_iter().filter(|(_, count, _)| *count > 0);
            let first = |what| written.first().copied().filter(|_| what == Waiting::Minutes);
            let row = |(what, count, who)| WaitingRow { meeting: first(what), ..self.waits(process, what, count, who) };
            rows.extend(there.map(row));
        }
        Ok(rows)
    }

    /// A row that names the first of the roles that may act.
    fn waits(&self, process: &Process, what: Waiting, count: u64, who: &[Role]) -> WaitingRow {
        let mine = self.scope.roles_in(Some(process.id));
        let needed = match what {
            Waiting::Candidacies => Some(Action::ManageMembers),
            Waiting::PastMeetings | Waiting::Minutes => Some(Action::ManageMeetings),
            Waiting::Answers
            | Waiting::Integration
            | Waiting::DocumentToSend
            | Waiting::DocumentRefused
            | Waiting::PersonalData => Some(Action::ReadDrafts),
            Waiting::ExtensionToSend
            | Waiting::ExtensionAnswer
            | Waiting::Reports
            | Waiting::Appeals
            | Waiting::PossibleRevocation => None,
        };
        let may_open = needed.is_none_or(|action| self.scope.may(action, Some(process.id)));
        WaitingRow {
            what,
            count,
            path: Some(PathName { slug: process.slug.clone(), title: process.title.clone() }),
            since: None,
            who: who.first().copied().unwrap_or(Role::ProcessOwner),
            mine: who.iter().any(|role| mine.contains(role)),
            may_open,
            meeting: None,
        }
    }
}
