//! What a section of a proposal document begins with, by the key that rule packs give it.

use crate::sheet::ProjectSheet;
use chrono::NaiveDate;

use super::DocumentContent;

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
    /// The day of the submission, which nobody knows before.
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

impl DocumentContent {
    /// The content as it is read once it was submitted `on` a day: a section that the submission fills says it, unless
    /// somebody wrote it. The fingerprint is that of what was written.
    #[must_use]
    pub fn submitted_on(mut self, on: Option<NaiveDate>) -> Self {
        let Some(on) = on else { return self };
        for section in &mut self.sections {
            if SectionSource::of(&section.key) == Some(SectionSource::Submission) && section.text.trim().is_empty() {
                section.text = on.format("%d/%m/%Y").to_string();
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack;

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
    fn a_document_begins_with_the_sheet_and_its_date_comes_with_the_submission() {
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
        let on = NaiveDate::from_ymd_opt(2022, 12, 20);
        assert_eq!(content.clone().submitted_on(None), content);
        assert_eq!(content.clone().submitted_on(on).section("sent"), "20/12/2022");
        let mut typed = content;
        typed.sections.iter_mut().filter(|one| one.key == "sent").for_each(|one| one.text = "A Natale".into());
        assert_eq!(typed.submitted_on(on).section("sent"), "A Natale");
    }
}
