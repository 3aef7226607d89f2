//! What is added to the history of a process.

use super::super::Handle;
use crate::store::{
    Tx,
    history::{self, Event},
    processes::Process,
};
use app::error::Outcome;
use domain::{
    action::Action,
    history::HistoryKind,
    id::{DocumentId, ProcessId},
    role::Role,
};

impl Handle {
    /// The role in which this person does `action` in `process`.
    pub(in crate::use_cases) fn acting(&self, action: Action, process: ProcessId) -> Role {
        self.scope.role_for(action, Some(process))
    }

    /// Adds what somebody did with the permission `by`.
    pub(in crate::use_cases) async fn tell_step(
        &self,
        tx: &Tx,
        process: &Process,
        kind: HistoryKind,
        by: Action,
    ) -> Outcome<()> {
        self.tell(tx, process, kind, self.acting(by, process.id), String::new(), None).await
    }

    /// Adds what somebody did in `role`.
    pub(in crate::use_cases) async fn tell(
        &self,
        tx: &Tx,
        process: &Process,
        kind: HistoryKind,
        role: Role,
        note: String,
        document: Option<DocumentId>,
    ) -> Outcome<()> {
        let (id, stage) = (process.id, process.stage);
        let event = Event { process: id, at: self.now(), kind, stage, role, note, public: kind.is_public(), document };
        history::add(tx, &self.scope, &event).await
    }
}
