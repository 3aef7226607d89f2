//! The deadlines of processes as last computed, so that the region can be read at one glance.

use super::{
    Database, OrUnavailable, Tx,
    database::take_turn,
    entities::process_deadline,
    process_facts,
    processes::{self, Process},
    scoped::{over_tenants, scoped_delete, tenant},
};
use crate::auth::{PlatformScope, TenantScope};
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    deadline::{DeadlineKind, deadlines},
    id::TenantId,
    role::Role,
    stage::Stage,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Which deadlines to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub tenant: Option<TenantId>,
    /// First and last day.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Day and row of the last one of the page before.
    pub after: Option<(NaiveDate, Uuid)>,
    pub limit: u64,
}

/// One open deadline of one tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub id: Uuid,
    pub tenant: TenantId,
    /// Empty, like the title, while the path is not public.
    pub slug: String,
    pub title: String,
    pub kind: DeadlineKind,
    pub due: NaiveDate,
    pub who: Role,
}

/// Computes the deadlines of `process` again; call it after every change that they depend on. Who does so at the same
/// moment waits, and then sees what was changed here: the rows are always those of the latest state.
///
/// # Errors
/// `Unavailable`.
pub async fn refresh(tx: &Tx, scope: &TenantScope, process: &Process, now: DateTime<Utc>) -> Outcome<()> {
    take_turn(tx, &format!("{} deadlines {}", scope.tenant(), process.id)).await?;
    // As it is now: while waiting, what the caller had read may have become old.
    let process = &processes::by_id(tx, scope, process.id).await?;
    let facts = process_facts::of(tx, scope, process, now).await?;
    scoped_delete::<process_deadline::Entity>(scope)
        .filter(process_deadline::COLUMN.process_id.eq(process.id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    let held = process.stage == Stage::Suspended;
    // The region reads these rows: a path that is not public has no name there.
    let (slug, title) = if process.is_public() { (&*process.slug, &*process.title) } else { ("", "") };
    let rows: Vec<_> = deadlines(process.stage, &facts, process.pack()?)
        .into_iter()
        .map(|entry| process_deadline::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(Uuid::now_v7()),
            process_id: Set(process.id.0),
            slug: Set(slug.into()),
            title: Set(title.into()),
            kind: Set(entry.kind.code().into()),
            due: Set(entry.due),
            who: Set(entry.who.code().into()),
            is_open: Set(!entry.done && !held),
        })
        .collect();
    if !rows.is_empty() {
        process_deadline::Entity::insert_many(rows).exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// The open deadlines of all tenants that are wanted, the late ones first; a window of comments that ended before
/// `today` is over, not late.
///
/// # Errors
/// `Unavailable`.
pub async fn of_all_tenants(
    db: &Database,
    scope: &PlatformScope,
    today: NaiveDate,
    wanted: &Wanted,
) -> Outcome<Vec<Open>> {
    let tx = db.read(scope.wall()).await?;
    let still = Condition::any()
        .add(process_deadline::Column::Kind.ne(DeadlineKind::MinutesComment.code()))
        .add(process_deadline::Column::Due.gte(today));
    let mut query =
        over_tenants::<process_deadline::Entity>(scope).filter(process_deadline::Column::IsOpen.eq(true)).filter(still);
    if let Some(tenant) = wanted.tenant {
        query = query.filter(process_deadline::Column::TenantId.eq(tenant.0));
    }
    if let Some(from) = wanted.from {
        query = query.filter(process_deadline::Column::Due.gte(from));
    }
    if let Some(until) = wanted.until {
        query = query.filter(process_deadline::Column::Due.lte(until));
    }
    if let Some((due, id)) = wanted.after {
        query =
            query.filter(Condition::any().add(process_deadline::Column::Due.gt(due)).add(
                Condition::all().add(process_deadline::Column::Due.eq(due)).add(process_deadline::Column::Id.gt(id)),
            ));
    }
    let rows = query
        .order_by_asc(process_deadline::Column::Due)
        .order_by_asc(process_deadline::Column::Id)
        .limit(wanted.limit)
        .all(&tx)
        .await
        .or_unavailable()?;
    let unreadable = |_| AppError::Unavailable;
    rows.into_iter()
        .map(|row| {
            Ok(Open {
                id: row.id,
                tenant: TenantId(row.tenant_id),
                slug: row.slug,
                title: row.title,
                kind: row.kind.parse().map_err(unreadable)?,
                due: row.due,
                who: row.who.parse().map_err(unreadable)?,
            })
        })
        .collect()
}
