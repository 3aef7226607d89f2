//! Saving the content.

use super::Handle;
use crate::store::{
    audit::Entry,
    proposal_documents::{self, Kept},
    proposal_origins,
};
use app::error::Outcome;
use domain::{policy::Action, proposal_document::DocumentContent, refusal::Blocker};

impl Handle {
    /// Saves what `change` makes of the newest content as a new version, unless nothing changed.
    pub(super) async fn save_content(
        &self,
        slug: String,
        seen: u32,
        change: impl FnOnce(DocumentContent) -> Outcome<DocumentContent> + Send,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_to_change(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::ComposeDocument, Some(process))?;
        if !opened.is_open() {
            return Err(Blocker::WrongState.into());
        }
        opened.is_version(seen)?;
        let content = change(opened.content.clone())?;
        // What stands there before the first save comes from the sheet: saving it makes it the document's own.
        if content == opened.content && opened.kept.version > 0 {
            return Ok(());
        }
        self.origins_are_readable(&tx, &opened, &content).await?;
        // What the privacy officer was asked was about the earlier text.
        let after = Kept { version: opened.kept.version + 1, question: None, ..opened.kept.clone() };
        proposal_documents::store(&tx, &self.scope, &opened.kept, &after, self.now()).await?;
        proposal_documents::add_version(&tx, &self.scope, (process, after.version), &content, self.now()).await?;
        proposal_origins::replace(&tx, &self.scope, process, &content).await?;
        let (before, after) = (opened.content.sha256(), content.sha256());
        let entry = Entry::changed("proposal_document.save", "proposal_document", process.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }
}
