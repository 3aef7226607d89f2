//! What staff write about a process: sheet, times, phases, start notice, acts.

use super::has_started;
use crate::{
    store::{
        acts,
        audit::Entry,
        deadlines,
        phases::{self, Phase},
        processes::{self, Process},
    },
    use_cases::Handle,
};
use app::{
    error::{AppError, Outcome},
    format::date,
};
use chrono::NaiveDate;
use domain::{
    act::NewAct,
    history::HistoryKind,
    id::DocumentId,
    invalid::Fault,
    pack::DurationUnit,
    policy::Action,
    process::planned_end,
    process_draft::{PhasePlan, Times, WrittenNotice},
    refusal::Blocker,
    sheet::ProjectSheet,
    stage::{Stage, Step},
};

impl Handle {
    pub(super) async fn edit_sheet(
        &self,
        slug: &str,
        version: i32,
        sheet: ProjectSheet,
        summary: String,
    ) -> Outcome<()> {
        let today = self.today_in_rome();
        self.change(slug, version, Action::EditSheet, "process.edit-sheet", |process| {
            // What stands there already keeps nobody from mending the rest.
            if sheet.grant_cents != process.sheet.grant_cents {
                sheet.fits(process.pack()?)?;
            }
            let process = with_end(process, sheet.planned_end, today)?;
            Ok(Process { title: sheet.title.clone(), summary, sheet, ..process })
        })
        .await
    }

    pub(super) async fn edit_times(&self, slug: &str, version: i32, typed: &[String; 3]) -> Outcome<()> {
        self.change(slug, version, Action::EditSheet, "process.edit-times", |process| {
            let [duration, limit, close] = typed;
            let times = Times::parse(duration, limit, close, process.authorised_end, process.pack()?)?;
            let expected = expected_end(&process, times)?;
            if matches!((times.contributions_close, expected), (Some(close), Some(end)) if close > end) {
                return Err(AppError::invalid("contributions_close", Fault::Order));
            }
            if has_started(process.stage) {
                return Ok(Process { contributions_close: times.contributions_close, ..process });
            }
            let Times { duration, start_limit, contributions_close } = times;
            Ok(Process { duration, start_limit, contributions_close, ..process })
        })
        .await
    }

    pub(super) async fn edit_notice(
        &self,
        slug: &str,
        version: i32,
        notice: WrittenNotice,
        signed: bool,
    ) -> Outcome<()> {
        let tx = self.read().await?;
        let pack = self.worked_on(&tx, slug).await?.pack()?;
        drop(tx);
        let (action, today) = (Step::Start.action(pack), self.today_in_rome());
        self.change(slug, version, action, "process.start-notice", |process| {
            if has_started(process.stage) {
                return Err(Blocker::WrongState.into());
            }
            let WrittenNotice { action, link, date } = notice.by(today, pack)?;
            Ok(Process { start_action: action, start_link: link, started_on: date, start_signed: signed, ..process })
        })
        .await
    }

    /// Changes a process that nobody changed since `version`.
    async fn change(
        &self,
        slug: &str,
        version: i32,
        action: Action,
        audited: &'static str,
        edit: impl FnOnce(Process) -> Outcome<Process> + Send,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = self.worked_on(&tx, slug).await?;
        self.writes_in(&before, action)?;
        if before.version != version {
            return Err(AppError::Conflict);
        }
        let after = edit(before.clone())?;
        processes::update(&tx, &self.scope, &after).await?;
        deadlines::refresh(&tx, &self.scope, &after, self.now()).await?;
        if after.authorised_end != before.authorised_end {
            let days = [before.authorised_end, after.authorised_end].into_iter().flatten().map(date);
            let note = days.collect::<Vec<_>>().join(" → ");
            self.tell(&tx, &after, HistoryKind::EndMoved, self.acting(action, after.id), note, None).await?;
        }
        self.record(&tx, self.sealed_change(audited, "process", after.id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    pub(super) async fn edit_phase(&self, slug: &str, seen: i32, key: &str, plan: PhasePlan) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.worked_on(&tx, slug).await?;
        self.writes_in(&process, Action::EditSheet)?;
        if process.version != seen {
            return Err(AppError::Conflict);
        }
        if !process.pack()?.phases.iter().any(|phase| phase.key == key) {
            return Err(AppError::NotFound);
        }
        let kept = phases::of_process(&tx, &self.scope, process.id).await?;
        let before = kept.into_iter().find(|phase| phase.key == key);
        let after = Phase {
            key: key.to_owned(),
            planned_from: plan.planned_from,
            planned_to: plan.planned_to,
            activities: plan.activities,
            outputs: plan.outputs,
            ..before.clone().unwrap_or_default()
        };
        // A new version: whoever saw the earlier plan does not write over this one.
        processes::update(&tx, &self.scope, &process).await?;
        phases::put(&tx, &self.scope, process.id, &after).await?;
        deadlines::refresh(&tx, &self.scope, &process, self.now()).await?;
        self.record(&tx, Entry::kept("process.edit-phase", "process", process.id.0, before.as_ref(), &after)).await?;
        self.commit(tx).await
    }

    pub(super) async fn add_act(&self, slug: &str, act: &NewAct, document: Option<DocumentId>) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.worked_on(&tx, slug).await?;
        self.scope.authorise(Action::RegisterAct, Some(process.id))?;
        self.take_offered(&tx, process.id, document).await?;
        let id = acts::insert(&tx, &self.scope, process.id, act, document, self.now()).await?;
        let role = self.acting(Action::RegisterAct, process.id);
        let note = format!("{} n. {}: {}", act.body, act.number, act.subject);
        self.tell(&tx, &process, HistoryKind::ActRegistered, role, note, document).await?;
        self.record(&tx, Entry::made("act.register", "act", id, act)).await?;
        self.commit(tx).await
    }
}

/// The process with the end that the sheet of a running cycle names.
fn with_end(process: Process, end: Option<NaiveDate>, today: NaiveDate) -> Outcome<Process> {
    let cycle = process.pack()?.duration.unit == DurationUnit::Cycle;
    let runs = process.stage.is_running() || process.stage == Stage::Suspended && process.authorised_end.is_some();
    if !cycle || !runs || end == process.sheet.planned_end {
        return Ok(process);
    }
    let end = end.ok_or_else(|| AppError::invalid("planned_end", Fault::Required))?;
    if end < today {
        return Err(AppError::invalid("planned_end", Fault::Past));
    }
    let course = process.course().ending(Some(end));
    Ok(process.on_course(course))
}

/// The end that a path not started yet will have by these times, where that can be told.
fn expected_end(process: &Process, times: Times) -> Outcome<Option<NaiveDate>> {
    let pack = process.pack()?;
    Ok(match pack.duration.unit {
        _ if has_started(process.stage) => process.authorised_end,
        DurationUnit::Cycle => process.sheet.planned_end,
        DurationUnit::Months | DurationUnit::Days => {
            process.started_on.and_then(|start| planned_end(pack, start, times.duration))
        }
    })
}
