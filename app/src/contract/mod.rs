//! The use cases, as traits: what pages and server functions may ask. The server implements them.

pub mod account;
pub mod action_sheets;
pub mod agreements;
pub mod appeals;
pub mod assisted;
pub mod audit;
pub mod combining;
pub mod console;
pub mod contributions;
pub mod documents;
pub mod drafts;
pub mod extension;
pub mod extension_cases;
pub mod guarantor;
pub mod identity_providers;
pub mod meetings;
pub mod minutes;
pub mod moderation;
pub mod observatory;
pub mod organs;
pub mod outcome;
pub mod people;
pub mod process;
pub mod processing;
pub mod proposal_document;
pub mod questionnaires;
pub mod registrations;
pub mod report;
pub mod revisions;
pub mod settings;
pub mod site;
pub mod space;
pub mod staff;
pub mod table_votes;
pub mod tables;
pub mod together;
pub mod work;

use crate::error::{AppError, Outcome};
use leptos::prelude::use_context;
use std::sync::Arc;

macro_rules! use_cases {
    ($($module:ident::$name:ident),* $(,)?) => {
        /// Everything that can be asked, bound to one tenant, one person and one request.
        pub trait UseCases: $($module::$name +)* Send + Sync {}

        impl<T> UseCases for T where T: $($module::$name +)* Send + Sync {}
    };
}

use_cases! {
    account::Account,
    action_sheets::ActionSheets,
    agreements::Agreements,
    appeals::Appeals,
    assisted::Assisted,
    audit::Audit,
    combining::CombiningContributions,
    console::Console,
    contributions::Contributions,
    documents::Documents,
    drafts::Drafts,
    extension::ExtensionRequests,
    extension_cases::ExtensionCases,
    guarantor::Guarantors,
    identity_providers::IdentityProviders,
    moderation::Moderation,
    meetings::Meetings,
    minutes::MinutesOf,
    observatory::Observatory,
    organs::Organs,
    outcome::Outcomes,
    people::People,
    process::Processes,
    processing::Processing,
    proposal_document::ProposalDocuments,
    questionnaires::Questionnaires,
    registrations::Registrations,
    report::Reports,
    revisions::Revisions,
    settings::Settings,
    site::Site,
    space::MySpace,
    staff::Staff,
    table_votes::TableVotes,
    tables::Tables,
    together::Together,
    work::Work,
}

/// The handle of the request being answered.
pub type Handle = Arc<dyn UseCases>;

/// The use cases of this request; take it before the first `await`.
///
/// # Errors
/// `Unavailable` outside a request.
pub fn use_cases() -> Outcome<Handle> {
    use_context::<Handle>().ok_or(AppError::Unavailable)
}

/// One page of a long list, and where the next one starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice<T> {
    pub rows: Vec<T>,
    /// The value of `dopo` for the next page; none on the last.
    pub next: Option<String>,
}
