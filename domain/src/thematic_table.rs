//! Thematic tables (*tavoli tematici*) and the facilitator's synthesis of what they gathered.

use crate::{
    code::{choice, coded},
    id::PersonId,
    invalid::FieldErrors,
    origin::{Origin, origins},
    refusal::{Blocker, StepRefused},
    text,
};

/// A thematic table as typed; the facilitator may be named later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTable {
    pub name: String,
    pub focus: String,
    pub audience: String,
    pub facilitator: Option<PersonId>,
}

impl NewTable {
    /// Reads `name`, `focus`, `audience` and `facilitator`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(name: &str, focus: &str, audience: &str, facilitator: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", text::line(name, 120));
        let focus = errors.take("focus", text::prose(focus, 2_000));
        let audience = errors.take("audience", text::line(audience, 200));
        let nobody = facilitator.trim().is_empty();
        let facilitator = errors.take("facilitator", if nobody { Ok(None) } else { choice(facilitator).map(Some) });
        match (name, focus, audience, facilitator) {
            (Some(name), Some(focus), Some(audience), Some(facilitator)) => {
                Ok(Self { name, focus, audience, facilitator })
            }
            _ => Err(errors),
        }
    }
}

/// Whether a person works at a table: the owner of the process anyhow, a facilitator at their own or where nobody is
/// named yet.
#[must_use]
pub fn works_at(named: Option<PersonId>, person: Option<PersonId>, owns_the_process: bool) -> bool {
    owns_the_process || named.is_none() || named == person
}

coded! {
    /// Where a table moves among those of its process.
    pub enum Move {
        Up = "up",
        Down = "down",
    }
}

impl Move {
    /// Where the table in `place` of `count` stands afterwards; none where it cannot move.
    #[must_use]
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|place| *place < count),
        }
    }
}

coded! {
    /// What a synthesis states.
    pub enum SynthesisKind {
        Need = "need",
        Proposal = "proposal",
    }
}

/// The words of a synthesis as typed again; its sources stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynthesisWords {
    pub kind: SynthesisKind,
    pub title: String,
    pub text: String,
}

impl SynthesisWords {
    /// Reads `kind`, `title` and `text`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(kind: &str, title: &str, body: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let title = errors.take("title", text::line(title, 120));
        let body = errors.take("text", text::prose(body, 8_000));
        match (kind, title, body) {
            (Some(kind), Some(title), Some(text)) => Ok(Self { kind, title, text }),
            _ => Err(errors),
        }
    }
}

/// Whether a synthesis may be changed: not once a proposal document is made from it.
///
/// # Errors
/// `SynthesisUsed`.
pub fn may_edit_synthesis(used: bool) -> Result<(), StepRefused> {
    if used { Err(Blocker::SynthesisUsed.into()) } else { Ok(()) }
}

/// A synthesis as typed; it links to its sources and never alters them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSynthesis {
    pub kind: SynthesisKind,
    pub title: String,
    pub text: String,
    pub sources: Vec<Origin>,
}

impl NewSynthesis {
    /// Reads `kind`, `title`, `text` and `sources`, of which there is at least one.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(kind: &str, title: &str, body: &str, sources: &[&str]) -> Result<Self, FieldErrors> {
        match (SynthesisWords::parse(kind, title, body), origins(sources)) {
            (Ok(words), Ok(sources)) => Ok(Self { kind: words.kind, title: words.title, text: words.text, sources }),
            (words, sources) => {
                let mut errors = words.err().unwrap_or_default();
                errors.take("sources", sources);
                Err(errors)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{id::ContributionId, invalid::Fault};

    #[test]
    fn a_table_is_read_field_by_field() {
        let nobody_yet =
            NewTable::parse("Scuole", "Competenze per ordine di scuola", "Docenti e studenti", "").unwrap();
        assert_eq!(nobody_yet.facilitator, None);
        let somebody = PersonId::fresh();
        let read = NewTable::parse("Imprese", "Welfare", "Imprese", &somebody.to_string()).unwrap();
        assert_eq!(read.facilitator, Some(somebody));
        let errors = NewTable::parse(" ", "", &"a".repeat(201), "Anna").unwrap_err();
        assert_eq!(errors.of("name"), Some(&Fault::Required));
        assert_eq!(errors.of("focus"), Some(&Fault::Required));
        assert_eq!(errors.of("audience"), Some(&Fault::TooLong { max: 200 }));
        assert_eq!(errors.of("facilitator"), Some(&Fault::Choice));
    }

    #[test]
    fn a_facilitator_works_at_their_own_table_alone() {
        let (anna, bruno) = (Some(PersonId::fresh()), Some(PersonId::fresh()));
        assert!(works_at(anna, anna, false));
        assert!(works_at(None, bruno, false));
        assert!(!works_at(anna, bruno, false));
        assert!(works_at(anna, bruno, true));
    }

    #[test]
    fn a_synthesis_never_stands_alone() {
        let source = Origin::Contribution(ContributionId::fresh());
        let read = NewSynthesis::parse("need", "Connessione", "Manca nelle frazioni", &[&source.to_string()]).unwrap();
        assert_eq!((read.kind, read.sources), (SynthesisKind::Need, vec![source]));
        let errors = NewSynthesis::parse("wish", "", "", &[]).unwrap_err();
        assert_eq!(errors.of("kind"), Some(&Fault::Choice));
        assert_eq!(errors.of("sources"), Some(&Fault::Required));
    }

    #[test]
    fn a_synthesis_is_changed_until_a_document_is_made_from_it() {
        let read = SynthesisWords::parse("proposal", " Fibra ", "Per tutti").unwrap();
        assert_eq!((read.kind, read.title.as_str()), (SynthesisKind::Proposal, "Fibra"));
        assert_eq!(SynthesisWords::parse("", " ", "").unwrap_err().iter().count(), 3);
        assert_eq!(may_edit_synthesis(false), Ok(()));
        assert_eq!(may_edit_synthesis(true), Err(Blocker::SynthesisUsed.into()));
    }
}
