//! A process takes a step: the rules decide, the history keeps it, those who come next are told.

use crate::{
    store::{
        Tx,
        audit::Entry,
        deadlines, extensions, outcomes,
        outcomes::Kept,
        phases::{self, Phase},
        process_facts, processes,
        processes::Process,
        proposal_documents, validation_rounds, waiting,
    },
    use_cases::Handle,
};
use app::{
    contract::process::LeftOpen,
    error::{AppError, Outcome},
    letter, paths,
};
use domain::{
    extension::ExtensionState,
    history::HistoryKind,
    id::RoundId,
    outcome::OutcomeStep,
    process::{self, NextStep, next_steps},
    refusal::Blocker,
    requirement::Requirement,
    stage::{Stage, Step},
};

impl Handle {
    pub(super) async fn take(&self, slug: &str, seen: i32, step: Step, note: String) -> Outcome<()> {
        let tx = self.begin().await?;
        // Whoever moves its document takes that first too: what the step stands on is what stays.
        proposal_documents::lock(&tx, &self.scope, self.worked_on(&tx, slug).await?.id).await?;
        let before = self.worked_on(&tx, slug).await?;
        let pack = before.pack()?;
        self.scope.authorise(step.action(pack), Some(before.id))?;
        if seen != before.version {
            return Err(AppError::Conflict);
        }
        let facts = process_facts::of(&tx, &self.scope, &before, self.now()).await?;
        let stage = process::take(before.stage, step, &facts, pack)?;
        let course = before.course().after(before.stage, step, &facts, pack);
        let after = Process { stage, ..before.clone() }.on_course(course);
        processes::update(&tx, &self.scope, &after).await?;
        let planned = phases::in_order(&tx, &self.scope, after.id).await?;
        self.date_phases(&tx, &before, &after, &planned).await?;
        let dated = phases::in_order(&tx, &self.scope, after.id).await?;
        self.carry_outcome(&tx, &after, step).await?;
        let closed = self.close_submission(&tx, &after, step).await?;
        if matches!(step, Step::Withdraw | Step::Conclude) {
            self.close_request(&tx, &after).await?;
        }
        validation_rounds::pause(&tx, &self.scope, after.id, after.stage == Stage::Suspended).await?;
        let (asked, asks) = self.pause_request(&tx, &after).await?.unzip();
        let role = self.acting(step.action(pack), after.id);
        self.tell(&tx, &after, HistoryKind::of(step), role, note, None).await?;
        deadlines::refresh(&tx, &self.scope, &after, self.now()).await?;
        let (was, is) = ((&before, &planned, None, asked), (&after, &dated, closed, asks));
        self.record(&tx, self.sealed_change("process.step", "process", after.id.0, &was, &is)).await?;
        self.call_next(&tx, &after).await?;
        self.commit(tx).await
    }

    /// What the conclusion would leave open, beside what it asks for.
    pub(super) async fn left_open(
        &self,
        tx: &Tx,
        process: &Process,
        conclude: &NextStep,
        unanswered: u32,
    ) -> Outcome<Vec<LeftOpen>> {
        let asked = |requirement: &Requirement| matches!(requirement.what, Blocker::ContributionsAnswered { .. });
        let unanswered = if conclude.requirements.iter().any(asked) { 0 } else { u64::from(unanswered) };
        let meetings = waiting::meetings(tx, &self.scope, process.id.0).await?;
        let candidacies = waiting::candidacies(tx, &self.scope, &[process.id.0]).await?;
        let requests = extensions::open_in(tx, &self.scope, &[process.id]).await?;
        let requests = requests.iter().filter(|asked| asked.state == ExtensionState::Requested).count() as u64;
        let left = [
            (LeftOpen::Contributions as fn(u64) -> LeftOpen, unanswered),
            (LeftOpen::Meetings, meetings),
            (LeftOpen::Candidacies, candidacies.values().sum()),
            (LeftOpen::Extensions, requests),
        ];
        Ok(left.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| what(count)).collect())
    }

    /// The outcome goes with its process: followed once that is monitored, closed when that is archived.
    async fn carry_outcome(&self, tx: &Tx, process: &Process, step: Step) -> Outcome<()> {
        let step = match step {
            Step::Monitor => OutcomeStep::Monitor,
            Step::Archive => OutcomeStep::Close,
            _ => return Ok(()),
        };
        let Some(before) = outcomes::of(tx, &self.scope, process.id).await? else { return Ok(()) };
        let after = Kept { state: before.state.after(step)?, ..before.clone() };
        outcomes::update(tx, &self.scope, before.state, &after).await?;
        self.record(tx, Entry::changed("outcome.step", "outcome", process.id.0, &before, &after)).await
    }

    /// A submission of a process that is withdrawn waits for no answer any more; gives the one that was closed.
    async fn close_submission(&self, tx: &Tx, process: &Process, step: Step) -> Outcome<Option<RoundId>> {
        if step != Step::Withdraw {
            return Ok(None);
        }
        validation_rounds::close(tx, &self.scope, process.id, self.today_in_rome()).await
    }

    /// Notes on which days the phases of the old stage ended and those of the new one began.
    async fn date_phases(&self, tx: &Tx, before: &Process, after: &Process, kept: &[Phase]) -> Outcome<()> {
        if matches!(before.stage, Stage::Suspended) || matches!(after.stage, Stage::Suspended) {
            return Ok(());
        }
        let today = self.today_in_rome();
        let begin = if before.stage == Stage::Ready { after.started_on.unwrap_or(today) } else { today };
        for rule in &before.pack()?.phases {
            let mut phase = kept.iter().find(|phase| phase.key == rule.key).cloned().unwrap_or_default();
            phase.key.clone_from(&rule.key);
            if rule.stage == before.stage {
                phase.actual_to = Some(today);
            } else if rule.stage == after.stage {
                phase.actual_from = Some(begin);
            } else {
                continue;
            }
            phases::put(tx, &self.scope, after.id, &phase).await?;
        }
        Ok(())
    }

    /// Tells those who may take the next step that it is up to them.
    async fn call_next(&self, tx: &Tx, process: &Process) -> Outcome<()> {
        let facts = process_facts::of(tx, &self.scope, process, self.now()).await?;
        let Some(next) =
            next_steps(process.stage, &facts, process.pack()?).into_iter().find(|next| !next.step.is_side())
        else {
            return Ok(());
        };
        self.mail_others(tx, process.id, &[next.who], |l, origin| {
            let link = format!("{origin}{}", paths::workspace(&process.slug));
            letter::next_step(l, &process.title, next.step, &link)
        })
        .await
    }
}
