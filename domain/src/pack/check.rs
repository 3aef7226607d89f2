//! What a rule pack must hold beyond its shape.

use crate::{
    pack::{DurationUnit, OpinionLevel, RulePack, Text},
    policy::{Action, permits},
    role::Role,
};
use std::collections::BTreeSet;

/// One thing wrong with a rule pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    #[error("not a rule pack: {0}")]
    Syntax(String),
    #[error("{0} is empty")]
    Empty(String),
    #[error("{0} must be at least 1")]
    NotPositive(String),
    #[error("{list} holds {key} twice")]
    Twice { list: &'static str, key: String },
    #[error("{0} must be lower-case letters, digits, - and _")]
    Key(String),
    #[error("duration.default is longer than duration.max")]
    DurationOrder,
    #[error("duration.{0} does not go with this unit")]
    DurationUnit(&'static str),
    #[error("phases must follow the order of the stages")]
    PhaseOrder,
    #[error("exactly one phase takes contributions, in the stage opening")]
    ContributionsPhase,
    #[error("the role {0} may not decide extensions")]
    NotADecider(Role),
    #[error("validation needs a guarantor and a proposal document")]
    Validation,
    #[error("a proposal document needs sections, proposals among them, and sections need a proposal document")]
    Sections,
    #[error("the table's opinion is asked where there is no table or no proposal document")]
    Opinion,
}

/// Every rule that `pack` breaks; none when it may be used.
pub(crate) fn faults(pack: &RulePack) -> Vec<PackFault> {
    let mut faults = Vec::new();
    words(pack, &mut faults);
    numbers(pack, &mut faults);
    phases(pack, &mut faults);
    document(pack, &mut faults);
    for &role in pack.extension.iter().flat_map(|rule| &rule.granted_by) {
        if !permits(role, Action::DecideExtension) {
            faults.push(PackFault::NotADecider(role));
        }
    }
    faults
}

fn words(pack: &RulePack, faults: &mut Vec<PackFault>) {
    key("key", &pack.key, faults);
    if pack.label.trim().is_empty() {
        faults.push(PackFault::Empty("label".to_owned()));
    }
    text("name", &pack.name, faults);
    text("legal_basis", &pack.legal_basis, faults);
    for phase in &pack.phases {
        key("phases.key", &phase.key, faults);
        text(&format!("phases.{}.name", phase.key), &phase.name, faults);
    }
    for section in &pack.document_sections {
        key("document_sections.key", &section.key, faults);
        text(&format!("document_sections.{}.title", section.key), &section.title, faults);
    }
    once("phases", pack.phases.iter().map(|phase| &phase.key), faults);
    once("document_sections", pack.document_sections.iter().map(|section| &section.key), faults);
}

fn numbers(pack: &RulePack, faults: &mut Vec<PackFault>) {
    let duration = &pack.duration;
    let extension = pack.extension.as_ref();
    let positive = [
        ("version", Some(i64::from(pack.version))),
        ("duration.default", duration.default.map(i64::from)),
        ("duration.max", duration.max.map(i64::from)),
        ("extension.max_days", extension.and_then(|rule| rule.max_days).map(i64::from)),
        ("minutes_comment_days", Some(i64::from(pack.minutes_comment_days))),
        ("acknowledgement_days", pack.acknowledgement_days.map(i64::from)),
        ("final_report_days", pack.final_report_days.map(i64::from)),
        ("grant_max_cents", pack.grant_max_cents),
        ("min_age.contribute", Some(i64::from(pack.min_age.contribute))),
        ("min_age.vote", Some(i64::from(pack.min_age.vote))),
    ];
    for (field, value) in positive {
        if value.is_some_and(|value| value < 1) {
            faults.push(PackFault::NotPositive(field.to_owned()));
        }
    }
    if extension.is_some_and(|rule| rule.granted_by.is_empty()) {
        faults.push(PackFault::Empty("extension.granted_by".to_owned()));
    }
    match (duration.unit, duration.default, duration.max) {
        (DurationUnit::Cycle, None, None) => {}
        (DurationUnit::Cycle, Some(_), _) => faults.push(PackFault::DurationUnit("default")),
        (DurationUnit::Cycle, None, Some(_)) => faults.push(PackFault::DurationUnit("max")),
        (_, None, _) => faults.push(PackFault::Empty("duration.default".to_owned())),
        (_, Some(default), Some(max)) if default > max => faults.push(PackFault::DurationOrder),
        _ => {}
    }
}

fn phases(pack: &RulePack, faults: &mut Vec<PackFault>) {
    if pack.phases.is_empty() {
        faults.push(PackFault::Empty("phases".to_owned()));
    }
    if !pack.phases.is_sorted_by_key(|phase| phase.stage) {
        faults.push(PackFault::PhaseOrder);
    }
    let taking: Vec<_> = pack.phases.iter().filter(|phase| phase.contributions).collect();
    if taking.len() != 1 || taking.iter().any(|phase| phase.stage != crate::stage::Stage::Opening) {
        faults.push(PackFault::ContributionsPhase);
    }
}

fn document(pack: &RulePack, faults: &mut Vec<PackFault>) {
    if pack.validation_required && !(pack.has_guarantor() && pack.proposal_document) {
        faults.push(PackFault::Validation);
    }
    let has_proposals = pack.mandatory_sections().any(|section| section.key == "proposals");
    if pack.proposal_document != has_proposals || (!pack.proposal_document && !pack.document_sections.is_empty()) {
        faults.push(PackFault::Sections);
    }
    let asked = pack.table_opinion != OpinionLevel::None;
    if asked && !(pack.negotiation_table_required && pack.proposal_document) {
        faults.push(PackFault::Opinion);
    }
}

fn text(field: &str, text: &Text, faults: &mut Vec<PackFault>) {
    for (language, words) in [("it", &text.it), ("en", &text.en)] {
        if words.trim().is_empty() {
            faults.push(PackFault::Empty(format!("{field}.{language}")));
        }
    }
}

fn key(field: &str, key: &str, faults: &mut Vec<PackFault>) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if key.is_empty() || !key.chars().all(plain) {
        faults.push(PackFault::Key(field.to_owned()));
    }
}

fn once<'a>(list: &'static str, keys: impl Iterator<Item = &'a String>, faults: &mut Vec<PackFault>) {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            faults.push(PackFault::Twice { list, key: key.clone() });
        }
    }
}
