//! What looks like personal data in the document: the privacy officer is asked, and clears it.

use super::{Handle, Opened};
use crate::store::{
    Tx, people,
    proposal_documents::{self, Kept},
};
use app::{
    error::{AppError, Outcome},
    letter,
};
use domain::{
    calendar::day_in_rome,
    digest::Digest,
    policy::Action,
    proposal_document::{PersonalDataOverride, PersonalDataQuestion},
    reason::Reason,
    refusal::Blocker,
    role::Role,
};

impl Handle {
    pub(super) async fn clear_findings(&self, slug: String, content: Digest, reason: Reason) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.with_findings(&tx, &slug, &content, Action::OverridePersonalData).await?;
        let after = Kept { overridden: Some(PersonalDataOverride { reason, content }), ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        self.record(&tx, opened.change("proposal_document.override_personal_data", &after)).await?;
        self.commit(tx).await
    }

    pub(super) async fn ask_about_findings(&self, slug: String, content: Digest) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.with_findings(&tx, &slug, &content, Action::SubmitDocument).await?;
        if !opened.may_ask() || opened.cleared().is_some() || opened.kept.document.state.is_submitted() {
            return Err(Blocker::WrongState.into());
        }
        if people::holders(&tx, &self.scope, &[Role::PrivacyOfficer], opened.process.id).await?.is_empty() {
            return Err(Blocker::PrivacyOfficer.into());
        }
        let question = PersonalDataQuestion { content, on: day_in_rome(self.now()) };
        let after = Kept { question: Some(question), ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        let (title, path) = (opened.process.title.clone(), app::paths::document_editor(&slug));
        self.mail_holders(&tx, opened.process.id, &[Role::PrivacyOfficer], |l, origin| {
            letter::personal_data_asked(l, &title, &format!("{origin}{path}"))
        })
        .await?;
        self.record(&tx, opened.change("proposal_document.ask_privacy_officer", &after)).await?;
        self.commit(tx).await
    }

    /// The document whose newest content is exactly `content`, with something found in it, for who may take `action`.
    async fn with_findings(&self, tx: &Tx, slug: &str, content: &Digest, action: Action) -> Outcome<Opened> {
        let opened = self.open_document(tx, slug).await?;
        self.writes_in(&opened.process, action)?;
        if *content != opened.content.sha256() {
            return Err(AppError::Conflict);
        }
        if opened.kept.version == 0 || self.findings(tx, &opened).await?.is_empty() {
            return Err(Blocker::WrongState.into());
        }
        Ok(opened)
    }
}

impl Opened {
    /// Whether the privacy officer was not asked about this content yet.
    pub(super) fn may_ask(&self) -> bool {
        self.kept.version > 0 && self.asked_on().is_none()
    }
}
