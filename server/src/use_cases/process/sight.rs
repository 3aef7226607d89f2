//! A path, where this person may see it: for everybody else an unpublished one is not there.

use crate::{
    store::{
        Tx,
        extensions::Extension,
        process_facts,
        processes::{self, Process},
    },
    use_cases::{Handle, Seen},
};
use app::{
    contract::process::Progress,
    error::{AppError, Outcome},
};
use domain::{id::ProcessId, policy::Action, process::ProcessFacts, refusal::Blocker, role::Role};
use std::sync::{MutexGuard, PoisonError};

/// What lets somebody see a path before everybody may.
const INSIDE: [Action; 4] =
    [Action::ReadDrafts, Action::UploadDocument, Action::ManageMeetings, Action::ReadOrganPapers];

impl Handle {
    /// The path with this slug, if the person may see it.
    pub(in crate::use_cases) async fn process_in_view(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        self.in_view(processes::by_slug(tx, &self.scope, slug).await?)
    }

    /// The path with this id, if the person may see it.
    pub(in crate::use_cases) async fn process_by_id_in_view(&self, tx: &Tx, id: ProcessId) -> Outcome<Process> {
        self.in_view(processes::by_id(tx, &self.scope, id).await?)
    }

    /// The path with this slug, if the person works on it.
    pub(in crate::use_cases) async fn worked_on(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        self.scope.person()?;
        let process = self.process_in_view(tx, slug).await?;
        if self.works_on(&process) { Ok(process) } else { Err(AppError::NotFound) }
    }

    /// The path with this slug, when the person may do `action` in it.
    pub(in crate::use_cases) async fn process_for(&self, tx: &Tx, slug: &str, action: Action) -> Outcome<Process> {
        self.scope.person()?;
        let process = self.process_in_view(tx, slug).await?;
        self.scope.authorise(action, Some(process.id))?;
        Ok(process)
    }

    /// Lets the person do `action`, which writes about a path: once that is over, what was written stays as it is.
    pub(in crate::use_cases) fn writes_in(&self, process: &Process, action: Action) -> Outcome<()> {
        self.scope.authorise(action, Some(process.id))?;
        if process.stage.is_over() { Err(Blocker::WrongState.into()) } else { Ok(()) }
    }

    /// Whether the person may do `action`, which writes about a path.
    pub(in crate::use_cases) fn may_write_in(&self, process: &Process, action: Action) -> bool {
        !process.stage.is_over() && self.scope.may(action, Some(process.id))
    }

    /// The path, if the person may see it.
    pub(in crate::use_cases) fn in_view(&self, process: Process) -> Outcome<Process> {
        if !process.is_public() && !self.is_inside(process.id) {
            return Err(AppError::NotFound);
        }
        self.seen().process = Some(process.clone());
        Ok(process)
    }

    /// The path with this slug, if the person may see it, as this request saw it before if it did.
    pub(super) async fn process_seen(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        let seen = self.seen().process.clone().filter(|process| process.slug == slug);
        match seen {
            Some(process) => Ok(process),
            None => self.process_in_view(tx, slug).await,
        }
    }

    /// The facts of `process`, for what is shown: what a step is checked by is read anew.
    pub(in crate::use_cases) async fn facts_seen(&self, tx: &Tx, process: &Process) -> Outcome<ProcessFacts> {
        let seen = self.seen().facts.clone().filter(|(id, _)| *id == process.id);
        if let Some((_, facts)) = seen {
            return Ok(facts);
        }
        let facts = process_facts::of(tx, &self.scope, process, self.now()).await?;
        self.seen().facts = Some((process.id, facts.clone()));
        Ok(facts)
    }

    /// Where `process` is and what comes next, as everybody reads it who sees it.
    pub(in crate::use_cases) async fn progress_of(&self, tx: &Tx, process: &Process) -> Outcome<Progress> {
        let facts = self.facts_seen(tx, process).await?;
        Ok(Progress {
            row: super::row(process, self.now())?,
            interrupted: process.interrupted,
            next: super::next_in_line(process.stage, &facts, process.pack()?),
            actions: Vec::new(),
        })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_inside(&self, process: ProcessId) -> bool {
        INSIDE.into_iter().any(|action| self.scope.may(action, Some(process)))
    }

    /// All that this person may do in `process`.
    pub(super) fn actions_in(&self, process: ProcessId) -> Vec<Action> {
        Action::ALL.iter().copied().filter(|&action| self.scope.may(action, Some(process))).collect()
    }

    /// Whether this person works on a path.
    pub(in crate::use_cases) fn works_on(&self, process: &Process) -> bool {
        let roles = self.scope.roles_in(Some(process.id));
        let reads = process.is_public() || self.scope.may(Action::ReadDrafts, Some(process.id));
        reads && roles.iter().any(|role| role.is_staff() || *role == Role::CommitteeMember)
    }

    /// Whether this person reads a request for more time: before it is sent, who reads drafts.
    pub(in crate::use_cases) fn reads_request(&self, asked: &Extension) -> bool {
        asked.is_known() || self.scope.may(Action::ReadDrafts, Some(asked.process))
    }

    /// The paths of which this person sees the unpublished page: all of them, or the ones where a role was given.
    pub(in crate::use_cases) fn sees_unpublished(&self) -> processes::Unpublished {
        if INSIDE.into_iter().any(|action| self.scope.may(action, None)) {
            return processes::Unpublished::All;
        }
        let grants = self.scope.signed_in().map(|actor| actor.grants.as_slice()).unwrap_or_default();
        let own = grants.iter().filter_map(|grant| grant.process).filter(|process| self.is_inside(*process));
        processes::Unpublished::Of(own.collect())
    }
}
