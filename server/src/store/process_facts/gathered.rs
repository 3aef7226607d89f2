//! What there is of processes in the tables of every concept, in one statement.

use super::parts::parts;
use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx},
};
use app::error::Outcome;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    calendar::day_in_rome,
    id::MeetingId,
    proposal_document::{ProposalDocumentState, ValidationVerdict},
};
use sea_orm::{ConnectionTrait, FromQueryResult, sea_query::UnionType};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What there is of one process.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub owner: bool,
    pub acts: HashSet<String>,
    /// The day of the last act that approves something.
    pub approved_on: Option<NaiveDate>,
    pub stakeholder_map: bool,
    /// Public contributions without an answer, and with one.
    pub unanswered: u32,
    pub answered: u32,
    /// Organisations that sit on the negotiation table today.
    pub seats: u64,
    /// When the first meeting of the negotiation table that was held began, and the first with published minutes.
    pub first_held: Option<DateTime<Utc>>,
    pub first_published: Option<DateTime<Utc>>,
    /// Public meetings neither held nor cancelled.
    pub open_meetings: u32,
    /// Meetings of a day gone by, neither held nor cancelled.
    pub past_meetings: u32,
    /// The minutes that members may comment, by their meeting, with the last day.
    pub comment_ends: Vec<(MeetingId, NaiveDate)>,
    pub document: Option<ProposalDocumentState>,
    pub verdict: Option<ValidationVerdict>,
    pub document_decided_on: Option<NaiveDate>,
    pub document_sent_on: Option<NaiveDate>,
    pub acknowledged_on: Option<NaiveDate>,
    pub communicated_on: Option<NaiveDate>,
    pub reported_on: Option<NaiveDate>,
}

/// One row of one part.
#[derive(FromQueryResult)]
struct Found {
    /// None for what holds for the whole tenant.
    process_id: Option<Uuid>,
    part: String,
    /// A code, or a day as text.
    word: Option<String>,
    thing: Option<Uuid>,
    at: Option<DateTime<Utc>>,
    counted: i64,
}

/// What there is of `processes`, by process.
///
/// # Errors
/// `Unavailable`.
pub(super) async fn of(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[Uuid],
    now: DateTime<Utc>,
) -> Outcome<HashMap<Uuid, Gathered>> {
    let mut gathered: HashMap<Uuid, Gathered> = processes.iter().map(|id| (*id, Gathered::default())).collect();
    let mut parts = parts(scope, processes, now).into_iter();
    let Some(mut all) = parts.next() else { return Ok(gathered) };
    for part in parts {
        all.union(UnionType::All, part);
    }
    for row in tx.query_all(&all).await.or_unavailable()? {
        let row = Found::from_query_result(&row, "").or_unavailable()?;
        match row.process_id {
            Some(process) => {
                if let Some(one) = gathered.get_mut(&process) {
                    one.add(row);
                }
            }
            None => gathered.values_mut().for_each(|one| one.owner = true),
        }
    }
    Ok(gathered)
}

impl Gathered {
    fn add(&mut self, row: Found) {
        let many = u32::try_from(row.counted).unwrap_or(u32::MAX);
        let word = row.word.unwrap_or_default();
        let day = || word.parse::<NaiveDate>().ok();
        match row.part.as_str() {
            "owner" => self.owner = true,
            "act" => drop(self.acts.insert(word)),
            "approved" => self.approved_on = day(),
            "map" => self.stakeholder_map = true,
            "unanswered" => self.unanswered = many,
            "answered" => self.answered = many,
            "seat" => self.seats = u64::from(many),
            "held" => self.first_held = row.at,
            "published" => self.first_published = row.at,
            "open" => self.open_meetings = many,
            "past" => self.past_meetings = many,
            "comment" => self.comment_ends.extend(row.thing.zip(row.at).map(comment_end)),
            "document" => self.document = word.parse().ok(),
            "verdict" => self.verdict = word.parse().ok(),
            "decided" => self.document_decided_on = day(),
            "sent" => self.document_sent_on = day(),
            "acknowledged" => self.acknowledged_on = day(),
            "communicated" => self.communicated_on = day(),
            "reported" => self.reported_on = day(),
            _ => {}
        }
    }
}

/// The window closes at 24:00: the instant before it belongs to the last day.
fn comment_end((meeting, until): (Uuid, DateTime<Utc>)) -> (MeetingId, NaiveDate) {
    (MeetingId(meeting), day_in_rome(until - TimeDelta::microseconds(1)))
}
