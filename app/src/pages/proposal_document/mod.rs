//! The proposal document: written, compared, read by everybody.

mod checks;
mod editor;
mod proposal;
mod public;
mod rounds;
mod sources;
mod steps;
mod versions;

pub(crate) use editor::DocumentEditorPage;
pub(crate) use proposal::{NewProposalPage, ProposalEditorPage};
pub(crate) use public::PublicDocumentPage;
pub(crate) use versions::VersionsPage;

use crate::{
    components::{self, Crumb},
    contract::proposal_document::OfProcess,
};

/// The way from the work desk to the process.
pub(crate) fn work_crumbs(process: &OfProcess) -> Vec<Crumb> {
    components::work_crumbs(&process.title, &process.slug)
}

/// The way from all paths to the process.
pub(crate) fn public_crumbs(process: &OfProcess) -> Vec<Crumb> {
    components::path_crumbs(&process.title, &process.slug)
}
