//! More time for a process: drafted, asked, decided.

use super::{
    Handle,
    process::{extension_row, row},
};
use crate::store::{
    Tx, audit::Entry, deadlines, extensions, extensions::Extension, mails, people, phases, processes,
    processes::Process,
};
use app::{
    contract::extension::{Decision, ExtensionRequests, Extensions},
    error::{AppError, Outcome},
    i18n::Locale,
    letter, paths,
};
use async_trait::async_trait;
use domain::{
    extension::{self, ExtensionDecision, ExtensionFacts, ExtensionState, ExtensionStep, NewExtension},
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
        self.commit(tx).await
    }

    async fn decide_extension(&self, slug: String, id: ExtensionId, decision: Decision) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.scope.authorise(Action::DecideExtension, Some(process.id))?;
        self.own_document(&tx, process.id, decision.document, "document").await?;
        let kept = extensions::of_process(&tx, &self.scope, process.id).await?;
        let before = found(&kept, id)?;
        let role = self.acting(Action::DecideExtension, process.id);
        let facts = self.facts(&process, &kept)?;
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
            decision_document: decision.document,
            ..before.clone()
        };
        extensions::update(&tx, &self.scope, &after).await?;
        if decided.state.is_granted() {
            self.move_dates(&tx, &process, decided.granted_days).await?;
        }
        let kind = match decided.state {
            ExtensionState::Granted => HistoryKind::ExtensionGranted,
            ExtensionState::GrantedReduced => HistoryKind::ExtensionReduced,
            _ => HistoryKind::ExtensionRefused,
        };
        self.tell(&tx, &process, kind, role, after.note.clone(), after.decision_document).await?;
        self.record(&tx, Entry::change("extension.decide", "extension", id.0, Some(&before), Some(&after))).await?;
        let told = [Role::ProcessOwner, Role::LegalRepresentative];
        let end = after.end_after;
        self.write_to(&tx, &process, &told, |l, link| letter::extension_decided(l, &process.title, end, link)).await?;
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
        }
    }

    /// What the rules ask; a process that is not running takes no more time.
    fn facts(&self, process: &Process, kept: &[Extension]) -> Outcome<ExtensionFacts<'static>> {
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
        })
    }

    /// Moves the end of the process, and every date to come that depends on it.
    async fn move_dates(&self, tx: &Tx, before: &Process, days: u32) -> Outcome<()> {
        let today = self.today_in_rome();
        let after = before.clone().on_course(before.course().extended(days, today));
        processes::update(tx, &self.scope, &after).await?;
        for mut phase in phases::of_process(tx, &self.scope, before.id).await? {
            let moved = |day: chrono::NaiveDate| extension::moved(day, days, today);
            let (from, to) = (phase.planned_from.map(moved), phase.planned_to.map(moved));
            if to != phase.planned_to {
                phase.first_planned_to = phase.first_planned_to.or(phase.planned_to);
            }
            (phase.planned_from, phase.planned_to) = (from, to);
            phases::put(tx, &self.scope, before.id, &phase).await?;
        }
        deadlines::refresh(tx, &self.scope, &after, self.now()).await?;
        self.record(tx, Entry::change("process.extend", "process", before.id.0, Some(before), Some(&after))).await
    }

    /// Writes to everybody who holds one of `roles` in the process, except who acts.
    async fn write_to(
        &self,
        tx: &Tx,
        process: &Process,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> letter::Words + Send + Sync,
    ) -> Outcome<()> {
        let link = self.address(&paths::extensions(&process.slug));
        let mut told: Vec<String> = Vec::new();
        for role in roles {
            for person in people::holders(tx, &self.scope, *role, process.id).await? {
                if Some(person.id) == self.scope.actor() || told.contains(&person.email) {
                    continue;
                }
                let l = if person.language == "en" { Locale::en } else { Locale::it };
                mails::post(tx, &self.scope, person.email.clone(), words(l, &link), self.now()).await?;
                told.push(person.email);
            }
        }
        Ok(())
    }
}

fn found(kept: &[Extension], id: ExtensionId) -> Outcome<Extension> {
    kept.iter().find(|kept| kept.id == id).cloned().ok_or(AppError::NotFound)
}

/// Days of all extensions granted.
fn granted(kept: &[Extension]) -> u32 {
    kept.iter().filter(|kept| kept.state.is_granted()).map(|kept| kept.granted_days).sum()
}
