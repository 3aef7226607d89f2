//! What stands in the way of submitting a proposal document.

use crate::{
    code::{choice, coded},
    digest::Digest,
    document_content::{DocumentContent, PlacedFinding},
    invalid::FieldErrors,
    pack::OpinionLevel,
    reason::Reason,
    refusal::Blocker,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// What the negotiation table thinks of the document.
    pub enum OpinionVerdict {
        Favourable = "favourable",
        /// Approved, with observations.
        WithObservations = "with_observations",
        Contrary = "contrary",
    }
}

/// The opinion of the negotiation table, as its minutes record it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOpinion {
    pub verdict: OpinionVerdict,
    pub on: NaiveDate,
    pub notes: String,
}

impl TableOpinion {
    /// Reads `verdict`, `on` and `notes`; the verdict `not_given` reads as none.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(verdict: &str, on: &str, notes: &str) -> Result<Option<Self>, FieldErrors> {
        if verdict.trim() == "not_given" {
            return Ok(None);
        }
        let mut errors = FieldErrors::default();
        let verdict = errors.take("verdict", choice(verdict));
        let on = errors.take("on", text::date(on));
        let notes = errors.take("notes", text::optional_prose(notes, 4_000));
        match (verdict, on, notes) {
            (Some(verdict), Some(on), Some(notes)) => Ok(Some(Self { verdict, on, notes })),
            _ => Err(errors),
        }
    }
}

/// The privacy officer's word that what was found may be published; it holds for one content alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalDataOverride {
    pub reason: Reason,
    pub content: Digest,
}

/// What the server loads to check a submission.
#[derive(Debug, Clone, Copy)]
pub struct SubmissionFacts<'a> {
    pub mandatory_sections: &'a [&'a str],
    pub findings: &'a [PlacedFinding],
    pub overridden: Option<&'a PersonalDataOverride>,
    pub opinion: Option<&'a TableOpinion>,
    pub opinion_level: OpinionLevel,
}

/// What blocks a submission, and what is worth a warning only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionCheck {
    pub blockers: Vec<Blocker>,
    pub warnings: Vec<Blocker>,
}

/// What blocks `content` on its way to the negotiation table: empty sections, no proposal, personal data.
#[must_use]
pub fn blockers_for_table_review(content: &DocumentContent, facts: SubmissionFacts<'_>) -> Vec<Blocker> {
    let empty = facts.mandatory_sections.iter().filter(|key| **key != "proposals" && is_blank(content.section(key)));
    let mut blockers: Vec<Blocker> = empty.map(|key| Blocker::SectionEmpty { key: (*key).to_owned() }).collect();
    if content.proposals.is_empty() {
        blockers.push(Blocker::NoProposals);
    }
    let cleared = facts.overridden.is_some_and(|word| word.content == content.sha256());
    if !facts.findings.is_empty() && !cleared {
        let places = u32::try_from(facts.findings.len()).unwrap_or(u32::MAX);
        blockers.push(Blocker::PersonalDataFound { places });
    }
    blockers
}

/// What blocks the submission of `content`, or is to be warned of: the same as for the table, and its opinion.
#[must_use]
pub fn blockers_for_submission(content: &DocumentContent, facts: SubmissionFacts<'_>) -> SubmissionCheck {
    let mut check = SubmissionCheck { blockers: blockers_for_table_review(content, facts), warnings: Vec::new() };
    let opinion = match facts.opinion.map(|opinion| opinion.verdict) {
        None => Some(Blocker::TableOpinionMissing),
        Some(OpinionVerdict::Contrary) => Some(Blocker::TableOpinionContrary),
        Some(OpinionVerdict::Favourable | OpinionVerdict::WithObservations) => None,
    };
    match facts.opinion_level {
        OpinionLevel::Block => check.blockers.extend(opinion),
        OpinionLevel::Warn => check.warnings.extend(opinion),
        OpinionLevel::None => {}
    }
    check
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests;
