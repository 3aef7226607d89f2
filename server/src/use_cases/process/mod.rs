//! Processes: made, described, moved from stage to stage.

mod edit;
mod sight;
mod step;
mod tell;
mod view;

use super::{Handle, documents::choices};
use crate::store::{
    acts::{self, Act},
    audit, documents, extensions, grants,
    people::{self, Grant},
    phases,
    processes::{self, Process},
};
use app::{
    contract::{
        Slice,
        extension::ExtensionRow,
        process::{
            Dossier, ListsFrom, ProcessChoices, ProcessRow, ProcessView, Processes, Progress, StepView, Workspace,
        },
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    act::NewAct,
    calendar::day_in_rome,
    deadline::deadlines,
    history::HistoryKind,
    id::{DocumentId, PersonId},
    invalid::Fault,
    pack::RulePack,
    policy::Action,
    process::{NextStep, ProcessFacts, next_steps},
    process_draft::{NewProcess, PhasePlan, WrittenNotice},
    role::Role,
    sheet::ProjectSheet,
    stage::{Stage, Step},
};

pub(super) use view::{extension_row, history_row, row};

const PAGE: u64 = 30;

#[async_trait]
impl Processes for Handle {
    fn moment(&self) -> DateTime<Utc> {
        self.now()
    }

    fn refused(&self) -> Option<Action> {
        self.scope.refused()
    }

    async fn processes(&self, after: Option<String>) -> Outcome<Slice<ProcessRow>> {
        let tx = self.read().await?;
        let after = after.and_then(|after| after.parse().ok());
        let page = processes::page(&tx, &self.scope, &self.sees_unpublished(), after, PAGE).await?;
        Ok(Slice {
            rows: page.rows.iter().map(|process| row(process, self.now())).collect::<Outcome<_>>()?,
            next: page.next,
        })
    }

    async fn process(&self, slug: String, from: ListsFrom) -> Outcome<ProcessView> {
        let tx = self.read().await?;
        let process = self.process_in_view(&tx, &slug).await?;
        let phases = phases::of_process(&tx, &self.scope, process.id).await?;
        let history = self.history_from(&tx, &process, true, from.history).await?;
        let (acts, more_acts) = acts::of_process(&tx, &self.scope, process.id, from.acts.as_deref()).await?;
        let asked = extensions::of_process(&tx, &self.scope, process.id).await?;
        let asked: Vec<_> = asked.into_iter().filter(|asked| asked.is_known()).collect();
        let papers = self.open_papers(&tx, &acts, &asked).await?;
        let open = |id: Option<DocumentId>| id.filter(|id| papers.contains(id));
        let papers_of = |row: ExtensionRow| ExtensionRow {
            request_document: open(row.request_document),
            decision_document: open(row.decision_document),
            ..row
        };
        let (pack, facts) = (process.pack()?, self.facts_seen(&tx, &process).await?);
        let guarantee = self.guarantee(&tx, &process, &facts).await?;
        Ok(ProcessView {
            row: row(&process, self.now())?,
            interrupted: process.interrupted,
            phases: view::phases(pack, phases, |id| open(asked.iter().find(|asked| asked.id == id)?.decision_document)),
            original_end: process.original_end,
            authorised_end: process.authorised_end,
            concluded_on: process.concluded_on,
            fictional_note: process.fictional_note.clone(),
            acts: Slice {
                rows: acts.into_iter().map(|act| view::act_row(Act { document: open(act.document), ..act })).collect(),
                next: more_acts,
            },
            extensions: asked.into_iter().map(|asked| papers_of(extension_row(asked))).collect(),
            history,
            guarantee,
            papers: view::public_papers(pack, &facts),
            next: next_in_line(process.stage, &facts, pack),
            may_work: self.works_on(&process),
            actions: self.actions_in(process.id),
            sheet: process.sheet,
        })
    }

    async fn progress(&self, slug: String) -> Outcome<Progress> {
        let tx = self.read().await?;
        let process = self.process_seen(&tx, &slug).await?;
        Ok(Progress { actions: self.actions_in(process.id), ..self.progress_of(&tx, &process).await? })
    }

    async fn process_row(&self, slug: String) -> Outcome<ProcessRow> {
        row(&self.process_seen(&self.read().await?, &slug).await?, self.now())
    }

    async fn process_choices(&self) -> Outcome<ProcessChoices> {
        self.scope.authorise(Action::CreateProcess, None)?;
        let tx = self.read().await?;
        let grants = people::all_grants(&tx, &self.scope).await?;
        let mut staff: Vec<_> =
            grants.iter().filter(|(_, grant)| grant.role.is_staff()).map(|(person, _)| *person).collect();
        staff.sort_unstable();
        staff.dedup();
        let people = people::by_ids(&tx, &self.scope, &staff).await?.into_iter();
        Ok(ProcessChoices {
            pack: self.scope.place().pack.clone(),
            people: people.map(|person| (person.id, person.name)).collect(),
        })
    }

    async fn create_process(&self, new: NewProcess, owner: Option<PersonId>) -> Outcome<String> {
        self.scope.authorise(Action::CreateProcess, None)?;
        let tx = self.begin().await?;
        let process = Process::designed(&new, self.now());
        if !processes::insert(&tx, &self.scope, &process).await? {
            return Err(AppError::invalid("slug", Fault::Taken));
        }
        if let Some(owner) = owner {
            let owner = people::by_id(&tx, &self.scope, owner).await?;
            let grant = Grant { role: Role::ProcessOwner, process: Some(process.id) };
            grants::add(&tx, &self.scope, owner.id, grant, self.now()).await?;
            self.record(&tx, audit::Entry::made("role.grant", "person", owner.id.0, &grant)).await?;
        }
        let role = self.acting(Action::CreateProcess, process.id);
        self.tell(&tx, &process, HistoryKind::Created, role, String::new(), None).await?;
        let entry = audit::Entry::made("process.create", "process", process.id.0, &self.sealed(&process));
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(process.slug)
    }

    async fn workspace(&self, slug: String, from: ListsFrom) -> Outcome<Workspace> {
        let tx = self.read().await?;
        let process = self.worked_on(&tx, &slug).await?;
        let (id, pack) = (Some(process.id), process.pack()?);
        let facts = self.facts_seen(&tx, &process).await?;
        let steps = next_steps(process.stage, &facts, pack);
        let concludes = steps.iter().find(|next| next.step == Step::Conclude);
        let left_open = match concludes {
            Some(next) => self.left_open(&tx, &process, next, facts.unanswered_contributions).await?,
            None => Vec::new(),
        };
        let history = self.history_from(&tx, &process, false, from.history).await?;
        let (acts, more_acts) = acts::of_process(&tx, &self.scope, process.id, from.acts.as_deref()).await?;
        let mut asked = extensions::of_process(&tx, &self.scope, process.id).await?;
        asked.retain(|asked| self.reads_request(asked));
        let notice = Step::Start.action(pack);
        let registers = self.scope.may(Action::RegisterAct, id);
        let offered = if registers { choices(&tx, &self.scope, process.id).await? } else { Vec::new() };
        Ok(Workspace {
            row: row(&process, self.now())?,
            version: process.version,
            interrupted: process.interrupted,
            steps: steps
                .into_iter()
                .map(|next| StepView {
                    may: self.scope.may(next.step.action(pack), id),
                    left_open: if next.step == Step::Conclude { left_open.clone() } else { Vec::new() },
                    next,
                })
                .collect(),
            deadlines: deadlines(process.stage, &facts, pack),
            original_end: process.original_end,
            authorised_end: process.authorised_end,
            revocation: self.revocation_of(&tx, &process, facts.ended_unvalidated).await?,
            acts: Slice { rows: acts.into_iter().map(view::act_row).collect(), next: more_acts },
            extensions: asked.into_iter().map(extension_row).collect(),
            history,
            documents: offered,
            may_edit: self.scope.may(Action::EditSheet, id),
            may_register_act: registers,
            may_write_notice: self.scope.may(notice, id),
            may_read_extensions: pack.extension.is_some(),
            actions: self.actions_in(process.id),
        })
    }

    async fn take_step(&self, slug: String, seen: i32, step: Step, note: String) -> Outcome<()> {
        self.take(&slug, seen, step, note).await
    }

    async fn dossier(&self, slug: String) -> Outcome<Dossier> {
        let tx = self.read().await?;
        let process = self.worked_on(&tx, &slug).await?;
        let phases = phases::of_process(&tx, &self.scope, process.id).await?;
        let papers = documents::of_process(&tx, &self.scope, process.id).await?;
        self.dossier_of(process, phases, papers)
    }

    async fn save_sheet(&self, slug: String, version: i32, sheet: ProjectSheet, summary: String) -> Outcome<()> {
        self.edit_sheet(&slug, version, sheet, summary).await
    }

    async fn save_times(&self, slug: String, version: i32, typed: [String; 3]) -> Outcome<()> {
        self.edit_times(&slug, version, &typed).await
    }

    async fn save_phase(&self, slug: String, version: i32, phase: String, plan: PhasePlan) -> Outcome<()> {
        self.edit_phase(&slug, version, &phase, plan).await
    }

    async fn save_notice(&self, slug: String, version: i32, notice: WrittenNotice, signed: bool) -> Outcome<()> {
        self.edit_notice(&slug, version, notice, signed).await
    }

    async fn register_act(&self, slug: String, act: NewAct, document: Option<DocumentId>) -> Outcome<()> {
        self.add_act(&slug, &act, document).await
    }
}

impl Handle {
    /// What day it is in Rome.
    pub(super) fn today_in_rome(&self) -> NaiveDate {
        day_in_rome(self.now())
    }
}

/// The step that advances a process.
fn next_in_line(stage: Stage, facts: &ProcessFacts, pack: &RulePack) -> Option<NextStep> {
    next_steps(stage, facts, pack).into_iter().find(|next| !next.step.is_side())
}

/// Whether a process at `stage` has its formal start behind it.
fn has_started(stage: Stage) -> bool {
    !matches!(stage, Stage::Designed | Stage::Ready)
}
