//! More time for a process: drafted, asked, decided.

mod cases;
mod decide;
mod declare;
mod draft;
mod lapse;

use super::{
    Handle,
    documents::choice,
    process::{extension_row, row},
};
use crate::store::{
    Tx,
    audit::Entry,
    documents::{self, Document},
    extensions::{self, Extension},
    people,
    processes::Process,
};
use app::{
    contract::{
        documents::DocumentChoice,
        extension::{Decision, ExtensionRequests, ExtensionRow, Extensions},
    },
    error::{AppError, Outcome},
    letter, paths,
};
use async_trait::async_trait;
use domain::{
    document::{DocumentKind, Visibility, may_read},
    extension::{self, ExtensionFacts, ExtensionState, ExtensionStep, NewExtension, NewGeneralExtension},
    history::HistoryKind,
    id::{DocumentId, ExtensionId},
    invalid::Fault,
    policy::Action,
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
        let (papers, documents) = self.request_papers(&tx, &process).await?;
        let senders = people::holders(&tx, &self.scope, &[Role::LegalRepresentative], process.id).await?;
        let may_draft = process.stage.is_running()
            && (self.scope.may(Action::DraftExtension, id) || self.scope.may(Action::AskExtension, id));
        let hindrances = |asked: &Extension| match self.facts(&process, &kept) {
            Ok(facts) if asked.state == ExtensionState::Draft => {
                let documented = asked.request_document.is_some_and(|id| papers.iter().any(|one| one.id == id));
                extension::hindrances(asked.text.until, &ExtensionFacts { documented, ..facts })
            }
            _ => Vec::new(),
        };
        let expired = self.facts(&process, &kept).ok().and_then(|facts| extension::expired(&facts));
        let shown = |asked: &Extension| ExtensionRow { hindrances: hindrances(asked), ..extension_row(asked.clone()) };
        Ok(Extensions {
            process: row(&process, self.now())?,
            rows: kept.iter().filter(|asked| self.reads_request(asked)).map(shown).collect(),
            original_end: process.original_end,
            authorised_end: process.authorised_end,
            granted_days,
            latest: extension::latest(pack, process.original_end, process.authorised_end, granted_days),
            may_begin: may_draft && expired.is_none() && !kept.iter().any(|asked| asked.state.is_open()),
            expired,
            may_draft,
            may_ask: process.stage.is_running() && self.scope.may(Action::AskExtension, id),
            may_decide: self.decides_as(&process)?.is_some(),
            may_declare: process.stage.is_running() && self.scope.may(Action::DecideExtension, id),
            deciders: pack.extension.as_ref().map(|rule| rule.granted_by.clone()).unwrap_or_default(),
            senders: senders.into_iter().map(|person| person.name).collect(),
            papers,
            documents,
        })
    }

    async fn draft_extension(
        &self,
        slug: String,
        draft: Option<(ExtensionId, i32)>,
        text: NewExtension,
        document: Option<DocumentId>,
    ) -> Outcome<()> {
        self.write_draft(&slug, draft, text, document).await
    }

    async fn delete_extension(&self, slug: String, draft: (ExtensionId, i32)) -> Outcome<()> {
        self.delete_draft(&slug, draft).await
    }

    async fn request_extension(&self, slug: String, draft: (ExtensionId, i32)) -> Outcome<()> {
        let guarantors = self.guarantors().await?;
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.scope.authorise(Action::AskExtension, Some(process.id))?;
        let kept = extensions::of_process(&tx, &self.scope, process.id).await?;
        let before = found(&kept, draft)?;
        let state = before.state.after(ExtensionStep::Request)?;
        let paper = self.request_paper(&tx, &process, before.request_document).await?;
        let facts = ExtensionFacts { documented: paper.is_some(), ..self.facts(&process, &kept)? };
        let asked = extension::request(before.text.clone(), &facts)?;
        let after = Extension {
            state,
            days_asked: asked.days,
            requested_on: Some(asked.requested_on),
            end_before: process.authorised_end.unwrap_or(before.end_before),
            process_title: process.title.clone(),
            ..before.clone()
        };
        extensions::update(&tx, &self.scope, &after).await?;
        if let Some(paper) = paper {
            self.publish_with_request(&tx, paper).await?;
        }
        let role = self.acting(Action::AskExtension, process.id);
        let note = after.text.reasons.clone();
        self.tell(&tx, &process, HistoryKind::ExtensionRequested, role, note, after.request_document).await?;
        self.record(&tx, Entry::changed("extension.request", "extension", after.id.0, &before, &after)).await?;
        let deciders = process.pack()?.extension.as_ref().map(|rule| rule.granted_by.clone()).unwrap_or_default();
        self.write_to(&tx, &process, &deciders, |l, link| letter::extension_asked(l, &process.title, asked.days, link))
            .await?;
        if deciders.contains(&Role::Guarantor) {
            let link = self.app.platform_address(&paths::extension_case(self.scope.tenant(), after.id));
            let words = |l| letter::extension_asked(l, &process.title, asked.days, &link);
            self.write_to_guarantors(&tx, guarantors, words).await?;
        }
        self.commit(tx).await
    }

    async fn declare_extension(&self, slug: String, new: NewGeneralExtension, document: DocumentId) -> Outcome<()> {
        self.record_general(&slug, new, document).await
    }

    async fn decide_extension(
        &self,
        slug: String,
        asked: (ExtensionId, i32),
        decision: Decision,
        document: DocumentId,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.extensible(&tx, &slug).await?;
        self.scope.authorise(Action::DecideExtension, Some(process.id))?;
        self.is_public_document(&tx, &process, document).await?;
        self.settle_extension(&tx, &process, asked, decision, document).await?;
        self.commit(tx).await
    }
}

impl Handle {
    /// The process, where its pack knows extensions and this person works on it.
    async fn extensible(&self, tx: &Tx, slug: &str) -> Outcome<Process> {
        let process = self.worked_on(tx, slug).await?;
        if process.pack()?.extension.is_some() { Ok(process) } else { Err(AppError::NotFound) }
    }

    /// The documents of the process that a request may be made on, and those that everybody reads already.
    async fn request_papers(&self, tx: &Tx, process: &Process) -> Outcome<(Vec<DocumentChoice>, Vec<DocumentChoice>)> {
        let mut all = documents::of_process(tx, &self.scope, process.id).await?;
        // Those meant for it come first.
        all.sort_by_key(|one| !matches!(one.kind, DocumentKind::ExtensionRequest | DocumentKind::ExtensionGrant));
        all.retain(may_open);
        let all: Vec<_> = all.into_iter().map(choice).collect();
        let open = all.iter().filter(|one| !one.private).cloned().collect();
        Ok((all, open))
    }

    /// The document of the process that a request is made on, where everybody may come to read it.
    async fn request_paper(&self, tx: &Tx, process: &Process, id: Option<DocumentId>) -> Outcome<Option<Document>> {
        if let Some(id) = id {
            documents::lock(tx, &self.scope, id).await?;
        }
        let chosen = documents::by_ids(tx, &self.scope, id.as_slice()).await?;
        Ok(chosen.into_iter().find(|one| one.process == Some(process.id) && may_open(one)))
    }

    /// What the request stands on is read by everybody once it is sent.
    async fn publish_with_request(&self, tx: &Tx, before: Document) -> Outcome<()> {
        if before.visibility == Visibility::Public {
            return Ok(());
        }
        let after = Document { visibility: Visibility::Public, ..before.clone() };
        documents::update(tx, &self.scope, &after).await?;
        self.record(tx, Entry::changed("document.edit", "document", after.id.0, &before, &after)).await
    }

    /// Refuses a decision on a document that is not one of the process, or that not everybody may read.
    async fn is_public_document(&self, tx: &Tx, process: &Process, id: DocumentId) -> Outcome<()> {
        let paper = self.request_paper(tx, process, Some(id)).await?;
        let open = paper.is_some_and(|paper| paper.visibility == Visibility::Public);
        if open { Ok(()) } else { Err(AppError::invalid("document", Fault::Choice)) }
    }
}

/// Whether everybody may read the document, or will once a request makes it public: one that was filed for it, or
/// under no other kind. One that was protocolled is published by who keeps the register, before it is asked upon.
fn may_open(document: &Document) -> bool {
    let opens = document.kind.opens_with_a_request() && !document.state.is_immutable();
    document.kind.is_filed()
        && (document.visibility == Visibility::Public || opens)
        && may_read(document.kind, Visibility::Public, document.state, &[Role::Visitor])
}

/// The request as somebody saw it; `Conflict` where it changed since.
fn found(kept: &[Extension], (id, seen): (ExtensionId, i32)) -> Outcome<Extension> {
    let found = kept.iter().find(|kept| kept.id == id).ok_or(AppError::NotFound)?;
    if found.version == seen { Ok(found.clone()) } else { Err(AppError::Conflict) }
}

/// Days of all extensions granted.
fn granted(kept: &[Extension]) -> u32 {
    kept.iter().filter(|kept| kept.state.is_granted() && kept.state.was_asked()).map(|kept| kept.granted_days).sum()
}
