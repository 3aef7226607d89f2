//! What looks like personal data in the document: the privacy officer is asked, and says whether it may be published.

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
    proposal_document::{PersonalDataAnswer, PersonalDataOverride, PersonalDataQuestion},
    reason::Reason,
    refusal::Blocker,
    role::Role,
};

impl Handle {
    pub(super) async fn answer_on_findings(
        &self,
        slug: String,
        content: Digest,
        answer: PersonalDataAnswer,
        reason: Reason,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.with_findings(&tx, &slug, &content, Action::OverridePersonalData).await?;
        let (before, on) = (opened.kept.clone(), day_in_rome(self.now()));
        let (action, after) = match answer {
            PersonalDataAnswer::Publish => {
                let overridden = Some(PersonalDataOverride { reason, content });
                ("proposal_document.override_personal_data", Kept { overridden, ..before })
            }
            PersonalDataAnswer::TakeOut => {
                let on = opened.question().map_or(on, |question| question.on);
                self.tell_to_take_out(&tx, &opened, &reason).await?;
                let question = Some(PersonalDataQuestion { content, on, refused: Some(reason) });
                ("proposal_document.uphold_personal_data", Kept { question, overridden: None, ..before })
            }
        };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        self.record(&tx, opened.change(action, &after)).await?;
        self.commit(tx).await
    }

    /// Tells the owners of the path why the places must be taken out.
    async fn tell_to_take_out(&self, tx: &Tx, opened: &Opened, reason: &Reason) -> Outcome<()> {
        let (path, reason) = (&opened.process, reason.to_string());
        self.mail_holders(tx, path.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", app::paths::document_editor(&path.slug));
            letter::personal_data_upheld(l, &path.title, &reason, &link)
        })
        .await
    }

    pub(super) async fn ask_about_findings(&self, slug: String, content: Digest) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.with_findings(&tx, &slug, &content, Action::SubmitDocument).await?;
        if !opened.may_ask() || opened.cleared().is_some() {
            return Err(Blocker::WrongState.into());
        }
        if people::holders(&tx, &self.scope, &[Role::PrivacyOfficer], opened.process.id).await?.is_empty() {
            return Err(Blocker::PrivacyOfficer.into());
        }
        let question = PersonalDataQuestion { content, on: day_in_rome(self.now()), refused: None };
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
        let opened = self.open_to_change(tx, slug).await?;
        self.writes_in(&opened.process, action)?;
        // What lies with the guarantor or the body is judged no more.
        if !opened.kept.document.state.awaits_submission() {
            return Err(Blocker::WrongState.into());
        }
        if *content != opened.content.sha256() {
            return Err(AppError::Conflict);
        }
        // A name that is no longer a member's is found no more; who was asked about it still answers.
        let asked = action == Action::OverridePersonalData && opened.question().is_some();
        if opened.kept.version == 0 || (!asked && self.findings(tx, &opened).await?.is_empty()) {
            return Err(Blocker::WrongState.into());
        }
        Ok(opened)
    }
}

impl Opened {
    /// Whether the privacy officer was not asked about this content yet.
    pub(super) fn may_ask(&self) -> bool {
        self.kept.version > 0 && self.question().is_none()
    }
}
