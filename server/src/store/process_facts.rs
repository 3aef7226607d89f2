//! What the rules ask about processes, gathered from the tables of every concept: few queries, however many processes.

use super::{
    OrUnavailable, Tx,
    entities::{act, contribution, document, role_grant},
    final_reports,
    organ_facts::{self, OrganFacts},
    outcomes,
    processes::Process,
    proposal_documents,
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
use std::collections::{HashMap, HashSet};
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
    let unanswered = unanswered(tx, scope, &ids).await?;
    let organs = organ_facts::of_processes(tx, scope, &ids, now).await?;
    let none = OrganFacts::default();
    let written = proposal_documents::facts(tx, scope, &ids).await?;
    let outcomes = outcomes::of_all(tx, scope, &ids).await?;
    let reports = final_reports::submitted(tx, scope, &ids).await?;
    let has = |id: Uuid, kind: DocumentKind| papers.contains(&(id, kind.code().to_owned()));
    let facts = processes.iter().map(|process| {
        let id = process.id.0;
        let sheet = &process.sheet;
        let organs = organs.get(&id).unwrap_or(&none);
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
            table_constituted: organs.table_constituted,
            first_table_meeting_held: organs.first_table_meeting_held,
            first_table_minutes_published: organs.first_table_minutes_published,
            open_meetings: organs.open_meetings,
            minutes_comment_ends: organs.minutes_comment_ends.clone(),
            unanswered_contributions: unanswered.get(&id).copied().unwrap_or(0),
            contributions_close: process.contributions_close,
            authorised_end: process.authorised_end,
            concluded_on: process.concluded_on,
            document: written.get(&id).copied().unwrap_or_default(),
            acknowledged_on: outcomes.get(&id).map(|outcome| outcome.act.on),
            decision_communicated: outcomes.get(&id).is_some_and(|outcome| outcome.communicated_on.is_some()),
            report_submitted_on: reports.get(&id).copied(),
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

/// Public contributions without an answer, by process.
async fn unanswered(tx: &Tx, scope: &TenantScope, ids: &[Uuid]) -> Outcome<HashMap<Uuid, u32>> {
    let rows: Vec<(Uuid, i64)> = scoped::<contribution::Entity>(scope)
        .select_only()
        .column(contribution::Column::ProcessId)
        .column_as(contribution::Column::Id.count(), "open")
        .filter(contribution::Column::ProcessId.is_in(ids.iter().copied()))
        .filter(contribution::COLUMN.answered.eq(false))
        .filter(contribution::COLUMN.visible.eq(true))
        .group_by(contribution::Column::ProcessId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|(id, open)| (id, u32::try_from(open).unwrap_or(u32::MAX))).collect())
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
