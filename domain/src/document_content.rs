//! What a proposal document says: its sections and its proposals, with their fingerprint.

use crate::{
    digest::Digest,
    invalid::{Fault, FieldErrors},
    money, number,
    origin::{self, Origin},
    personal_data::{self, Finding},
    text,
};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

mod section_source;

pub use section_source::{SectionSource, is_one_line};

/// Most characters of a section's text.
pub const SECTION_MAX: u32 = 40_000;

/// The content of a proposal document: equal contents have equal digests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentContent {
    pub sections: Vec<Section>,
    pub proposals: Vec<ProposalText>,
}

/// A section, under the key that the rule pack gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub key: String,
    pub title: String,
    pub text: String,
}

/// A proposal, with where it comes from; `cost` is in cents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalText {
    pub number: u32,
    pub title: String,
    pub text: String,
    pub competence: String,
    pub feasibility: String,
    pub cost: Option<i64>,
    pub origins: Vec<Origin>,
}

/// The fields of a proposal as they come from a form.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypedProposal<'a> {
    pub number: &'a str,
    pub title: &'a str,
    pub text: &'a str,
    pub competence: &'a str,
    pub feasibility: &'a str,
    pub cost: &'a str,
    pub origins: &'a [&'a str],
}

impl Section {
    /// Reads `key`, `title` and `text`; the text of a draft may be blank.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(key: &str, title: &str, body: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let key = errors.take("key", text::line(key, 60));
        let title = errors.take("title", text::line(title, 160));
        let body = errors.take("text", text::optional_prose(body, SECTION_MAX));
        match (key, title, body) {
            (Some(key), Some(title), Some(text)) => Ok(Self { key, title, text }),
            _ => Err(errors),
        }
    }
}

impl ProposalText {
    /// Reads the fields of the same names; feasibility and cost may be blank, origins may not.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(typed: TypedProposal<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let count = |n: i64| u32::try_from(n).map_err(|_| Fault::Number { min: 1, max: 999 });
        let number = errors.take("number", number::whole(typed.number, 1, 999).and_then(count));
        let title = errors.take("title", text::line(typed.title, 160));
        let body = errors.take("text", text::prose(typed.text, 8_000));
        let competence = errors.take("competence", text::line(typed.competence, 200));
        let feasibility = errors.take("feasibility", text::optional_prose(typed.feasibility, 2_000));
        let free = typed.cost.trim().is_empty();
        let cost = if free { Ok(None) } else { money::cents(typed.cost).map(Some) };
        let cost = errors.take("cost", cost);
        let origins = errors.take("origins", origin::origins(typed.origins));
        match (number, title, body, competence, feasibility, cost, origins) {
            (Some(number), Some(title), Some(text), Some(competence), Some(feasibility), Some(cost), Some(origins)) => {
                Ok(Self { number, title, text, competence, feasibility, cost, origins })
            }
            _ => Err(errors),
        }
    }
}

impl DocumentContent {
    /// The bytes that the digest covers: every field with its length, so that no two contents share them.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        let mut out = String::from("tavolo proposal document 1\n");
        let mut put = |field: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{field} {}\n{value}", value.len());
        };
        for section in &self.sections {
            put("section", &section.key);
            put("title", &section.title);
            put("text", &section.text);
        }
        for proposal in &self.proposals {
            put("proposal", &proposal.number.to_string());
            put("title", &proposal.title);
            put("text", &proposal.text);
            put("competence", &proposal.competence);
            put("feasibility", &proposal.feasibility);
            put("cost", &proposal.cost.map(|cents| cents.to_string()).unwrap_or_default());
            for origin in &proposal.origins {
                put("origin", &origin.to_string());
            }
        }
        out.into_bytes()
    }

    /// The fingerprint of the content.
    #[must_use]
    pub fn sha256(&self) -> Digest {
        Digest::of(self.canonical_bytes())
    }

    /// The text of the section under `key`; empty when there is none.
    #[must_use]
    pub fn section(&self, key: &str) -> &str {
        self.sections.iter().find(|section| section.key == key).map_or("", |section| section.text.as_str())
    }

    /// Every field that will be published and is not blank, with its place.
    #[must_use]
    pub fn published_fields(&self) -> Vec<(ContentPlace, &'static str, &str)> {
        let of_section = |one: &Section| ContentPlace::Section(one.key.clone());
        let sections = self.sections.iter().flat_map(|one| {
            [(of_section(one), "title", one.title.as_str()), (of_section(one), "text", one.text.as_str())]
        });
        let proposals = self.proposals.iter().flat_map(|one| {
            let place = ContentPlace::Proposal(one.number);
            [
                (place.clone(), "title", one.title.as_str()),
                (place.clone(), "text", one.text.as_str()),
                (place.clone(), "competence", one.competence.as_str()),
                (place, "feasibility", one.feasibility.as_str()),
            ]
        });
        sections.chain(proposals).filter(|(_, _, text)| !text.is_empty()).collect()
    }

    /// What looks like personal data, field by field; `names` are those of the members of the organs.
    #[must_use]
    pub fn personal_data(&self, names: &[&str]) -> Vec<PlacedFinding> {
        let search = |(place, field, text): (ContentPlace, &'static str, &str)| {
            personal_data::find(text, names).into_iter().map(move |finding| {
                let place = place.clone();
                PlacedFinding { place, field: field.to_owned(), finding }
            })
        };
        self.published_fields().into_iter().flat_map(search).collect()
    }
}

/// A part of a proposal document: the section under a key, or the proposal with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentPlace {
    Section(String),
    Proposal(u32),
}

/// What looks like personal data, and in which field of which part it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedFinding {
    pub place: ContentPlace,
    pub field: String,
    pub finding: Finding,
}

#[cfg(test)]
mod tests;
