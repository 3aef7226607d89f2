//! Questionnaires and what was answered.

use chrono::NaiveDate;
use domain::questionnaire::{Audience, Given, Section};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A questionnaire of a process.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireData {
    pub title: String,
    #[serde(default)]
    pub lead: String,
    pub audience: Audience,
    pub made_on: NaiveDate,
    /// None for a draft.
    pub opened_on: Option<NaiveDate>,
    pub closes_on: Option<NaiveDate>,
    /// Closed by hand on this day, or by its last one.
    pub closed_on: Option<NaiveDate>,
    #[serde(default)]
    pub publishes: bool,
    pub section: Vec<Section>,
    #[serde(default)]
    pub answer: Vec<AnswerData>,
}

/// The same answers of some people, by the key of the question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerData {
    pub times: u32,
    pub given: BTreeMap<String, Given>,
}
