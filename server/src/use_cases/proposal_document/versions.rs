//! The versions of the document, for those who write it and for the table.

use super::{Handle, Opened, reading::changed};
use crate::store::{
    Tx, people,
    proposal_documents::{self, VersionHead},
    validation_rounds,
};
use app::{
    contract::proposal_document::{VersionLine, VersionsView},
    error::{AppError, Outcome},
};
use domain::{id::PersonId, policy::Action};

impl Handle {
    pub(super) async fn read_versions(
        &self,
        slug: String,
        from: Option<u32>,
        to: Option<u32>,
    ) -> Outcome<VersionsView> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        self.may_prepare(&opened)?;
        let process = opened.process.id;
        let writes = self.scope.may(Action::ReadDrafts, Some(process));
        let heads = self.versions_in_view(&tx, &opened, writes).await?;
        let to = to.unwrap_or_else(|| heads.first().map_or(0, |newest| newest.number));
        // The newest comes first.
        let earlier = heads.iter().map(|head| head.number).find(|number| *number < to);
        let from = from.unwrap_or_else(|| earlier.unwrap_or(to));
        let of = async |number: u32| {
            heads.iter().find(|head| head.number == number).ok_or(AppError::NotFound)?;
            proposal_documents::version(&tx, &self.scope, process, number).await
        };
        let changed = if heads.is_empty() { Vec::new() } else { changed(&of(from).await?, &of(to).await?) };
        // Who wrote is for those who write.
        let authors: Vec<PersonId> = heads.iter().filter_map(|head| head.author).filter(|_| writes).collect();
        let authors = people::by_ids(&tx, &self.scope, &authors).await?;
        let name = |id: Option<PersonId>| {
            authors.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone()).unwrap_or_default()
        };
        let versions = heads
            .into_iter()
            .map(|head| VersionLine {
                number: head.number,
                sha256: head.sha256,
                author: name(head.author),
                at: head.at,
            })
            .collect();
        Ok(VersionsView { process: opened.of_process(), versions, from, to, changed })
    }

    /// Every version for those who read drafts; for the table those that it was given, or that were submitted: what was
    /// taken out before is nobody else's to read.
    async fn versions_in_view(&self, tx: &Tx, opened: &Opened, writes: bool) -> Outcome<Vec<VersionHead>> {
        let process = opened.process.id;
        let mut heads = proposal_documents::versions(tx, &self.scope, process).await?;
        if !writes {
            let rounds = validation_rounds::of(tx, &self.scope, process).await?;
            let submitted = |head: &VersionHead| rounds.iter().any(|round| round.sha256.as_str() == head.sha256);
            heads.retain(|head| opened.kept.given.contains(&head.number) || submitted(head));
        }
        Ok(heads)
    }
}
