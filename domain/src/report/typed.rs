//! The texts of a report as they come from its form, and what must not stand in them.

use super::{ReportSection, ReportTexts, section_text};
use crate::{invalid::FieldErrors, personal_data};
use std::collections::BTreeMap;

/// The texts with those typed under the codes of their sections; other codes change nothing.
///
/// # Errors
/// The fault of a text, under `sections[code]`.
pub fn with_texts(mut before: ReportTexts, typed: &BTreeMap<String, String>) -> Result<ReportTexts, FieldErrors> {
    let mut errors = FieldErrors::default();
    for &section in ReportSection::ALL {
        let Some(typed) = typed.get(section.code()) else { continue };
        if let Some(text) = errors.take(&format!("sections[{section}]"), section_text(typed)) {
            before.insert(section, text);
        }
    }
    if errors.is_empty() { Ok(before) } else { Err(errors) }
}

/// In how many places the sections that will be published seem to hold personal data.
#[must_use]
pub fn personal_data_places(texts: &ReportTexts, names: &[&str]) -> u32 {
    let public = texts.iter().filter(|(section, _)| section.is_public());
    let places: usize = public.map(|(_, text)| personal_data::find(text, names).len()).sum();
    u32::try_from(places).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    #[test]
    fn texts_are_read_by_section() {
        let typed = BTreeMap::from([("path".to_owned(), "Cinque incontri".to_owned()), ("odd".into(), "x".into())]);
        let texts = with_texts(ReportTexts::new(), &typed).unwrap();
        assert_eq!(texts.len(), 1);
        let long = BTreeMap::from([("path".to_owned(), "a".repeat(20_001))]);
        let errors = with_texts(texts, &long).unwrap_err();
        assert_eq!(errors.of("sections[path]"), Some(&Fault::TooLong { max: 20_000 }));
    }

    #[test]
    fn only_the_annex_may_name_people() {
        let text = "Scrivere ad anna.rossi@example.it".to_owned();
        let annex = ReportTexts::from([(ReportSection::PrivateAnnex, text.clone())]);
        assert_eq!(personal_data_places(&annex, &[]), 0);
        assert_eq!(personal_data_places(&ReportTexts::from([(ReportSection::Path, text)]), &[]), 1);
    }
}
