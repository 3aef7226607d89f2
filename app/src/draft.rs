//! Which forms keep drafts, and of which fields: what is asked once, chosen as a file or hidden is never kept.

use crate::{
    api::{
        agreements::WriteAgreement,
        combining::{Merge, Split},
        contributions::{AddWords, Propose, Revise},
        minutes::{AddAddendum, WriteMinutes},
        organs::FileRemark,
        process::SaveSheet,
        proposal_document::{SaveProposal, SaveSections},
        report::SaveReport,
        tables::WriteSynthesis,
    },
    paths,
};
use domain::{draft::DraftName, sheet_field::SheetField};
use leptos::server_fn::ServerFn;

/// The address of a form's server function, and whether a field is worth keeping.
type Kept = (&'static str, fn(&str) -> bool);

const KEPT: [Kept; 14] = [
    (SaveSections::PATH, |field| matches!(field, "version" | "sections")),
    (SaveProposal::PATH, |field| {
        matches!(field, "version" | "title" | "text" | "competence" | "feasibility" | "cost" | "origins")
    }),
    (WriteMinutes::PATH, |field| matches!(field, "version" | "text")),
    (AddAddendum::PATH, |field| field == "text"),
    (FileRemark::PATH, |field| matches!(field, "kind" | "title" | "text")),
    (WriteSynthesis::PATH, |field| matches!(field, "kind" | "title" | "text" | "sources")),
    (Propose::PATH, |field| matches!(field, "table" | "title" | "body" | "place")),
    (Revise::PATH, |field| matches!(field, "version" | "title" | "body" | "place")),
    (Merge::PATH, |field| matches!(field, "table" | "title" | "body" | "place" | "reason")),
    (Split::PATH, |field| matches!(field, "titles" | "bodies" | "reason")),
    (AddWords::PATH, |field| field == "body"),
    (WriteAgreement::PATH, |field| matches!(field, "edition" | "text" | "differs")),
    (SaveReport::PATH, |field| matches!(field, "version" | "sections")),
    (SaveSheet::PATH, |field| matches!(field, "version" | "summary") || field.parse::<SheetField>().is_ok()),
];

/// The name under which the form for `to` with this `key` keeps drafts on `page`; none when it keeps none.
#[must_use]
pub fn name_of(to: &str, key: &str, page: &str) -> Option<DraftName> {
    KEPT.iter().find(|(kept, _)| *kept == to)?;
    // A proposal is one draft, on whatever page it is written.
    let page = if to == Propose::PATH { paths::PROPOSE } else { page };
    DraftName::new(to, key, page).ok()
}

/// The fields of `form` that are worth keeping; none when the form keeps no drafts.
#[must_use]
pub fn worth_keeping(form: &DraftName, fields: Vec<(String, String)>) -> Option<Vec<(String, String)>> {
    let (_, worth) = KEPT.iter().find(|(kept, _)| *kept == form.to())?;
    let name = |field: &str| worth(field.split('[').next().unwrap_or_default());
    Some(fields.into_iter().filter(|(field, _)| name(field)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_date_and_what_is_hidden_are_not_kept() {
        let form = name_of(Propose::PATH, "", "/proposte/nuova?tavolo=1").unwrap();
        let sent = ["title", "body", "born", "file", "form"].map(|name| (name.to_owned(), "x".to_owned()));
        let kept = worth_keeping(&form, sent.to_vec()).unwrap();
        assert_eq!(kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["title", "body"]);
    }

    #[test]
    fn a_form_that_signs_or_steps_keeps_nothing() {
        assert_eq!(name_of("/api/agreements/sign", "", "/accordi/1"), None);
        let form = DraftName::new("/api/agreements/sign", "", "/accordi/1").unwrap();
        assert_eq!(worth_keeping(&form, Vec::new()), None);
    }
}
