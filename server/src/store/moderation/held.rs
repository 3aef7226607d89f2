//! First words that wait for a moderator.

use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{comment, contribution, moderation_entry, report},
        scoped::{scoped, tenant},
    },
};
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    contribution::{ModeratedKind, ModerationStep},
    id::{ContributionId, PersonId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Whether everybody can read something that `person` wrote.
///
/// # Errors
/// `Unavailable`.
pub async fn is_known(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<bool> {
    let wrote = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.author_id.eq(person.0))
        .filter(contribution::COLUMN.visible.eq(true))
        .select_only()
        .column(contribution::Column::Id);
    if wrote.into_tuple::<Uuid>().one(tx).await.or_unavailable()?.is_some() {
        return Ok(true);
    }
    let said = scoped::<comment::Entity>(scope)
        .filter(comment::COLUMN.author_id.eq(person.0))
        .filter(comment::COLUMN.visible.eq(true))
        .select_only()
        .column(comment::Column::Id);
    Ok(said.into_tuple::<Uuid>().one(tx).await.or_unavailable()?.is_some())
}

/// Puts a text that waits into the moderators' queue, beside those that readers reported; nobody reported it.
///
/// # Errors
/// `Unavailable`.
pub async fn hold(
    tx: &Tx,
    scope: &TenantScope,
    (kind, subject): (ModeratedKind, Uuid),
    contribution: ContributionId,
    at: DateTime<Utc>,
) -> Outcome<()> {
    let row = report::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        subject_kind: Set(kind.code().into()),
        subject_id: Set(subject),
        contribution_id: Set(contribution.0),
        reporter_id: Set(None),
        reason: Set(String::new()),
        settled: Set(false),
        created_at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Which of these hidden texts nobody but their authors ever read: they were refused when they were first read.
///
/// # Errors
/// `Unavailable`.
pub async fn never_public(tx: &Tx, scope: &TenantScope, subjects: &[Uuid]) -> Outcome<BTreeSet<Uuid>> {
    if subjects.is_empty() {
        return Ok(BTreeSet::new());
    }
    let held = scoped::<report::Entity>(scope)
        .filter(report::COLUMN.subject_id.is_in(subjects.iter().copied()))
        .filter(report::COLUMN.reason.eq(""))
        .select_only()
        .column(report::Column::SubjectId);
    let held: Vec<Uuid> = held.into_tuple().all(tx).await.or_unavailable()?;
    if held.is_empty() {
        return Ok(BTreeSet::new());
    }
    let shown = scoped::<moderation_entry::Entity>(scope)
        .filter(moderation_entry::COLUMN.subject_id.is_in(held.iter().copied()))
        .filter(moderation_entry::COLUMN.step.is_in([ModerationStep::Publish.code(), ModerationStep::Restore.code()]))
        .select_only()
        .column(moderation_entry::Column::SubjectId);
    let shown: Vec<Uuid> = shown.into_tuple().all(tx).await.or_unavailable()?;
    Ok(held.into_iter().filter(|one| !shown.contains(one)).collect())
}
