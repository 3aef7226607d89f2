//! The register of processing activities (Regulation (EU) 2016/679, article 30): what a tenant does with personal data.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    pack::Text,
    text,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

coded! {
    /// Why a tenant may process personal data (article 6).
    pub enum LegalBasis {
        PublicTask = "public_task",
        LegalObligation = "legal_obligation",
        Contract = "contract",
        Consent = "consent",
    }
}

/// One activity, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessingActivity {
    pub name: String,
    pub purpose: String,
    pub basis: LegalBasis,
    /// The rules that it stands on.
    pub law: String,
    /// Whose data.
    pub subjects: String,
    pub data: String,
    pub recipients: String,
    /// How long the data are kept.
    pub retention: String,
}

/// One activity as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedActivity {
    pub name: String,
    pub purpose: String,
    pub basis: String,
    pub law: String,
    pub subjects: String,
    pub data: String,
    pub recipients: String,
    pub retention: String,
}

/// Longest name, and longest of the other texts.
pub const NAME_MAX: u32 = 120;
pub const PART_MAX: u32 = 1_000;

impl TypedActivity {
    /// Reads the form; everything is asked for, as the article does.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(&self) -> Result<ProcessingActivity, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", text::line(&self.name, NAME_MAX));
        let purpose = errors.take("purpose", text::prose(&self.purpose, PART_MAX));
        let basis = errors.take("basis", choice(&self.basis));
        let law = errors.take("law", text::prose(&self.law, PART_MAX));
        let subjects = errors.take("subjects", text::prose(&self.subjects, PART_MAX));
        let data = errors.take("data", text::prose(&self.data, PART_MAX));
        let recipients = errors.take("recipients", text::prose(&self.recipients, PART_MAX));
        let retention = errors.take("retention", text::prose(&self.retention, PART_MAX));
        let read = || {
            Some(ProcessingActivity {
                name: name?,
                purpose: purpose?,
                basis: basis?,
                law: law?,
                subjects: subjects?,
                data: data?,
                recipients: recipients?,
                retention: retention?,
            })
        };
        read().ok_or(errors)
    }
}

impl From<ProcessingActivity> for TypedActivity {
    fn from(kept: ProcessingActivity) -> Self {
        Self {
            name: kept.name,
            purpose: kept.purpose,
            basis: kept.basis.code().into(),
            law: kept.law,
            subjects: kept.subjects,
            data: kept.data,
            recipients: kept.recipients,
            retention: kept.retention,
        }
    }
}

/// An activity that every tenant has on this platform, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardActivity {
    /// Stands for it in addresses and in what a tenant changes of it.
    pub key: String,
    pub basis: LegalBasis,
    name: Text,
    purpose: Text,
    law: Text,
    subjects: Text,
    data: Text,
    recipients: Text,
    retention: Text,
}

impl StandardActivity {
    /// The activity in Italian, or else in English.
    #[must_use]
    pub fn words(&self, italian: bool) -> ProcessingActivity {
        let text = |text: &Text| if italian { text.it.clone() } else { text.en.clone() };
        ProcessingActivity {
            name: text(&self.name),
            purpose: text(&self.purpose),
            basis: self.basis,
            law: text(&self.law),
            subjects: text(&self.subjects),
            data: text(&self.data),
            recipients: text(&self.recipients),
            retention: text(&self.retention),
        }
    }
}

#[derive(Deserialize)]
struct File {
    activity: Vec<StandardActivity>,
}

static STANDARD: LazyLock<Vec<StandardActivity>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../packs/processing.toml")).expect("a test reads the embedded file");
    file.activity
});

/// Where every tenant's register begins.
#[must_use]
pub fn standard() -> &'static [StandardActivity] {
    &STANDARD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;
    use std::collections::BTreeSet;

    #[test]
    fn what_every_tenant_has_is_whole_in_both_languages() {
        let keys: BTreeSet<_> = standard().iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys.len(), standard().len(), "each key once");
        for one in standard() {
            for italian in [true, false] {
                let words = one.words(italian);
                assert_eq!(TypedActivity::from(words.clone()).parse(), Ok(words), "{}", one.key);
            }
            assert_ne!(one.words(true), one.words(false), "{}", one.key);
        }
    }

    #[test]
    fn everything_is_asked_for() {
        let errors = TypedActivity::default().parse().unwrap_err();
        assert_eq!(errors.iter().filter(|(_, fault)| **fault == Fault::Required).count(), 8);
        let long = TypedActivity { purpose: "x".repeat(1_001), ..TypedActivity::default() };
        let errors = long.parse().unwrap_err();
        assert!(errors.iter().any(|(field, fault)| field == "purpose" && *fault == Fault::TooLong { max: 1_000 }));
    }
}
