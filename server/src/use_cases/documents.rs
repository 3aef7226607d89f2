//! Documents: read by whom they are for, filed, registered, annotated.

mod edit;
mod file;
mod readers;
mod view;

pub(crate) use file::FileOut;
pub(super) use file::keep_attachment;
pub(super) use file::kept;
pub use file::{StoredFile, keep_file};
pub use view::{choice, choices};

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    document_annotations,
    documents::{self, Document},
    processes::{self, Process},
};
use app::{
    contract::{
        Slice,
        documents::{DocumentRow, DocumentView, Documents, PathDocuments, PathName, SentFile},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    calendar::day_in_rome,
    document::{
        AnnotationKind, DocumentState, DocumentStep, FileKind, NewAnnotation, NewDocument, ProtocolRegistration,
        Visibility, may_correct, may_read, may_replace_file,
    },
    id::DocumentId,
    refusal::Blocker,
    role::Role,
};

const PAGE: u64 = 20;

#[async_trait]
impl Documents for Handle {
    async fn documents(&self, after: Option<String>) -> Outcome<Slice<DocumentRow>> {
        let tx = self.read().await?;
        let after = after.as_deref().and_then(view::position);
        let mut rows = documents::public(&tx, &self.scope, after, PAGE + 1).await?;
        let next = view::next_position(&mut rows, PAGE);
        Ok(Slice { rows: view::rows(&tx, &self.scope, rows).await?, next })
    }

    async fn documents_of(&self, slug: String) -> Outcome<PathDocuments> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        let mut rows = documents::of_process(&tx, &self.scope, path.id).await?;
        rows.retain(|row| may_read(row.kind, row.visibility, row.state, &[Role::Visitor]));
        self.path_documents(&tx, path, rows).await
    }

    async fn document_desk(&self, slug: String) -> Outcome<PathDocuments> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        if !self.may_work_on(&path) {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let mut rows = documents::of_process(&tx, &self.scope, path.id).await?;
        rows.retain(|row| self.may_read_document(row));
        self.path_documents(&tx, path, rows).await
    }

    async fn document(&self, id: DocumentId) -> Outcome<DocumentView> {
        let tx = self.read().await?;
        let document = documents::by_id(&tx, &self.scope, id).await?;
        let works = self.scope.may(Action::UploadDocument, document.process)
            || self.scope.may(Action::ReadDrafts, document.process);
        if !document.kind.is_filed() || !works || !self.may_read_document(&document) {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let path = match document.process {
            Some(process) => Some(path_name(&processes::by_id(&tx, &self.scope, process).await?)),
            None => None,
        };
        let may = |action| self.scope.may(action, document.process);
        let (state, uploads) = (document.state, may(Action::UploadDocument));
        let cited = documents::cited(&tx, &self.scope, id).await?;
        let open = |step: &DocumentStep| match step {
            DocumentStep::Protocol => false,
            DocumentStep::Reopen if may_replace_file(&cited).is_err() => false,
            DocumentStep::Publish if !document.kind.may_be_public() => false,
            DocumentStep::Sign => state.after(*step).is_ok() && document.signatures.signed(1).is_ok(),
            step => state.after(*step).is_ok(),
        };
        let steps = DocumentStep::ALL.iter().copied().filter(open).filter(|step| may(step.action())).collect();
        Ok(DocumentView {
            path,
            file_name: document.file_name.clone(),
            version: document.version,
            protocol: document.protocol.clone(),
            steps,
            may_protocol: may(Action::ProtocolDocument) && state.after(DocumentStep::Protocol).is_ok(),
            may_annotate: may(Action::AnnotateDocument) && state.may_annotate().is_ok(),
            may_replace: uploads && state.may_replace().is_ok() && may_replace_file(&cited).is_ok(),
            may_edit: uploads && state.may_edit().is_ok() && may_correct(&cited).is_ok(),
            may_delete: uploads && state.may_delete().is_ok() && cited.is_empty(),
            cited: if uploads && state.may_edit().is_ok() { cited } else { Vec::new() },
            signature_unchecked: state == DocumentState::Signed || document.file_kind() == Some(FileKind::P7m),
            row: view::rows(&tx, &self.scope, vec![document]).await?.pop().ok_or(AppError::NotFound)?,
        })
    }

    async fn upload_document(
        &self,
        slug: String,
        new: NewDocument,
        draft: bool,
        file: SentFile,
    ) -> Outcome<DocumentId> {
        let tx = self.begin().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        self.scope.authorise(Action::UploadDocument, Some(path.id))?;
        let (id, new) = (DocumentId::fresh(), new.by(day_in_rome(self.now()))?);
        let kept = keep_file(&self.app, self.scope.tenant(), id, &file.name, file.bytes).await?;
        let state = if draft { DocumentState::Draft } else { DocumentState::Final };
        let document = kept.document(id, Some(path.id), new, state, self.now());
        documents::insert(&tx, &self.scope, &document).await?;
        self.record(&tx, Entry::made("document.upload", "document", id.0, &document)).await?;
        self.commit(tx).await?;
        Ok(id)
    }

    async fn replace_file(&self, id: DocumentId, version: i32, sent: SentFile) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(Action::UploadDocument, before.process)?;
        before.state.may_replace()?;
        self.keeps_its_file(&tx, id).await?;
        let kept = keep_file(&self.app, self.scope.tenant(), id, &sent.name, sent.bytes).await?;
        let after = kept.in_place_of(&before, version);
        documents::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("document.replace", "document", id.0, &before, &after)).await?;
        self.commit(tx).await?;
        if before.sha256 != after.sha256 {
            file::drop_file(&self.app, self.scope.tenant(), &before).await;
        }
        Ok(())
    }

    async fn edit_document(&self, id: DocumentId, version: i32, typed: [String; 3]) -> Outcome<()> {
        self.correct(id, version, &typed).await
    }

    async fn protocol_document(&self, id: DocumentId, version: i32, given: ProtocolRegistration) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(Action::ProtocolDocument, before.process)?;
        let state = before.state.after(DocumentStep::Protocol)?;
        before.signatures.complete()?;
        let given = given.by(day_in_rome(self.now()))?;
        let after = Document { state, protocol: Some(given), version, ..before.clone() };
        documents::register(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("document.protocol", "document", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    async fn step_document(&self, id: DocumentId, seen: i32, step: DocumentStep, awaited: u32) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(step.action(), before.process)?;
        before.is_version(seen)?;
        if step == DocumentStep::Protocol {
            return Err(Blocker::WrongState.into());
        }
        let mut after = Document { state: before.state.after(step)?, ..before.clone() };
        match step {
            DocumentStep::Reopen => self.keeps_its_file(&tx, id).await?,
            DocumentStep::Publish => after.visibility = Visibility::when_published(before.kind)?,
            DocumentStep::Sign => after.signatures = before.signatures.signed(awaited)?,
            _ => {}
        }
        documents::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("document.step", "document", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    async fn annotate_document(&self, id: DocumentId, new: NewAnnotation) -> Outcome<()> {
        let tx = self.begin().await?;
        let document = self.readable(&tx, id).await?;
        self.scope.authorise(Action::AnnotateDocument, document.process)?;
        document.state.may_annotate()?;
        let role = self.scope.role_for(Action::AnnotateDocument, document.process);
        if new.kind == AnnotationKind::Cancelled {
            documents::unregister(&tx, &self.scope, id).await?;
        }
        document_annotations::insert(&tx, &self.scope, id, &new, role, self.now()).await?;
        self.record(&tx, Entry::made("document.annotate", "document", id.0, &(new.kind, &new.reason))).await?;
        self.commit(tx).await
    }

    async fn delete_document(&self, id: DocumentId, seen: i32) -> Outcome<Option<PathName>> {
        let tx = self.begin().await?;
        let document = self.readable(&tx, id).await?;
        self.scope.authorise(Action::UploadDocument, document.process)?;
        document.state.may_delete()?;
        document.is_version(seen)?;
        documents::delete(&tx, &self.scope, &document).await?;
        let path = match document.process {
            Some(process) => Some(path_name(&processes::by_id(&tx, &self.scope, process).await?)),
            None => None,
        };
        self.record(&tx, Entry::removed("document.delete", "document", id.0, &document)).await?;
        self.commit(tx).await?;
        file::drop_file(&self.app, self.scope.tenant(), &document).await;
        Ok(path)
    }
}

impl Handle {
    fn may_work_on(&self, path: &Process) -> bool {
        [Action::ReadDrafts, Action::UploadDocument].into_iter().any(|action| self.scope.may(action, Some(path.id)))
    }

    async fn path_documents(&self, tx: &Tx, path: Process, rows: Vec<Document>) -> Outcome<PathDocuments> {
        Ok(PathDocuments {
            may_upload: self.scope.may(Action::UploadDocument, Some(path.id)),
            path: path_name(&path),
            rows: view::rows(tx, &self.scope, rows).await?,
            today: day_in_rome(self.now()),
        })
    }
}

/// The process, as what belongs to it names it.
pub(super) fn path_name(path: &Process) -> PathName {
    PathName { slug: path.slug.clone(), title: path.title.clone() }
}
