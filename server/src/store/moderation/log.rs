//! What moderators did, which is never changed.

use super::{Beat, REASONS};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{comment, moderation_entry},
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::{HideGround, HideReason, ModeratedKind, ModerationStep},
    reason::Reason,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Condition, Expr},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One thing that a moderator did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: ModeratedKind,
    pub subject: Uuid,
    pub step: ModerationStep,
    pub ground: Option<HideGround>,
    pub reason: String,
    pub at: DateTime<Utc>,
}

impl TryFrom<moderation_entry::Model> for Entry {
    type Error = AppError;

    fn try_from(row: moderation_entry::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            kind: row.subject_kind.parse().map_err(unreadable)?,
            subject: row.subject_id,
            step: row.step.parse().map_err(unreadable)?,
            ground: row.ground.map(|ground| ground.parse().map_err(unreadable)).transpose()?,
            reason: row.reason,
            at: row.at,
        })
    }
}

/// Writes into the log.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, entry: &Entry) -> Outcome<()> {
    let row = moderation_entry::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        subject_kind: Set(entry.kind.code().into()),
        subject_id: Set(entry.subject),
        step: Set(entry.step.code().into()),
        ground: Set(entry.ground.map(|ground| ground.code().into())),
        reason: Set(entry.reason.clone()),
        actor_id: Set(scope.actor().map(|person| person.0)),
        at: Set(entry.at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// What moderators did with a text, the last first.
///
/// # Errors
/// `Unavailable`.
pub async fn log_of(tx: &Tx, scope: &TenantScope, subject: Uuid) -> Outcome<Vec<Entry>> {
    let rows = scoped::<moderation_entry::Entity>(scope)
        .filter(moderation_entry::Column::SubjectId.eq(subject))
        .order_by_desc(moderation_entry::Column::Id)
        .limit(REASONS)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Why each of these texts was hidden last, where the log tells it.
///
/// # Errors
/// `Unavailable`.
pub async fn why_hidden(tx: &Tx, scope: &TenantScope, subjects: &[Uuid]) -> Outcome<BTreeMap<Uuid, HideReason>> {
    if subjects.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = scoped::<moderation_entry::Entity>(scope)
        .filter(moderation_entry::Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(moderation_entry::Column::Step.eq(ModerationStep::Hide.code()))
        .order_by_asc(moderation_entry::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: moderation_entry::Model| {
        let entry = Entry::try_from(row).ok()?;
        Some((entry.subject, HideReason { ground: entry.ground?, reason: Reason::parse(&entry.reason).ok()? }))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Whether no later entry speaks of the same text.
const NOTHING_SINCE: &str = "NOT EXISTS (SELECT 1 FROM moderation_entries later
    WHERE later.tenant_id = moderation_entries.tenant_id AND later.subject_id = moderation_entries.subject_id
      AND later.id > moderation_entries.id)";

/// The title of the proposal that an entry speaks of, or below which the comment stands.
const TITLE: &str = "(SELECT c.title FROM contributions c WHERE c.tenant_id = moderation_entries.tenant_id
    AND c.id = COALESCE((SELECT m.contribution_id FROM comments m WHERE m.tenant_id = moderation_entries.tenant_id
      AND m.id = moderation_entries.subject_id), moderation_entries.subject_id))";

#[derive(FromQueryResult)]
struct Stepped {
    #[sea_orm(nested)]
    entry: moderation_entry::Model,
    title: Option<String>,
    last: bool,
}

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub entry: Entry,
    /// Title of the proposal, or of the one below which the comment stands.
    pub title: String,
    /// Whether nothing was done with the text since.
    pub last: bool,
}

/// One page of what moderators did with the texts of `beat`, the last first, from after the entry `after` on: each
/// with whether nothing was done with its text since. Where the next page starts comes last.
///
/// # Errors
/// `Unavailable`.
pub async fn log(
    tx: &Tx,
    scope: &TenantScope,
    beat: &Beat,
    after: Option<Uuid>,
    limit: u64,
) -> Outcome<(Vec<Logged>, Option<Uuid>)> {
    use moderation_entry::Column as C;
    let mut select = scoped::<moderation_entry::Entity>(scope);
    if let Some(within) = beat.contributions(scope) {
        let comments = scoped::<comment::Entity>(scope)
            .select_only()
            .column(comment::Column::Id)
            .filter(comment::Column::ContributionId.in_subquery(within.clone()));
        let theirs =
            Condition::any().add(C::SubjectId.in_subquery(within)).add(C::SubjectId.in_subquery(comments.into_query()));
        select = select.filter(theirs);
    }
    if let Some(after) = after {
        select = select.filter(C::Id.lt(after));
    }
    let nothing_since = Expr::cust(NOTHING_SINCE);
    let select = select.expr_as(nothing_since, "last").expr_as(Expr::cust(TITLE), "title");
    let select = select.order_by_desc(C::Id).limit(limit + 1);
    let mut rows: Vec<Stepped> = select.into_model().all(tx).await.or_unavailable()?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().map(|row| row.entry.id).filter(|_| more);
    let read = |row: Stepped| {
        let title = row.title.unwrap_or_default();
        Ok(Logged { entry: Entry::try_from(row.entry)?, title, last: row.last })
    };
    Ok((rows.into_iter().map(read).collect::<Outcome<_>>()?, next))
}
