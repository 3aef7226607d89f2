//! Rules of procedure that were in force before: what was decided under them can still be judged by them.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, minutes, organ, organ_rule},
    organs::Organ,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::NaiveDate;
use domain::{
    id::{OrganId, ProcessId},
    minutes::MinutesState,
    organ::OrganRules,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// Rules of one organ, with the days on which they were in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierRules {
    pub organ: OrganId,
    pub version: u32,
    pub rules: OrganRules,
    pub since: NaiveDate,
    pub until: NaiveDate,
}

/// Keeps the rules in force of `organ`, which end on `until`.
///
/// # Errors
/// `Conflict` when somebody else has just replaced them.
pub async fn keep(tx: &Tx, scope: &TenantScope, organ: &Organ, until: NaiveDate) -> Outcome<()> {
    let whole = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let row = organ_rule::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        organ_id: Set(organ.id.0),
        version: Set(whole(organ.rules_version)),
        rules: Set(organ.rules.text.clone()),
        comment_days: Set(organ.rules.comment_days.map(whole)),
        quorum: Set(organ.rules.quorum.clone()),
        admission: Set(organ.rules.admission.clone()),
        since: Set(organ.rules_since),
        until: Set(until),
    };
    row.insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// The organs of a process in the order in which they were set up, and their earlier rules, the latest first; in one
/// statement.
///
/// # Errors
/// `Unavailable`.
pub async fn with_organs(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<(Vec<Organ>, Vec<EarlierRules>)> {
    let of = |column| Expr::col((organ_rule::Entity, column));
    let same = Condition::all()
        .add(of(organ_rule::Column::TenantId).eq(tenant(scope)))
        .add(of(organ_rule::Column::OrganId).equals((organ::Entity, organ::Column::Id)));
    let mut query = scoped::<organ::Entity>(scope)
        .filter(organ::COLUMN.process_id.eq(process.0))
        .select_also(organ_rule::Entity)
        .order_by_asc(organ::Column::Id)
        .order_by_desc(organ_rule::Column::Version);
    QuerySelect::query(&mut query).left_join(organ_rule::Entity, same);
    let (mut organs, mut earlier) = (Vec::<Organ>::new(), Vec::new());
    for (organ, rule) in query.all(tx).await.or_unavailable()? {
        if organs.last().is_none_or(|last| last.id.0 != organ.id) {
            organs.push(organ.try_into()?);
        }
        earlier.extend(rule.map(EarlierRules::from));
    }
    Ok((organs, earlier))
}

impl From<organ_rule::Model> for EarlierRules {
    fn from(row: organ_rule::Model) -> Self {
        Self {
            organ: OrganId(row.organ_id),
            version: u32::try_from(row.version).unwrap_or(0),
            rules: OrganRules {
                text: row.rules,
                comment_days: row.comment_days.and_then(|days| u32::try_from(days).ok()),
                quorum: row.quorum,
                admission: row.admission,
            },
            since: row.since,
            until: row.until,
        }
    }
}

/// Whether minutes of the organ were approved under its rules.
///
/// # Errors
/// `Unavailable`.
pub async fn govern_minutes(tx: &Tx, scope: &TenantScope, organ: OrganId) -> Outcome<bool> {
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.organ_id.eq(organ.0))
        .select_only()
        .column(meeting::Column::Id)
        .into_query();
    let settled = [MinutesState::Approved, MinutesState::Published].map(MinutesState::code);
    let approved = scoped::<minutes::Entity>(scope)
        .filter(minutes::COLUMN.meeting_id.in_subquery(meetings))
        .filter(minutes::Column::State.is_in(settled))
        .count(tx)
        .await
        .or_unavailable()?;
    Ok(approved > 0)
}
