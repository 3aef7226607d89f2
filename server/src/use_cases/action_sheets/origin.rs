//! Where an action comes from: its proposal, the decision on it, and what people said.

use super::Handle;
use crate::{
    store::{
        Tx, action_sheets::ActionSheet, contribution_origins, contributions, outcomes, proposal_documents, syntheses,
    },
    use_cases::proposal_document::{content, of_process},
};
use app::{
    contract::{action_sheets::ActionOrigin, proposal_document::PublicOrigin},
    error::Outcome,
};
use domain::{
    acknowledgement::NewAcknowledgement,
    id::{ContributionId, SynthesisId},
    origin::Origin,
    proposal_document::ProposalDocumentState,
};
use std::collections::BTreeMap;

impl Handle {
    /// The way back from `sheet`, as everybody may read it.
    pub(super) async fn origin_of(&self, tx: &Tx, sheet: &ActionSheet) -> Outcome<ActionOrigin> {
        use ProposalDocumentState as S;
        let process = self.process_by_id_in_view(tx, sheet.process).await?;
        let kept = proposal_documents::of(tx, &self.scope, process.id).await?;
        let content = content(tx, &self.scope, &kept, &process).await?;
        let proposal = content.proposal(sheet.proposal);
        let origins = proposal.iter().flat_map(|one| one.origins.iter().copied()).collect();
        let shown = self.shown_origins(tx, &process, &origins).await?;
        let outcome = outcomes::of(tx, &self.scope, process.id).await?;
        let decisions = outcomes::decisions(tx, &self.scope, process.id).await?;
        let decision = decisions.into_iter().find(|(number, _)| *number == sheet.proposal).map(|(_, made)| made);
        let contributions = self.contributions_behind(tx, &shown).await?;
        let gathered = |one: &PublicOrigin| one.href.is_some() && !matches!(one.origin, Origin::Contribution(_));
        Ok(ActionOrigin {
            process: of_process(&process, self.works_on(&process)),
            number: sheet.proposal,
            title: proposal.map(|one| one.title.clone()).unwrap_or_default(),
            document_is_public: matches!(kept.document.state, S::Sent | S::Published),
            decision,
            communicated_on: outcome.as_ref().and_then(|outcome| outcome.communicated_on),
            // What was noted beside the act is for staff.
            act: outcome.map(|outcome| NewAcknowledgement { notes: String::new(), ..outcome.act }),
            contributions,
            others: shown.into_iter().filter(gathered).collect(),
        })
    }

    /// What people proposed and can be read, straight, through the syntheses among `shown` or through what was composed
    /// from it; each once.
    async fn contributions_behind(&self, tx: &Tx, shown: &[PublicOrigin]) -> Outcome<Vec<(ContributionId, String)>> {
        let mut behind = BTreeMap::new();
        let mut gathered: Vec<SynthesisId> = Vec::new();
        for one in shown.iter().filter(|one| one.href.is_some()) {
            match one.origin {
                Origin::Contribution(id) => drop(behind.insert(id, one.title.clone())),
                Origin::Synthesis(id) => gathered.push(id),
                Origin::Meeting(_) => {}
            }
        }
        for source in syntheses::sources(tx, &self.scope, &gathered).await? {
            behind.insert(source.id, source.title);
        }
        let composed: Vec<ContributionId> = behind.keys().copied().collect();
        let links = contribution_origins::behind(tx, &self.scope, &composed).await?;
        if !links.is_empty() {
            let origins: Vec<ContributionId> = links.iter().map(|link| link.origin).collect();
            let rows = contributions::by_ids(tx, &self.scope, &origins).await?;
            behind.extend(rows.into_iter().map(|row| (row.id, row.title)));
        }
        Ok(behind.into_iter().collect())
    }
}
