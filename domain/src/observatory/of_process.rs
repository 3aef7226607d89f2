//! The record that a process makes of itself.

use super::{Progress, Record, RecordField, Theme, Value};
use crate::{calendar::complete_months, money::cofinancing_percent, sheet::ProjectSheet, stage::Stage};
use chrono::{Datelike, NaiveDate};

/// What the record asks about a process.
#[derive(Debug, Clone, Copy)]
pub struct RecordFacts<'a> {
    pub title: &'a str,
    pub sheet: &'a ProjectSheet,
    pub stage: Stage,
    /// The day of the formal start, once it lies behind.
    pub started_on: Option<NaiveDate>,
    pub concluded_on: Option<NaiveDate>,
    pub extension_granted: bool,
    /// Organisations on the negotiation table.
    pub table: &'a [String],
    /// Organisations on the local guarantee committee.
    pub committee: &'a [String],
}

/// Every field of the record, as far as the process fills it.
#[must_use]
pub fn record_of(facts: &RecordFacts<'_>) -> Record {
    let fields = RecordField::ALL.iter().map(|&field| (field, value(field, facts))).collect();
    Record { fields, others: Vec::new() }
}

fn value(field: RecordField, facts: &RecordFacts<'_>) -> Option<Value> {
    use RecordField as F;
    let sheet = facts.sheet;
    // As it would be read back: what no cell can hold is not known.
    let text = |text: &str| field.read(text).ok().flatten();
    let year = |day: Option<NaiveDate>| day.and_then(|day| u32::try_from(day.year()).ok()).map(Value::Number);
    let certified = sheet.certification_year.is_some();
    let granted = sheet.grant_cents.map(|cents| cents > 0);
    let (themes, topics) = themes(&sheet.scope_tags);
    match field {
        F::Number => sheet.observatory_id.map(Value::Number),
        F::Title => text(facts.title),
        F::Certified => certified.then_some(Value::YesNo(true)),
        F::Funded => granted.map(Value::YesNo),
        F::Progress => progress(facts.stage).and_then(|progress| text(progress.code())),
        F::Nature => match (certified, granted) {
            (true, Some(true)) => text("certificato e finanziato"),
            (true, Some(false)) => text("certificato non finanziato"),
            _ => None,
        },
        F::CertificationYear => sheet.certification_year.map(|year| Value::Number(year.into())),
        F::Grant => sheet.grant_cents.map(Value::Money),
        F::CofinancingPercent => {
            let (cost, grant) = sheet.budget_cents.zip(sheet.grant_cents)?;
            cofinancing_percent(cost, grant).map(Value::Percent)
        }
        F::Cost => sheet.budget_cents.map(Value::Money),
        F::StartYear => year(facts.started_on),
        F::EndYear => year(facts.concluded_on),
        F::Start => facts.started_on.map(Value::Date),
        F::End => facts.concluded_on.map(Value::Date),
        F::Months => {
            let (from, to) = facts.started_on.zip(facts.concluded_on)?;
            Some(Value::Number(complete_months(from, to)))
        }
        F::Extension => facts.started_on.map(|_| Value::YesNo(facts.extension_granted)),
        F::DecisionBody => text(&sheet.decision_body),
        F::Participants => text(&sheet.target_groups),
        F::Committee => text(&facts.committee.join(", ")),
        F::Office => text(&sheet.responsible_office),
        F::Address => text(&sheet.address),
        F::Table => text(&facts.table.join(", ")),
        F::Scope => text(&themes.join(", ")),
        F::Topic => text(&topics.join(", ")),
        F::Kind => text(&sheet.participation_type),
        F::Mode => text(&sheet.participation_level),
        F::Women => text(&sheet.gender_notes),
        F::WorkLife => text(&sheet.work_life_notes),
        F::Phases => text(&sheet.phases),
        F::Logo | F::FundingYear | F::Cofinancing | F::Outsiders | F::CommitteeTasks | F::ImpactMap | F::Prevalence => {
            None
        }
    }
}

/// The tags that are themes of the observatory, and the others.
fn themes(tags: &[String]) -> (Vec<&'static str>, Vec<&str>) {
    let theme = |tag: &str| {
        let tag = tag.replace('’', "'").to_lowercase();
        Theme::ALL.iter().map(|theme| theme.code()).find(|theme| *theme == tag)
    };
    let themes = tags.iter().filter_map(|tag| theme(tag)).collect();
    (themes, tags.iter().map(String::as_str).filter(|tag| theme(tag).is_none()).collect())
}

/// Whether the record of a process at `stage` is the last one, for everybody to take along.
#[must_use]
pub const fn is_final(stage: Stage) -> bool {
    matches!(progress(stage), Some(Progress::Concluded))
}

/// How far the observatory would say that a process is; nothing of one that was withdrawn.
const fn progress(stage: Stage) -> Option<Progress> {
    match stage {
        Stage::Designed | Stage::Ready => Some(Progress::Project),
        Stage::Sharing | Stage::Opening | Stage::Closing | Stage::Suspended => Some(Progress::Running),
        Stage::Concluded | Stage::Impact | Stage::Monitored | Stage::Archived => Some(Progress::Concluded),
        Stage::Withdrawn => None,
    }
}
