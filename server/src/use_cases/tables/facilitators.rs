//! Who facilitates a process, and who works at which of its tables.

use super::{Handle, Process, ThematicTable};
use crate::store::{Tx, comments, people};
use app::error::{AppError, Outcome};
use domain::{id::PersonId, invalid::Fault, role::Role, thematic_table::works_at};

impl Handle {
    /// Whether the person works at the table: not a facilitator at somebody else's.
    pub(in crate::use_cases) fn works_at(&self, table: &ThematicTable) -> bool {
        let owns = self.scope.roles_in(Some(table.process)).contains(&Role::ProcessOwner);
        works_at(table.facilitator, self.scope.actor(), owns)
    }

    /// Refuses who does not work at the table.
    pub(in crate::use_cases) fn at_table(&self, table: &ThematicTable) -> Outcome<()> {
        if self.works_at(table) { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// The facilitators of the process, by name.
    pub(super) async fn facilitators(&self, tx: &Tx, process: &Process) -> Outcome<Vec<(PersonId, String)>> {
        let grants = people::all_grants(tx, &self.scope).await?;
        let counts = |grant: &people::Grant| {
            grant.role == Role::ProcessFacilitator && grant.process.is_none_or(|one| one == process.id)
        };
        let ids: Vec<_> = grants.iter().filter(|(_, grant)| counts(grant)).map(|(person, _)| *person).collect();
        Ok(comments::names(tx, &self.scope, &ids).await?.into_iter().collect())
    }

    /// Refuses somebody who is no facilitator of the process.
    pub(super) async fn known_facilitator(&self, tx: &Tx, process: &Process, named: Option<PersonId>) -> Outcome<()> {
        let Some(named) = named else { return Ok(()) };
        let known = self.facilitators(tx, process).await?.iter().any(|(person, _)| *person == named);
        if known { Ok(()) } else { Err(AppError::invalid("facilitator", Fault::Choice)) }
    }
}
