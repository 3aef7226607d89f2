//! Requests that nobody answered before the authorised end: they lapse, and their process says so.

use super::super::Handle;
use crate::store::{Tx, audit::Entry, extensions, extensions::Extension, processes, processes::Process};
use app::{error::Outcome, letter};
use domain::{
    calendar::day_in_rome,
    extension::{ExtensionFacts, ExtensionState, ExtensionStep, has_lapsed},
    history::HistoryKind,
    role::Role,
    stage::Stage,
};

impl Handle {
    /// Marks every request of the tenant that waited beyond the end of a path that runs, tells owner and legal
    /// representative, and counts; a draft nobody sent lapses without a word.
    pub(crate) async fn lapse_extensions(&self) -> Outcome<usize> {
        let (mut lapsed, mut after) = (0, None);
        loop {
            let tx = self.read().await?;
            let waiting = extensions::open(&tx, &self.scope, after).await?;
            drop(tx);
            let Some(last) = waiting.last() else { return Ok(lapsed) };
            after = Some(last.into());
            for asked in &waiting {
                let tx = self.begin().await?;
                if self.lapse(&tx, asked).await? {
                    self.commit(tx).await?;
                    lapsed += 1;
                }
            }
        }
    }

    /// Closes what `process`, which came to its end, still asks for: nobody may grant it any more.
    pub(crate) async fn close_request(&self, tx: &Tx, process: &Process) -> Outcome<()> {
        for before in extensions::open_in(tx, &self.scope, &[process.id]).await? {
            self.let_lapse(tx, process, &before).await?;
        }
        Ok(())
    }

    /// What was sent stands in the history as well, with the role that owed the answer.
    async fn let_lapse(&self, tx: &Tx, process: &Process, before: &Extension) -> Outcome<()> {
        let after = Extension { state: before.state.after(ExtensionStep::Lapse)?, ..before.clone() };
        extensions::update(tx, &self.scope, &after).await?;
        self.record(tx, Entry::changed("extension.lapse", "extension", after.id.0, before, &after)).await?;
        if before.state != ExtensionState::Requested {
            return Ok(());
        }
        let rule = process.pack()?.extension.as_ref();
        let owed = rule.and_then(|rule| rule.granted_by.first().copied()).unwrap_or(Role::Guarantor);
        self.tell(tx, process, HistoryKind::ExtensionLapsed, owed, String::new(), None).await
    }

    /// Keeps the open request of `process` waiting while that is suspended; gives it as it was and as it is.
    pub(crate) async fn pause_request(&self, tx: &Tx, process: &Process) -> Outcome<Option<(Extension, Extension)>> {
        let Some(before) = extensions::open_in(tx, &self.scope, &[process.id]).await?.pop() else { return Ok(None) };
        let after = Extension { paused: process.stage == Stage::Suspended, ..before.clone() };
        if after == before {
            return Ok(None);
        }
        extensions::update(tx, &self.scope, &after).await?;
        Ok(Some((before, after)))
    }

    async fn lapse(&self, tx: &Tx, seen: &Extension) -> Outcome<bool> {
        let before = extensions::by_id(tx, &self.scope, seen.id).await?;
        let process = processes::by_id(tx, &self.scope, before.process).await?;
        // Where nobody can grant the request it is not late: it waits for a suspended path, and the end of a path closed it.
        if !process.stage.is_running() {
            return Ok(false);
        }
        let pack = process.pack()?;
        let (Some(original_end), Some(authorised_end)) = (process.original_end, process.authorised_end) else {
            return Ok(false);
        };
        let today = day_in_rome(self.now());
        let facts = ExtensionFacts {
            pack,
            today,
            original_end,
            authorised_end,
            granted_days: 0,
            pending: true,
            documented: true,
        };
        if !has_lapsed(before.state, &facts) {
            return Ok(false);
        }
        self.let_lapse(tx, &process, &before).await?;
        if before.state == ExtensionState::Draft {
            return Ok(true);
        }
        let told = [Role::ProcessOwner, Role::LegalRepresentative];
        self.write_to(tx, &process, &told, |l, link| letter::extension_lapsed(l, &process.title, link)).await?;
        Ok(true)
    }
}
