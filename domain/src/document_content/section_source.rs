//! What a section of a proposal document begins with, by the key that rule packs give it.

use crate::sheet::ProjectSheet;

/// Where the text of a section comes from before somebody writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionSource {
    /// The title of the project sheet.
    Title,
    /// The office that answers for the path: the document names no person.
    Office,
    DecisionBody,
    /// The object, and the needs that it answers.
    Object,
    /// The day of the submission, which nobody knows before: it stands beside the document, whose text stays as written.
    Submission,
}

impl SectionSource {
    /// The source of the section under `key`; most have none.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        match key {
            "title" => Some(Self::Title),
            "owner" => Some(Self::Office),
            "decision_body" => Some(Self::DecisionBody),
            "object" => Some(Self::Object),
            "sent" => Some(Self::Submission),
            _ => None,
        }
    }

    /// What `sheet` says; nothing of what only the submission tells.
    #[must_use]
    pub fn in_sheet(self, sheet: &ProjectSheet) -> String {
        match self {
            Self::Title => sheet.title.clone(),
            Self::Office => sheet.responsible_office.clone(),
            Self::DecisionBody => sheet.decision_body.clone(),
            Self::Object => {
                let said = [sheet.object.trim(), sheet.needs.trim()];
                said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
            }
            Self::Submission => String::new(),
        }
    }
}

/// Whether what stands under `key` is one line: a name, a date.
#[must_use]
pub fn is_one_line(key: &str) -> bool {
    matches!(key, "title" | "owner" | "decision_body" | "drafting" | "sent")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document_content::DocumentContent, pack};

    #[test]
    fn what_each_section_of_each_pack_begins_with() {
        let told = pack::catalogue().iter().flat_map(|pack| {
            pack.document_sections.iter().map(|rule| {
                let (source, line) = (SectionSource::of(&rule.key), is_one_line(&rule.key));
                format!("{} {}: {source:?}{}", pack.label, rule.key, if line { ", one line" } else { "" })
            })
        });
        insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn a_document_begins_with_the_sheet() {
        let sheet = ProjectSheet {
            title: "Welfare digitale".into(),
            owner_name: "Anna Rossi".into(),
            responsible_office: "Servizi sociali".into(),
            decision_body: "Unione".into(),
            object: "Un’agenda".into(),
            needs: "Chi non ha SPID".into(),
            ..ProjectSheet::default()
        };
        let content = DocumentContent::of_pack(pack::find("er-lr15-2018", 1).unwrap(), &sheet);
        let said = ["title", "owner", "decision_body", "object", "sent", "path"].map(|key| content.section(key));
        assert_eq!(said, ["Welfare digitale", "Servizi sociali", "Unione", "Un’agenda\n\nChi non ha SPID", "", ""],);
    }
}
