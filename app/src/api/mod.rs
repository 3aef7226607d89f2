//! Server functions: each parses, calls one use case, then redirects.
#![expect(clippy::too_many_arguments, reason = "a server function takes each field of its form")]

pub mod account;
pub mod action_sheets;
pub mod agreements;
pub mod assisted;
pub mod combining;
pub mod console;
pub mod contributions;
pub mod documents;
pub mod drafts;
pub mod extension;
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
pub mod settings;
pub mod site;
pub mod space;
pub mod staff;
pub mod table_votes;
pub mod tables;
#[cfg(feature = "ssr")]
mod typed;
pub mod work;
