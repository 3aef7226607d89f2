//! What is due in a process, by when and by whom.

use crate::{
    calendar::add_days,
    code::coded,
    id::MeetingId,
    pack::RulePack,
    process::{DocumentFact, ProcessFacts, Stage},
    role::Role,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// What is due.
    pub enum DeadlineKind {
        /// The formal start, by the call's limit.
        Start = "start",
        /// The end of contributions.
        Contributions = "contributions",
        /// The end of the comments on minutes.
        MinutesComment = "minutes_comment",
        /// The conclusion of the process, by its authorised end.
        Conclusion = "conclusion",
        /// The body's acknowledgement.
        Acknowledgement = "acknowledgement",
        /// The final report.
        FinalReport = "final_report",
    }
}

/// One thing due in a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueEntry {
    pub kind: DeadlineKind,
    /// The meeting whose minutes are meant.
    pub meeting: Option<MeetingId>,
    /// Last good day, moved off holidays where the pack says so; it ends at 24:00 in Rome.
    pub due: NaiveDate,
    pub who: Role,
    pub done: bool,
    /// Not done, and too late.
    pub overdue: bool,
    /// Done, and after the last good day.
    pub late: bool,
}

/// Every deadline of a process, the earliest first. Nothing is overdue while a process is
/// suspended; nothing is due once it is withdrawn.
#[must_use]
pub fn deadlines(stage: Stage, facts: &ProcessFacts, pack: &RulePack) -> Vec<DueEntry> {
    if stage == Stage::Withdrawn {
        return Vec::new();
    }
    let still = stage == Stage::Suspended;
    let at = if still { facts.interrupted.unwrap_or(Stage::Sharing) } else { stage };
    let past = |reached: Stage| at >= reached;
    let mut entries = Vec::new();
    for &(meeting, due) in &facts.minutes_comment_ends {
        // Who has no comment need not write one: the window just ends.
        entries.push(DueEntry {
            kind: DeadlineKind::MinutesComment,
            meeting: Some(meeting),
            due,
            who: Role::TableMember,
            done: facts.today > due,
            overdue: false,
            late: false,
        });
    }
    let mut add = |kind, due: Option<NaiveDate>, who, done: bool, done_on: Option<NaiveDate>| {
        if let Some(due) = due {
            let overdue = !done && !still && facts.today > due;
            let late = done && done_on.is_some_and(|on| on > due);
            entries.push(DueEntry { kind, meeting: None, due, who, done, overdue, late });
        }
    };
    let started = past(Stage::Sharing);
    let start = crate::stage::Step::Start.who(pack);
    add(DeadlineKind::Start, facts.start_limit(pack), start, started, facts.notice.date);
    let closed = past(Stage::Closing);
    add(DeadlineKind::Contributions, facts.contributions_close, Role::ProcessOwner, closed, None);
    let concluded = past(Stage::Concluded);
    let sent_on = match facts.document {
        DocumentFact::Sent(on) | DocumentFact::NotValidated(on) => Some(on),
        DocumentFact::InPreparation | DocumentFact::Submitted | DocumentFact::Validated => facts.concluded_on,
    };
    add(DeadlineKind::Conclusion, facts.authorised_end, Role::ProcessOwner, concluded, sent_on);
    let acknowledged = facts.acknowledged_on;
    let due = acknowledgement_due(facts, pack);
    add(DeadlineKind::Acknowledgement, due, Role::BodySecretary, acknowledged.is_some(), acknowledged);
    let reported = facts.report_submitted_on;
    let due = final_report_due(facts, pack);
    add(DeadlineKind::FinalReport, due, Role::ProcessOwner, reported.is_some(), reported);
    entries.sort_by_key(|entry| (entry.due, entry.kind));
    entries
}

/// Last day for the acknowledgement, once the document reached the body or the process is concluded.
#[must_use]
pub fn acknowledgement_due(facts: &ProcessFacts, pack: &RulePack) -> Option<NaiveDate> {
    let sent = match facts.document {
        DocumentFact::Sent(on) => Some(on),
        _ => None,
    };
    after(facts.concluded_on.or(sent), facts, pack, pack.acknowledgement_days)
}

/// Last day for the final report, once the process is concluded.
#[must_use]
pub fn final_report_due(facts: &ProcessFacts, pack: &RulePack) -> Option<NaiveDate> {
    after(facts.concluded_on, facts, pack, pack.final_report_days)
}

fn after(from: Option<NaiveDate>, facts: &ProcessFacts, pack: &RulePack, days: Option<u32>) -> Option<NaiveDate> {
    Some(facts.holidays.roll(add_days(from?, days?), pack.rolling))
}
