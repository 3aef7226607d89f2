//! What stands in the way of submitting a proposal document.

use crate::{
    code::{choice, coded},
    digest::Digest,
    document_content::{DocumentContent, PlacedFinding, SectionSource},
    invalid::FieldErrors,
    origin::Origin,
    pack::{OpinionLevel, SectionRule},
    reason::Reason,
    refusal::Blocker,
    stage::Stage,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Reads `verdict`, `on` and `notes`, which an opinion with observations must have; the verdict `not_given` reads
    /// as none.
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
        let observed = verdict == Some(OpinionVerdict::WithObservations);
        let read = if observed { text::prose } else { text::optional_prose };
        let notes = errors.take("notes", read(notes, 4_000));
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

/// The question to the privacy officer whether what was found in one content may be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalDataQuestion {
    pub content: Digest,
    pub on: NaiveDate,
    /// Why what was found must be taken out, where the officer answered so.
    pub refused: Option<Reason>,
}

coded! {
    /// What the privacy officer says of what was found in one content.
    pub enum PersonalDataAnswer {
        Publish = "publish",
        TakeOut = "take_out",
    }
}

impl PersonalDataAnswer {
    /// Reads `answer` and its `reason`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(answer: &str, reason: &str) -> Result<(Self, Reason), FieldErrors> {
        let mut errors = FieldErrors::default();
        let answer = errors.take("answer", choice(answer));
        let reason = errors.take_all(Reason::parse(reason));
        answer.zip(reason).ok_or(errors)
    }
}

/// What the server loads to check a submission.
#[derive(Debug, Clone, Copy)]
pub struct SubmissionFacts<'a> {
    pub mandatory_sections: &'a [&'a SectionRule],
    pub findings: &'a [PlacedFinding],
    pub overridden: Option<&'a PersonalDataOverride>,
    /// What the privacy officer was asked last.
    pub question: Option<&'a PersonalDataQuestion>,
    pub opinion: Option<&'a TableOpinion>,
    /// The content on which the opinion was given.
    pub opinion_content: Option<&'a Digest>,
    pub opinion_level: OpinionLevel,
    /// The content that the guarantor sent back for integrations, while it waits for them.
    pub sent_back: Option<&'a Digest>,
    /// Where the process stands.
    pub stage: Stage,
}

/// What blocks a submission, and what is worth a warning only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionCheck {
    pub blockers: Vec<Blocker>,
    pub warnings: Vec<Blocker>,
}

/// What blocks `content` on its way to the negotiation table: empty sections, no proposal, personal data. What the
/// privacy officer wants taken out blocks even where it is found no more.
#[must_use]
pub fn blockers_for_table_review(content: &DocumentContent, facts: SubmissionFacts<'_>) -> Vec<Blocker> {
    let empty = facts.mandatory_sections.iter().filter(|rule| !is_filled(content, rule) && rule.key != PROPOSALS);
    let mut blockers: Vec<Blocker> = empty.map(|rule| Blocker::SectionEmpty { title: rule.title.clone() }).collect();
    if content.proposals.is_empty() {
        blockers.push(Blocker::NoProposals);
    }
    let sha256 = content.sha256();
    let cleared = facts.overridden.is_some_and(|word| word.content == sha256);
    let refused = facts.question.is_some_and(|asked| asked.refused.is_some() && asked.content == sha256);
    if !facts.findings.is_empty() && !cleared {
        let places = u32::try_from(facts.findings.len()).unwrap_or(u32::MAX);
        blockers.push(Blocker::PersonalDataFound { places });
    } else if refused && !cleared {
        blockers.push(Blocker::PersonalDataRefused);
    }
    blockers
}

/// What blocks the submission of `content`, or is to be warned of: the same as for the table, its opinion, and
/// proposals that may still come; that nothing changed since the guarantor sent it back is a warning.
#[must_use]
pub fn blockers_for_submission(content: &DocumentContent, facts: SubmissionFacts<'_>) -> SubmissionCheck {
    let mut check = SubmissionCheck { blockers: blockers_for_table_review(content, facts), warnings: Vec::new() };
    if matches!(facts.stage, Stage::Designed | Stage::Ready | Stage::Sharing | Stage::Opening) {
        check.blockers.push(Blocker::BeforeClosing);
    }
    let current = facts.opinion_content == Some(&content.sha256());
    let opinion = match facts.opinion.map(|opinion| opinion.verdict) {
        None => Some(Blocker::TableOpinionMissing),
        Some(_) if !current => Some(Blocker::TableOpinionOutdated),
        Some(OpinionVerdict::Contrary) => Some(Blocker::TableOpinionContrary),
        Some(OpinionVerdict::Favourable | OpinionVerdict::WithObservations) => None,
    };
    if facts.sent_back == Some(&content.sha256()) {
        check.warnings.push(Blocker::TextUnchanged);
    }
    match facts.opinion_level {
        OpinionLevel::Block => check.blockers.extend(opinion),
        OpinionLevel::Warn => check.warnings.extend(opinion),
        OpinionLevel::None => {}
    }
    check
}

/// What was checked of a content when it was submitted, kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentChecks {
    /// How many sections the rules ask for, proposals among them.
    pub mandatory: u32,
    /// How many of those are filled.
    pub filled: u32,
    pub proposals: u32,
    /// Numbers of the proposals that come from nothing that everybody can read.
    pub untraced: Vec<u32>,
}

impl ContentChecks {
    /// The checks of `content`, where everybody can read what `readable` holds.
    #[must_use]
    pub fn of(content: &DocumentContent, mandatory: &[&SectionRule], readable: &BTreeSet<Origin>) -> Self {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let traced = |origins: &[Origin]| origins.iter().any(|origin| readable.contains(origin));
        let untraced = content.proposals.iter().filter(|one| !traced(&one.origins)).map(|one| one.number);
        Self {
            mandatory: count(mandatory.len()),
            filled: count(mandatory.iter().filter(|rule| is_filled(content, rule)).count()),
            proposals: count(content.proposals.len()),
            untraced: untraced.collect(),
        }
    }
}

/// Key of the section that proposals fill.
const PROPOSALS: &str = "proposals";

fn is_filled(content: &DocumentContent, rule: &SectionRule) -> bool {
    match SectionSource::of(&rule.key) {
        _ if rule.key == PROPOSALS => !content.proposals.is_empty(),
        Some(SectionSource::Submission) => true,
        _ => !content.section(&rule.key).trim().is_empty(),
    }
}

#[cfg(test)]
mod tests;
