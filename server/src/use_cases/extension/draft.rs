//! A request while it is written: kept, changed, taken back.

use super::super::Handle;
use super::found;
use crate::store::{
    audit::Entry,
    extensions::{self, Extension},
    processes::Process,
};
use app::error::{AppError, Outcome};
use chrono::NaiveDate;
use domain::{
    extension::{self, ExtensionState, ExtensionStep, NewExtension},
    id::{DocumentId, ExtensionId},
    invalid::Fault,
    policy::Action,
    refusal::Blocker,
    stage::Stage,
};

impl Handle {
    pub(super) async fn write_draft(
        &self,
        slug: &str,
        draft: Option<(ExtensionId, i32)>,
        text: NewExtension,
        document: Option<DocumentId>,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, slug).await?;
        self.may_draft(&process)?;
        if document.is_some() && self.request_paper(&tx, &process, document).await?.is_none() {
            return Err(AppError::invalid("document", Fault::Choice));
        }
        let end = process.authorised_end.ok_or(Blocker::WrongState)?;
        let days_asked = extension::days_between(end, text.until).ok_or(Blocker::ExtensionNotLater { end })?;
        let kept = extensions::of_process(&tx, &self.scope, process.id).await?;
        let before = draft.map(|seen| found(&kept, seen)).transpose()?;
        let after = match &before {
            Some(before) => {
                before.state.after(ExtensionStep::Request)?;
                let after =
                    Extension { text, days_asked, end_before: end, request_document: document, ..before.clone() };
                extensions::update(&tx, &self.scope, &after).await?;
                after
            }
            // Somebody began one since the page was drawn.
            None if kept.iter().any(|asked| asked.state.is_open()) => return Err(AppError::Conflict),
            None => {
                if let Some(expired) = extension::expired(&self.facts(&process, &kept)?) {
                    return Err(expired.into());
                }
                let new = self.fresh(&process, text, days_asked, end, document);
                extensions::insert(&tx, &self.scope, &new).await?;
                new
            }
        };
        self.record(&tx, Entry::kept("extension.draft", "extension", after.id.0, before.as_ref(), &after)).await?;
        self.commit(tx).await
    }

    pub(super) async fn delete_draft(&self, slug: &str, draft: (ExtensionId, i32)) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, slug).await?;
        self.may_draft(&process)?;
        let before = found(&extensions::of_process(&tx, &self.scope, process.id).await?, draft)?;
        before.state.after(ExtensionStep::Request)?;
        extensions::delete(&tx, &self.scope, &before).await?;
        self.record(&tx, Entry::removed("extension.delete", "extension", before.id.0, &before)).await?;
        self.commit(tx).await
    }

    fn may_draft(&self, process: &Process) -> Outcome<()> {
        let asks = self.scope.may(Action::AskExtension, Some(process.id));
        self.writes_in(process, if asks { Action::AskExtension } else { Action::DraftExtension })
    }

    pub(super) fn fresh(
        &self,
        process: &Process,
        text: NewExtension,
        days_asked: u32,
        end_before: NaiveDate,
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
            paused: process.stage == Stage::Suspended,
            process_title: process.title.clone(),
            rules: process.rules(),
        }
    }
}
