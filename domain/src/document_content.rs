//! What a proposal document says: its sections and its proposals, with their fingerprint.

use crate::{
    digest::Digest,
    invalid::{Fault, FieldErrors},
    money, number,
    origin::{self, Origin},
    text,
};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

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

    /// All that will be published, with an empty line between fields: what personal data are searched in.
    #[must_use]
    pub fn published_text(&self) -> String {
        let sections = self.sections.iter().flat_map(|one| [one.title.as_str(), &one.text]);
        let proposals =
            self.proposals.iter().flat_map(|one| [one.title.as_str(), &one.text, &one.competence, &one.feasibility]);
        sections.chain(proposals).filter(|field| !field.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ContributionId;

    fn section(key: &str, text: &str) -> Section {
        Section { key: key.to_owned(), title: "Titolo".to_owned(), text: text.to_owned() }
    }

    #[test]
    fn the_digest_tells_contents_apart() {
        let of = |sections: &[Section]| DocumentContent { sections: sections.to_vec(), proposals: vec![] }.sha256();
        let one = of(&[section("object", "ab"), section("needs", "")]);
        assert_eq!(one, of(&[section("object", "ab"), section("needs", "")]));
        assert_ne!(one, of(&[section("object", "a"), section("needs", "b")]));
        assert_ne!(one, of(&[section("needs", ""), section("object", "ab")]));
        let forged = section("object", "ab\nsection 5\nneeds\ntitle 6\nTitolo\ntext 0\n");
        assert_ne!(one, of(&[forged]));
    }

    #[test]
    fn the_published_text_holds_every_field() {
        let mut content = DocumentContent { sections: vec![section("object", "Oggetto")], proposals: vec![] };
        let origin = format!("contribution:{}", ContributionId::fresh());
        let typed = TypedProposal {
            number: "1",
            title: "Sportello",
            text: "Aprire uno sportello",
            competence: "Unione",
            feasibility: "Buona",
            cost: "1.500,00 €",
            origins: &[&origin],
        };
        content.proposals.push(ProposalText::parse(typed).unwrap());
        assert_eq!(content.proposals[0].cost, Some(150_000));
        assert_eq!(
            content.published_text(),
            "Titolo\n\nOggetto\n\nSportello\n\nAprire uno sportello\n\nUnione\n\nBuona"
        );
        assert_eq!((content.section("object"), content.section("needs")), ("Oggetto", ""));
    }

    #[test]
    fn every_faulty_field_is_named() {
        let errors =
            ProposalText::parse(TypedProposal { number: "0", cost: "gratis", ..Default::default() }).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["competence", "cost", "number", "origins", "text", "title"]);
        assert!(Section::parse("object", "Oggetto", "").is_ok());
        assert!(Section::parse("object", "", "").is_err());
    }
}
