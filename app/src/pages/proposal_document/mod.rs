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
use domain::{
    document_content::Section,
    pack::{self, SectionRule},
};
use leptos::prelude::*;

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

/// The English name of a section beside the one that the rules give it in Italian; nothing on Italian pages, nor where
/// no rules know it by this name.
pub(crate) fn section_beside(l: Locale, section: &Section) -> Option<&'static str> {
    let named = |rule: &&SectionRule| rule.key == section.key && rule.title.it == section.title;
    let rule = pack::catalogue().iter().flat_map(|pack| &pack.document_sections).find(named)?;
    (l == Locale::en && section_title(l, section).1.is_some()).then_some(rule.title.en.as_str())
}

/// What a section is called, with its English name on English pages.
pub(crate) fn title_shown(l: Locale, section: &Section) -> impl IntoView + use<> {
    let (title, lang) = section_title(l, section);
    let beside = section_beside(l, section).map(|words| view! { " "<span class="muted">{format!("({words})")}</span> });
    view! { <span lang=lang>{title}</span>{beside} }
}

/// The way from all paths to the process.
pub(crate) fn public_crumbs(process: &OfProcess) -> Vec<Crumb> {
    components::path_crumbs(&process.title, &process.slug)
}
