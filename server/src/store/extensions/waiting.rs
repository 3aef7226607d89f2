//! Requests that wait: for whoever answers, and for the clock. While their process is suspended nobody may answer, and
//! none lapses.

use super::{
    super::{
        entities::extension,
        scoped::{over_tenants, scoped},
        tenants,
    },
    Extension, OrUnavailable, Tx,
};
use crate::auth::{PlatformScope, TenantScope};
use app::error::Outcome;
use chrono::NaiveDate;
use domain::{
    extension::ExtensionState,
    id::{ExtensionId, ProcessId, TenantId},
};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::ExprTrait};
use std::{fmt, str::FromStr};

/// Requests that are read at once.
const BATCH: u64 = 100;

/// Where a request stands among those that wait, nearest end first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    end: NaiveDate,
    id: ExtensionId,
}

impl From<&Extension> for Place {
    fn from(asked: &Extension) -> Self {
        Self { end: asked.end_before, id: asked.id }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.end, self.id)
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (end, id) = text.split_once('_').ok_or(())?;
        Ok(Self { end: end.parse().map_err(drop)?, id: id.parse().map_err(drop)? })
    }
}

/// The drafts and the requests of processes that are not suspended, nearest end first, those after the place `after`: at most
/// 100.
///
/// # Errors
/// `Unavailable`.
pub async fn open(tx: &Tx, scope: &TenantScope, after: Option<Place>) -> Outcome<Vec<Extension>> {
    let rows = next(unanswered(scope).filter(extension::COLUMN.paused.eq(false)), after, BATCH)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Extension::try_from).collect()
}

/// The drafts and the requests of these processes: each has one at most.
///
/// # Errors
/// `Unavailable`.
pub async fn open_in(tx: &Tx, scope: &TenantScope, processes: &[ProcessId]) -> Outcome<Vec<Extension>> {
    let here = extension::COLUMN.process_id.is_in(processes.iter().map(|process| process.0));
    let rows = next(unanswered(scope).filter(here), None, BATCH).all(tx).await.or_unavailable()?;
    rows.into_iter().map(Extension::try_from).collect()
}

/// The requests of all active tenants that wait for an answer under one of `rules`, nearest end first, those after the
/// place `after`.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting_everywhere(
    tx: &Tx,
    scope: &PlatformScope,
    rules: &[String],
    after: Option<Place>,
    limit: u64,
) -> Outcome<Vec<(TenantId, Extension)>> {
    let waiting = over_tenants::<extension::Entity>(scope)
        .filter(extension::COLUMN.state.eq(ExtensionState::Requested.code()))
        .filter(extension::COLUMN.rules.is_in(rules.to_vec()))
        .filter(sea_orm::ColumnTrait::in_subquery(&extension::Column::TenantId, tenants::active()))
        .filter(extension::COLUMN.paused.eq(false));
    let rows = next(waiting, after, limit).all(tx).await.or_unavailable()?;
    rows.into_iter().map(|row| Ok((TenantId(row.tenant_id), Extension::try_from(row)?))).collect()
}

fn unanswered(scope: &TenantScope) -> Select<extension::Entity> {
    let open = [ExtensionState::Draft.code(), ExtensionState::Requested.code()];
    scoped::<extension::Entity>(scope).filter(extension::COLUMN.state.is_in(open))
}

fn next(rows: Select<extension::Entity>, after: Option<Place>, limit: u64) -> Select<extension::Entity> {
    rows.apply_if(after, |query, after| {
        let same_day = extension::COLUMN.end_before.eq(after.end).and(extension::COLUMN.id.gt(after.id.0));
        query.filter(extension::COLUMN.end_before.gt(after.end).or(same_day))
    })
    .order_by_asc(extension::Column::EndBefore)
    .order_by_asc(extension::Column::Id)
    .limit(limit)
}
