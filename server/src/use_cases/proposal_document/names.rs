//! Whose names a published document must not hold: those who sit on organs, and those who signed the agreement.

use super::Handle;
use crate::store::{Tx, agreement_parties, delegates, people};
use app::error::Outcome;
use domain::{id::ProcessId, role::Role};

impl Handle {
    /// The names of members, of delegates and of signatories, each once.
    pub(in crate::use_cases) async fn names_of_members(&self, tx: &Tx, process: ProcessId) -> Outcome<Vec<String>> {
        let mut names = Vec::new();
        let members = [Role::TableMember, Role::CommitteeMember];
        names.extend(people::holders(tx, &self.scope, &members, process).await?.into_iter().map(|one| one.name));
        names.extend(delegates::of_process(tx, &self.scope, process).await?.into_iter().map(|one| one.name));
        names.extend(agreement_parties::signers(tx, &self.scope, process).await?);
        names.retain(|name| !name.is_empty());
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }
}
