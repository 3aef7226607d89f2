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

use crate::{components::Crumb, contract::proposal_document::OfProcess, i18n::*, paths, visit::locale};

/// The way from the work desk to the process.
pub(crate) fn work_crumbs(process: &OfProcess) -> Vec<Crumb> {
    let l = locale();
    vec![
        Crumb::new(td_string!(l, common.work), paths::WORK),
        Crumb::new(process.title.clone(), format!("/lavoro/percorsi/{}", process.slug)),
    ]
}

/// The way from the home page to the process.
pub(crate) fn public_crumbs(process: &OfProcess) -> Vec<Crumb> {
    vec![Crumb::new(process.title.clone(), format!("/percorsi/{}", process.slug))]
}
