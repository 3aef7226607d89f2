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
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    act::ActKind,
    calendar::{Holidays, PatronDay, day_in_rome},
    document::DocumentKind,
    pack::RulePack,
    process::{ProcessFacts, StartNotice},
    role::Role,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, ExprTrait, SelectStatement, UnionType},
};
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
    let Gathered { owners, acts, approvals, papers, unanswered } = gathered(tx, scope, &ids).await?;
    let organs = organ_facts::of_processes(tx, scope, &ids, now).await?;
    let none = OrganFacts::default();
    let written = proposal_documents::of_all(tx, scope, &ids).await?;
    let outcomes = outcomes::of_all(tx, scope, &ids).await?;
    let reports = final_reports::submitted(tx, scope, &ids).await?;
    let has = |id: Uuid, kind: DocumentKind| papers.contains(&(id, kind.code().to_owned()));
    let adopted = |process: &Process| {
        let last = approvals.get(&process.id.0).copied()?;
        process.concluded_on.filter(|concluded| last >= *concluded).map(|_| last)
    };
    let facts = processes.iter().map(|process| {
        let id = process.id.0;
        let answered_on = |pack: &RulePack| {
            if pack.proposal_document { outcomes.get(&id).map(|outcome| outcome.act.on) } else { adopted(process) }
        };
        let sheet = &process.sheet;
        let organs = organs.get(&id).unwrap_or(&none);
        let written = written.get(&id);
        Ok(ProcessFacts {
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
            table_organisations: organs.table_members,
            table_constituted: organs.table_constituted,
            first_table_meeting_held: organs.first_table_meeting_held,
            first_table_minutes_published: organs.first_table_minutes_published,
            open_meetings: organs.open_meetings,
            past_meetings: organs.past_meetings,
            minutes_comment_ends: organs.minutes_comment_ends.clone(),
            unanswered_contributions: unanswered.get(&id).copied().unwrap_or(0),
            contributions_close: process.contributions_close,
            authorised_end: process.authorised_end,
            concluded_on: process.concluded_on,
            document: written.map(|kept| kept.document.fact(kept.decided_on, kept.sent_on)).unwrap_or_default(),
            ended_unvalidated: written.is_some_and(|kept| kept.document.ended_unvalidated()),
            acknowledged_on: answered_on(process.pack()?),
            decision_communicated: outcomes.get(&id).is_some_and(|outcome| outcome.communicated_on.is_some()),
            report_submitted_on: reports.get(&id).copied(),
        })
    });
    facts.collect()
}

/// What there is of processes, each kind once.
#[derive(Default)]
struct Gathered {
    /// The processes that have an owner; none in place of a process stands for the whole tenant.
    owners: HashSet<Option<Uuid>>,
    acts: HashSet<(Uuid, String)>,
    /// The day of the last act that approves something.
    approvals: HashMap<Uuid, NaiveDate>,
    papers: HashSet<(Uuid, String)>,
    /// Public contributions without an answer.
    unanswered: HashMap<Uuid, u32>,
}

#[derive(FromQueryResult)]
struct Counted {
    process_id: Option<Uuid>,
    what: String,
    kind: String,
    counted: i64,
}

/// Owners, acts, documents and open contributions, in one statement.
async fn gathered(tx: &Tx, scope: &TenantScope, ids: &[Uuid]) -> Outcome<Gathered> {
    let ids = || ids.iter().copied();
    let owners = scoped::<role_grant::Entity>(scope).filter(role_grant::COLUMN.role.eq(Role::ProcessOwner.code()));
    let acts = scoped::<act::Entity>(scope).filter(act::Column::ProcessId.is_in(ids()));
    let approvals = acts.clone().filter(act::COLUMN.kind.eq(ActKind::Approval.code()));
    let papers = scoped::<document::Entity>(scope).filter(document::Column::ProcessId.is_in(ids()));
    let open = scoped::<contribution::Entity>(scope)
        .filter(contribution::Column::ProcessId.is_in(ids()))
        .filter(contribution::COLUMN.answered.eq(false))
        .filter(contribution::COLUMN.visible.eq(true));
    let mut all = counted(owners, "owner", role_grant::Column::ProcessId, role_grant::Column::Role);
    for part in [
        counted(acts, "act", act::Column::ProcessId, act::Column::Kind),
        newest(approvals, "approval"),
        counted(papers, "paper", document::Column::ProcessId, document::Column::Kind),
        counted(open, "open", contribution::Column::ProcessId, contribution::Column::Moderation),
    ] {
        all.union(UnionType::All, part);
    }
    let mut gathered = Gathered::default();
    for row in tx.query_all(&all).await.or_unavailable()? {
        let row = Counted::from_query_result(&row, "").or_unavailable()?;
        match (row.what.as_str(), row.process_id) {
            ("owner", process) => drop(gathered.owners.insert(process)),
            ("act", Some(process)) => drop(gathered.acts.insert((process, row.kind))),
            ("approval", Some(process)) => {
                gathered.approvals.extend(row.kind.parse().ok().map(|day: NaiveDate| (process, day)));
            }
            ("paper", Some(process)) => drop(gathered.papers.insert((process, row.kind))),
            (_, Some(process)) => {
                *gathered.unanswered.entry(process).or_default() += u32::try_from(row.counted).unwrap_or(u32::MAX);
            }
            (_, None) => {}
        }
    }
    Ok(gathered)
}

/// The last day on which each process got an act; the day stands in the place of the kind.
fn newest(acts: Select<act::Entity>, what: &str) -> SelectStatement {
    acts.select_only()
        .column_as(act::Column::ProcessId, "process_id")
        .expr_as(Expr::value(what), "what")
        .expr_as(Expr::col(act::Column::Dated).max().cast_as("text"), "kind")
        .expr_as(Expr::col(Asterisk).count(), "counted")
        .group_by(act::Column::ProcessId)
        .into_query()
}

/// How many rows each process has of each kind.
fn counted<E: EntityTrait>(rows: Select<E>, what: &str, process: E::Column, kind: E::Column) -> SelectStatement {
    rows.select_only()
        .column_as(process, "process_id")
        .expr_as(Expr::value(what), "what")
        .column_as(kind, "kind")
        .expr_as(Expr::col(Asterisk).count(), "counted")
        .group_by(process)
        .group_by(kind)
        .into_query()
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
