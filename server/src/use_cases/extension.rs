//! More time for a process: drafted, asked, decided.

mod cases;
mod decide;
mod lapse;

use super::{
    Handle,
    process::{extension_row, row},
};
use crate::store::{Tx, audit::Entry, extensions, extensions::Extension, processes, processes::Process};
use app::{
    contract::extension::{Decision, ExtensionRequests, Extensions},
    error::{AppError, Outcome},
    letter, paths,
};
use async_trait::async_trait;
use domain::{
    extension::{self, ExtensionState, ExtensionStep, NewExtension},
    history::HistoryKind,
    id::{DocumentId, ExtensionId},
    policy::Action,
    refusal::Blocker,
    role::Role,
};

#[async_trait]
impl ExtensionRequests for Handle {
    async fn extensions(&self, slug: String) -> Outcome<Extensions> {
        let tx = self.read().await?;
        let process = self.extensible(&tx, &slug).await?;
        let kept = extensions::of_process(&tx, &self.scope, process.id).await?;
        let pack = process.pack()?;
        let (id, granted_days) = (Some(process.id), granted(&kept));
        let decides = |role: &Role| pack.extension.as_ref().is_some_and(|rule| rule.granted_by.contains(role));
        let mut roles = self.scope.roles_in(id);
        roles.retain(decides);
        Ok(Extensions {
            process: row(&process)?,
            rows: kept.into_iter().map(extension_row).collect(),
            original_end: process.original_end,
            authorised_end: process.authorised_end,
            granted_days,
            latest: extension::latest(pack, process.original_end, process.authorised_end, granted_days),
            documents: processes::documents(&tx, &self.scope, process.id).await?,
            may_draft: process.stage.is_running()
                && (self.scope.may(Action::DraftExtension, id) || self.scope.may(Action::AskExtension, id)),
            may_ask: process.stage.is_running() && self.scope.may(Action::AskExtension, id),
            may_decide: !roles.is_empty() && self.scope.may(Action::DecideExtension, id),
        })
    }

    async fn draft_extension(
        &self,
        slug: String,
        draft: Option<(ExtensionId, i32)>,
        text: NewExtension,
        document: Option<DocumentId>,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.may_draft(&process)?;
        self.own_document(&tx, process.id, document, "document").await?;
        let end = process.authorised_end.ok_or(Blocker::WrongState)?;
        let days_asked = extension::days_between(end, text.until).ok_or(Blocker::ExtensionNotLater { end })?;
        match draft {
            Some((id, version)) => {
                let before = found(&extensions::of_process(&tx, &self.scope, process.id).await?, id)?;
                if before.version != version {
                    return Err(AppError::Conflict);
                }
                before.state.after(ExtensionStep::Request)?;
                let after =
                    Extension { text, days_asked, end_before: end, request_document: document, ..before.clone() };
                extensions::update(&tx, &self.scope, &after).await?;
                self.record(&tx, Entry::change("extension.draft", "extension", id.0, Some(&before), Some(&after)))
                    .await?;
            }
            None => {
                let new = self.fresh(&process, text, days_asked, end, document);
                extensions::insert(&tx, &self.scope, &new).await?;
                let entry = Entry::change("extension.draft", "extension", new.id.0, None::<&Extension>, Some(&new));
                self.record(&tx, entry).await?;
            }
        }
        self.commit(tx).await
    }

    async fn request_extension(&self, slug: String, id: ExtensionId) -> Outcome<()> {
        let guarantors = self.guarantors().await?;
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.scope.authorise(Action::AskExtension, Some(process.id))?;
        let kept = extensions::of_process(&tx, &self.scope, process.id).await?;
        let before = found(&kept, id)?;
        let state = before.state.after(ExtensionStep::Request)?;
        let asked = extension::request(before.text.clone(), &self.facts(&process, &kept)?)?;
        let after = Extension {
            state,
            days_asked: asked.days,
            requested_on: Some(asked.requested_on),
            end_before: process.authorised_end.unwrap_or(before.end_before),
            process_title: process.title.clone(),
            ..before.clone()
        };
        extensions::update(&tx, &self.scope, &after).await?;
        let role = self.acting(Action::AskExtension, process.id);
        let note = after.text.reasons.clone();
        self.tell(&tx, &process, HistoryKind::ExtensionRequested, role, note, after.request_document).await?;
        self.record(&tx, Entry::change("extension.request", "extension", id.0, Some(&before), Some(&after))).await?;
        let deciders = process.pack()?.extension.as_ref().map(|rule| rule.granted_by.clone()).unwrap_or_default();
        self.write_to(&tx, &process, &deciders, |l, link| letter::extension_asked(l, &process.title, asked.days, link))
            .await?;
        if deciders.contains(&Role::Guarantor) {
            let link = self.app.platform_address(&paths::extension_case(self.scope.tenant(), id));
            let words = |l| letter::extension_asked(l, &process.title, asked.days, &link);
            self.write_to_guarantors(&tx, guarantors, words).await?;
        }
        self.commit(tx).await
    }

    async fn decide_extension(&self, slug: String, id: ExtensionId, decision: Decision) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.scope.authorise(Action::DecideExtension, Some(process.id))?;
        self.own_document(&tx, process.id, decision.document, "document").await?;
        self.settle_extension(&tx, &process, id, decision).await?;
        self.commit(tx).await
    }
}

impl Handle {
    /// The process, where its pack knows extensions and this person works on it.
    async fn extensible(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        let process = self.worked_on(tx, slug).await?;
        if process.pack()?.extension.is_some() { Ok(process) } else { Err(AppError::NotFound) }
    }

    fn may_draft(&self, process: &Process) -> Outcome<()> {
        if self.scope.may(Action::AskExtension, Some(process.id)) {
            return Ok(());
        }
        self.scope.authorise(Action::DraftExtension, Some(process.id))
    }

    fn fresh(
        &self,
        process: &Process,
        text: NewExtension,
        days_asked: u32,
        end_before: chrono::NaiveDate,
        request_document: Option<DocumentId>,
    ) -> Extension {
        Extension {
            id: ExtensionId::fresh(),
            process: process.id,
            state: ExtensionState::Draft,
            text,
            end_before,
            days_asked,
            requested_on: None,
            request_document,
            decided_on: None,
            decided_as: None,
            granted_days: 0,
            end_after: None,
            note: String::new(),
            act: String::new(),
            decision_document: None,
            created_at: self.now(),
            version: 1,
            process_title: process.title.clone(),
            rules: process.rules(),
        }
    }
}

fn found(kept: &[Extension], id: ExtensionId) -> Outcome<Extension> {
    kept.iter().find(|kept| kept.id == id).cloned().ok_or(AppError::NotFound)
}

/// Days of all extensions granted.
fn granted(kept: &[Extension]) -> u32 {
    kept.iter().filter(|kept| kept.state.is_granted()).map(|kept| kept.granted_days).sum()
}
