//! Whether the grant of a path may be revoked, for those who look after it.

use super::Handle;
use crate::store::{Tx, processes::Process, proposal_documents, validation_rounds};
use app::{contract::process::PossibleRevocation, error::Outcome};
use domain::revocation;

impl Handle {
    /// The same as [`Handle::possible_revocation`], where the document was not read yet: it is, if it ended unvalidated.
    pub(super) async fn revocation_of(
        &self,
        tx: &Tx,
        process: &Process,
        ended_unvalidated: bool,
    ) -> Outcome<Option<PossibleRevocation>> {
        if !ended_unvalidated {
            return Ok(None);
        }
        let kept = proposal_documents::of(tx, &self.scope, process.id).await?;
        self.possible_revocation(tx, process, &kept).await
    }

    /// Why the grant of `process`, whose document is `kept`, may be revoked; none where nothing speaks for it.
    pub(super) async fn possible_revocation(
        &self,
        tx: &Tx,
        process: &Process,
        kept: &proposal_documents::Kept,
    ) -> Outcome<Option<PossibleRevocation>> {
        let pack = process.pack()?;
        if !revocation::is_possible(kept.document.ended_unvalidated(), process.sheet.grant_cents, pack) {
            return Ok(None);
        }
        // The newest round is the first one.
        let rounds = validation_rounds::of(tx, &self.scope, process.id).await?;
        let refusal = rounds.into_iter().find_map(|round| round.answer).map(|answer| answer.reason);
        Ok(Some(PossibleRevocation { pack, refused_on: kept.decided_on, reason: refusal.unwrap_or_default() }))
    }
}
