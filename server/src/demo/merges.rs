//! Contributions that were merged from others.

use super::{Fault, Load, data::ContributionData, noon};
use crate::store::contribution_origins::{self, Link};
use domain::{
    evaluation::{Combining, Evaluation},
    id::ContributionId,
    role::Role,
};

/// Keeps from what the contribution `id` was merged.
pub(super) async fn load(load: &Load<'_>, id: ContributionId, data: &ContributionData) -> Result<(), Fault> {
    if data.merges.is_empty() {
        return Ok(());
    }
    let link = |key: &String| {
        let origin = load.contributions.get(key).copied();
        let origin = origin.ok_or_else(|| Fault::data("contributions", format!("{key}: merged before it is there")))?;
        Ok(Link {
            contribution: id,
            origin,
            direct: true,
            kind: Combining::Merge,
            was: Evaluation::Unassessed,
            role: Role::ProcessFacilitator,
            at: noon(data.created_on),
            reason: data.why.clone().unwrap_or_default(),
        })
    };
    let links = data.merges.iter().map(link).collect::<Result<Vec<_>, Fault>>()?;
    contribution_origins::insert(&load.tx, &load.scope, &links).await?;
    Ok(())
}
