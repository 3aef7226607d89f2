//! How the content of a proposal document changes while it is being written.

use crate::{
    document_content::{DocumentContent, ProposalText, SECTION_MAX, Section, SectionSource},
    invalid::FieldErrors,
    pack::RulePack,
    sheet::ProjectSheet,
    text,
};
use std::collections::BTreeMap;

impl DocumentContent {
    /// A document with the sections that `pack` asks for, which say what `sheet` knows and nothing else.
    #[must_use]
    pub fn of_pack(pack: &RulePack, sheet: &ProjectSheet) -> Self {
        let sections = pack.document_sections.iter().map(|rule| Section {
            key: rule.key.clone(),
            title: rule.title.it.clone(),
            text: SectionSource::of(&rule.key).map(|source| source.in_sheet(sheet)).unwrap_or_default(),
        });
        Self { sections: sections.collect(), proposals: Vec::new() }
    }

    /// The content with the texts typed under the keys of its sections; other keys change nothing.
    ///
    /// # Errors
    /// The fault of a text, under `sections[key]`.
    pub fn with_texts(mut self, typed: &BTreeMap<String, String>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        for section in &mut self.sections {
            let Some(typed) = typed.get(&section.key) else { continue };
            let read = text::optional_prose(typed, SECTION_MAX);
            if let Some(text) = errors.take(&format!("sections[{}]", section.key), read) {
                section.text = text;
            }
        }
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }

    /// The number that a new proposal gets.
    #[must_use]
    pub fn next_number(&self) -> u32 {
        self.proposals.iter().map(|one| one.number).max().unwrap_or(0) + 1
    }

    /// The proposal with this number.
    #[must_use]
    pub fn proposal(&self, number: u32) -> Option<&ProposalText> {
        self.proposals.iter().find(|one| one.number == number)
    }

    /// The content with `proposal` in the place of the one with its number, or after the others.
    #[must_use]
    pub fn with_proposal(mut self, proposal: ProposalText) -> Self {
        match self.proposals.iter_mut().find(|one| one.number == proposal.number) {
            Some(there) => *there = proposal,
            None => self.proposals.push(proposal),
        }
        self.proposals.sort_by_key(|one| one.number);
        self
    }

    /// The content without the proposal with this number; those after it move up.
    #[must_use]
    pub fn without_proposal(mut self, number: u32) -> Self {
        self.proposals.retain(|one| one.number != number);
        for (number, one) in (1..).zip(&mut self.proposals) {
            one.number = number;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{invalid::Fault, pack};

    fn proposal(number: u32, title: &str) -> ProposalText {
        ProposalText {
            number,
            title: title.into(),
            text: String::new(),
            competence: String::new(),
            feasibility: String::new(),
            cost: None,
            origins: Vec::new(),
        }
    }

    #[test]
    fn the_template_gives_the_sections() {
        let pack = pack::find("er-lr15-2018", 1).unwrap();
        let content = DocumentContent::of_pack(pack, &ProjectSheet::default());
        assert_eq!(content.sections.len(), pack.document_sections.len());
        let typed = BTreeMap::from([("object".to_owned(), " Wi-Fi ".to_owned()), ("other".into(), "x".into())]);
        let written = content.clone().with_texts(&typed).unwrap();
        assert_eq!(written.section("object"), "Wi-Fi");
        assert_eq!(written.sections.len(), content.sections.len());
        let long = BTreeMap::from([("object".to_owned(), "a".repeat(SECTION_MAX as usize + 1))]);
        let errors = content.with_texts(&long).unwrap_err();
        assert_eq!(errors.of("sections[object]"), Some(&Fault::TooLong { max: SECTION_MAX }));
    }

    #[test]
    fn proposals_keep_a_row_of_numbers() {
        let content = DocumentContent::default();
        assert_eq!(content.next_number(), 1);
        let content = content.with_proposal(proposal(2, "b")).with_proposal(proposal(1, "a"));
        let content = content.with_proposal(proposal(2, "c")).with_proposal(proposal(3, "d"));
        assert_eq!(content.proposal(2).map(|one| one.title.as_str()), Some("c"));
        let content = content.without_proposal(1);
        let left: Vec<_> = content.proposals.iter().map(|one| (one.number, one.title.as_str())).collect();
        assert_eq!(left, [(1, "c"), (2, "d")]);
        assert_eq!(content.next_number(), 3);
    }
}
