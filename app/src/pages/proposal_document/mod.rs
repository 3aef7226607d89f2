//! The proposal document: written, compared, read by everybody.

mod checks;
mod editor;
mod proposal;
mod public;
mod rounds;
mod sources;
mod steps;
mod versions;
mod votes;

pub(crate) use editor::DocumentEditorPage;
pub(crate) use proposal::{NewProposalPage, ProposalEditorPage};
pub(crate) use public::PublicDocumentPage;
pub(crate) use sources::look_of;
pub(crate) use versions::{VersionsPage, changed_parts};

use crate::{
    components::{self, Crumb},
    contract::proposal_document::OfProcess,
    i18n::*,
    visit::content_lang,
};
use domain::document_content::Section;

/// The way from the work desk to the process, or for who does not work on it from all paths.
pub(crate) fn work_crumbs(process: &OfProcess) -> Vec<Crumb> {
    if process.works { components::work_crumbs(&process.title, &process.slug) } else { public_crumbs(process) }
}

/// What a section is called, with its language where it is not the page's: beside the proposals, the one that is
/// named after them introduces them.
pub(crate) fn section_title(l: Locale, section: &Section) -> (String, Option<&'static str>) {
    match section.key.as_str() {
        "proposals" => (td_string!(l, proposal_document.proposals_intro).to_string(), None),
        _ => (section.title.clone(), content_lang()),
    }
}

/// The way from all paths to the process.
pub(crate) fn public_crumbs(process: &OfProcess) -> Vec<Crumb> {
    components::path_crumbs(&process.title, &process.slug)
}
