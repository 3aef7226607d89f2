//! What the rules ask about processes, gathered in one statement, however many processes.

mod gathered;
mod parts;

use super::{Tx, processes::Process};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    act::ActKind,
    calendar::{Holidays, PatronDay, day_in_rome},
    organ::is_constituted,
    process::{ProcessFacts, StartNotice},
    proposal_document::ProposalDocument,
};
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
    let mut gathered = gathered::of(tx, scope, &ids, now).await?;
    let facts = processes.iter().map(|process| {
        let pack = process.pack()?;
        let found = gathered.remove(&process.id.0).unwrap_or_default();
        // Without a proposal document the body answers by an act of approval, dated on the conclusion or later.
        let adopted_on = || found.approved_on.filter(|on| process.concluded_on.is_some_and(|end| end <= *on));
        let acknowledged_on = if pack.proposal_document { found.acknowledged_on } else { adopted_on() };
        let document = found.document.map(|state| ProposalDocument { state, submitted: None, verdict: found.verdict });
        let sheet = &process.sheet;
        Ok(ProcessFacts {
            today: day_in_rome(now),
            holidays: holidays(scope),
            interrupted: process.interrupted,
            object_present: !sheet.object.is_empty(),
            phases_planned: !sheet.phases.is_empty(),
            staff_named: !sheet.staff.is_empty(),
            owner_named: found.owner,
            decision_body_set: !sheet.decision_body.is_empty(),
            suspension_act_present: found.acts.contains(ActKind::SuspensionAct.code()),
            duration: process.duration,
            notice: StartNotice {
                action_named: process.start_action.is_some(),
                link_present: process.start_link.is_some(),
                date: process.started_on,
                signed: process.start_signed,
            },
            planned_end: sheet.planned_end,
            start_limit: process.start_limit,
            stakeholder_map_present: found.stakeholder_map,
            table_organisations: found.seats,
            table_constituted: is_constituted(found.seats),
            first_table_meeting_held: found.first_held.is_some(),
            first_table_minutes_published: found.first_held.is_some() && found.first_held == found.first_published,
            open_meetings: found.open_meetings,
            past_meetings: found.past_meetings,
            minutes_comment_ends: found.comment_ends,
            unanswered_contributions: found.unanswered,
            answered_contributions: found.answered,
            contributions_close: process.contributions_close,
            authorised_end: process.authorised_end,
            concluded_on: process.concluded_on,
            document: document
                .as_ref()
                .map(|document| document.fact(found.document_decided_on, found.document_sent_on))
                .unwrap_or_default(),
            ended_unvalidated: document.is_some_and(|document| document.ended_unvalidated()),
            acknowledged_on,
            decision_communicated: found.communicated_on.is_some(),
            report_submitted_on: found.reported_on,
        })
    });
    facts.collect()
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
