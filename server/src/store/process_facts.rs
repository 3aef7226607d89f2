//! What the rules ask about processes, gathered from the tables of every concept: few queries, however many processes.

use super::{
    OrUnavailable, Tx,
    entities::{act, document, role_grant},
    processes::Process,
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    act::ActKind,
    calendar::{Holidays, PatronDay, day_in_rome},
    document::DocumentKind,
    process::{ProcessFacts, StartNotice},
    role::Role,
};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;
use uuid::Uuid;

/// The facts of one process.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: &Process, now: DateTime<Utc>) -> Outcome<ProcessFacts> {
    of_all(tx, scope, std::slice::from_ref(process), now).await?.pop().ok_or(AppError::Unavailable)
}

/// The facts of several processes, in their order.
///
/// # Errors
/// `Unavailable`.
pub async fn of_all(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[Process],
    now: DateTime<Utc>,
) -> Outcome<Vec<ProcessFacts>> {
    let ids: Vec<Uuid> = processes.iter().map(|process| process.id.0).collect();
    let owners = owners(tx, scope).await?;
    let acts = kinds_of_acts(tx, scope, &ids).await?;
    let papers = kinds_of_documents(tx, scope, &ids).await?;
    let has = |id: Uuid, kind: DocumentKind| papers.contains(&(id, kind.code().to_owned()));
    let facts = processes.iter().map(|process| {
        let id = process.id.0;
        let sheet = &process.sheet;
        ProcessFacts {
            today: day_in_rome(now),
            holidays: holidays(scope),
            interrupted: process.interrupted,
            object_present: !sheet.object.is_empty(),
            phases_planned: !sheet.phases.is_empty(),
            staff_named: !sheet.staff.is_empty(),
            owner_named: owners.contains(&None) || owners.contains(&Some(id)),
            decision_body_set: !sheet.decision_body.is_empty(),
            suspension_act_present: acts.contains(&(id, ActKind::SuspensionAct.code().to_owned())),
            duration: process.duration,
            notice: StartNotice {
                action_named: process.start_action.is_some(),
                link_present: process.start_link.is_some(),
                date: process.started_on,
                signed: process.start_signed,
            },
            start_limit: process.start_limit,
            stakeholder_map_present: has(id, DocumentKind::StakeholderMap),
            contributions_close: process.contributions_close,
            authorised_end: process.authorised_end,
            concluded_on: process.concluded_on,
            ..ProcessFacts::default()
        }
    });
    Ok(facts.collect())
}

/// The processes that have an owner; none in place of a process stands for the whole tenant.
async fn owners(tx: &Tx, scope: &TenantScope) -> Outcome<HashSet<Option<Uuid>>> {
    let rows = scoped::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.role.eq(Role::ProcessOwner.code()))
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| row.process_id).collect())
}

async fn kinds_of_acts(tx: &Tx, scope: &TenantScope, ids: &[Uuid]) -> Outcome<HashSet<(Uuid, String)>> {
    let rows: Vec<(Uuid, String)> = scoped::<act::Entity>(scope)
        .select_only()
        .column(act::Column::ProcessId)
        .column(act::Column::Kind)
        .distinct()
        .filter(act::Column::ProcessId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().collect())
}

async fn kinds_of_documents(tx: &Tx, scope: &TenantScope, ids: &[Uuid]) -> Outcome<HashSet<(Uuid, String)>> {
    let rows: Vec<(Uuid, String)> = scoped::<document::Entity>(scope)
        .select_only()
        .column(document::Column::ProcessId)
        .column(document::Column::Kind)
        .distinct()
        .filter(document::Column::ProcessId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().collect())
}

/// The holidays of the tenant's offices.
#[must_use]
pub fn holidays(scope: &TenantScope) -> Holidays {
    let patron = scope
        .place()
        .patron_day
        .split_once('-')
        .and_then(|(month, day)| Some(PatronDay { month: month.parse().ok()?, day: day.parse().ok()? }));
    Holidays { patron }
}
