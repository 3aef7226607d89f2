//! The decision on a request, whoever takes it, and the dates that it moves.

use super::super::Handle;
use super::{found, granted};
use crate::store::{
    Tx, audit::Entry, deadlines, extensions, extensions::Extension, phases, processes, processes::Process,
};
use app::{contract::extension::Decision, error::Outcome, i18n::Locale, letter, paths};
use domain::{
    extension::{self, ExtensionDecision, ExtensionFacts, ExtensionState},
    history::HistoryKind,
    id::{DocumentId, ExtensionId},
    policy::{Action, permits},
    refusal::Blocker,
    role::Role,
};

impl Handle {
    /// Grants, reduces or refuses the request of `process` as it was seen, by the act in `document`; the caller checked
    /// who asks.
    pub(super) async fn settle_extension(
        &self,
        tx: &Tx,
        process: &Process,
        asked: (ExtensionId, i32),
        decision: Decision,
        document: DocumentId,
    ) -> Outcome<()> {
        let kept = extensions::of_process(tx, &self.scope, process.id).await?;
        let before = found(&kept, asked)?;
        let role = self.decides_as(process)?.unwrap_or_else(|| self.acting(Action::DecideExtension, process.id));
        let facts = self.facts(process, &kept)?;
        let decided = extension::decide(before.state, before.days_asked, &decision.outcome, role, &facts)?;
        let note = match &decision.outcome {
            ExtensionDecision::Refuse { reason } => reason.clone(),
            ExtensionDecision::Grant | ExtensionDecision::Reduce { .. } => decision.note,
        };
        let after = Extension {
            state: decided.state,
            decided_on: Some(facts.today),
            decided_as: Some(role),
            granted_days: decided.granted_days,
            end_after: decided.state.is_granted().then_some(decided.authorised_end),
            note,
            act: decision.act,
            decision_document: Some(document),
            ..before.clone()
        };
        extensions::update(tx, &self.scope, &after).await?;
        if decided.state.is_granted() {
            self.move_dates(tx, process, after.id, decided.granted_days).await?;
        }
        let kind = match decided.state {
            ExtensionState::Granted => HistoryKind::ExtensionGranted,
            ExtensionState::GrantedReduced => HistoryKind::ExtensionReduced,
            _ => HistoryKind::ExtensionRefused,
        };
        self.tell(tx, process, kind, role, after.note.clone(), after.decision_document).await?;
        self.record(tx, Entry::changed("extension.decide", "extension", after.id.0, &before, &after)).await?;
        let told = [Role::ProcessOwner, Role::LegalRepresentative];
        let end = after.end_after;
        self.write_to(tx, process, &told, |l, link| letter::extension_decided(l, &process.title, end, link)).await
    }

    /// What the rules ask; a process that is not running takes no more time.
    pub(super) fn facts(&self, process: &Process, kept: &[Extension]) -> Outcome<ExtensionFacts<'static>> {
        let (Some(original_end), Some(authorised_end), true) =
            (process.original_end, process.authorised_end, process.stage.is_running())
        else {
            return Err(Blocker::WrongState.into());
        };
        Ok(ExtensionFacts {
            pack: process.pack()?,
            today: self.today_in_rome(),
            original_end,
            authorised_end,
            granted_days: granted(kept),
            pending: kept.iter().any(|kept| kept.state == ExtensionState::Requested),
            documented: true,
        })
    }

    /// The role in which this person decides, among those that the rules of the process name.
    pub(super) fn decides_as(&self, process: &Process) -> Outcome<Option<Role>> {
        let named = process.pack()?.extension.as_ref().map(|rule| rule.granted_by.as_slice()).unwrap_or_default();
        let held = self.scope.roles_in(Some(process.id)).into_iter();
        Ok(held.filter(|role| permits(*role, Action::DecideExtension)).find(|role| named.contains(role)))
    }

    /// Moves the end of the process, and every date to come that depends on it.
    pub(super) async fn move_dates(&self, tx: &Tx, before: &Process, by: ExtensionId, days: u32) -> Outcome<()> {
        let today = self.today_in_rome();
        let after = before.clone().on_course(before.course().extended(days, today));
        processes::update(tx, &self.scope, &after).await?;
        let planned = phases::in_order(tx, &self.scope, before.id).await?;
        for mut phase in planned.clone() {
            let moved = |day: chrono::NaiveDate| extension::moved(day, days, today);
            let (from, to) = (phase.planned_from.map(moved), phase.planned_to.map(moved));
            if to != phase.planned_to {
                phase.first_planned_to = phase.first_planned_to.or(phase.planned_to);
                phase.moved_by = Some(by);
            }
            (phase.planned_from, phase.planned_to) = (from, to);
            phases::put(tx, &self.scope, before.id, &phase).await?;
        }
        deadlines::refresh(tx, &self.scope, &after, self.now()).await?;
        let moved = phases::in_order(tx, &self.scope, before.id).await?;
        let (was, is) = ((before, &planned), (&after, &moved));
        self.record(tx, self.sealed_change("process.extend", "process", before.id.0, &was, &is)).await
    }

    /// Writes to everybody who holds one of `roles` in the process, except who acts.
    pub(super) async fn write_to(
        &self,
        tx: &Tx,
        process: &Process,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> letter::Words + Send + Sync,
    ) -> Outcome<()> {
        let path = paths::extensions(&process.slug);
        self.mail_others(tx, process.id, roles, |l, origin| words(l, &format!("{origin}{path}"))).await
    }
}
