//! Saving the content, and telling people by mail.

use super::Handle;
use crate::use_cases::contribution_view::language;
use crate::{
    auth::TenantScope,
    store::{
        Tx,
        audit::Entry,
        mails, people,
        people::Person,
        proposal_documents::{self, Kept},
        proposal_origins,
    },
};
use app::{error::Outcome, i18n::Locale, letter::Words};
use domain::{id::ProcessId, policy::Action, proposal_document::DocumentContent, refusal::Blocker, role::Role};

impl Handle {
    /// Saves what `change` makes of the newest content as a new version, unless nothing changed.
    pub(super) async fn save_content(
        &self,
        slug: String,
        seen: u32,
        change: impl FnOnce(DocumentContent) -> Outcome<DocumentContent> + Send,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::ComposeDocument, Some(process))?;
        if !opened.is_open() {
            return Err(Blocker::WrongState.into());
        }
        opened.is_version(seen)?;
        let content = change(opened.content.clone())?;
        if content == opened.content {
            return Ok(());
        }
        self.origins_are_readable(&tx, &opened, &content).await?;
        let after = Kept { version: opened.kept.version + 1, ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        proposal_documents::add_version(&tx, &self.scope, (process, after.version), &content, self.now()).await?;
        proposal_origins::replace(&tx, &self.scope, process, &content).await?;
        let (before, after) = (opened.content.sha256(), content.sha256());
        let entry =
            Entry::change("proposal_document.save", "proposal_document", process.0, Some(&before), Some(&after));
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    /// Writes to everybody who holds one of `roles` in `process`; `words` gets the language and this host's origin.
    pub(in crate::use_cases) async fn mail_holders(
        &self,
        tx: &Tx,
        process: ProcessId,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        self.mail_holders_in(tx, &self.scope, process, roles, words).await
    }

    /// The same, in the tenant of `scope`.
    pub(in crate::use_cases) async fn mail_holders_in(
        &self,
        tx: &Tx,
        scope: &TenantScope,
        process: ProcessId,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        let mut told: Vec<Person> = Vec::new();
        for &role in roles {
            told.extend(people::holders(tx, scope, role, process).await?);
        }
        told.sort_by_key(|person| person.id);
        told.dedup_by_key(|person| person.id);
        let origin = self.app.origin_of(scope.place());
        for person in told {
            let words = words(language(&person), &origin);
            mails::post(tx, scope, person.email, words, self.now()).await?;
        }
        Ok(())
    }
}
