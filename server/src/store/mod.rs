//! Queries: the only place that speaks SeaORM. Every function takes the scope right after the connection.

mod database;
mod entities;
mod refuse;
mod scoped;

pub mod acts;
pub mod agreement_parties;
pub mod agreements;
pub mod attempts;
pub mod attendees;
pub mod audit;
pub mod audit_log;
pub mod comments;
pub mod contributions;
pub mod deadlines;
pub mod delegates;
pub mod document_annotations;
pub mod documents;
pub mod export;
pub mod extensions;
pub mod grants;
pub mod history;
pub mod invitations;
pub mod mails;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod moderation;
pub mod organ_facts;
pub mod organs;
pub mod papers;
pub mod people;
pub mod phases;
pub mod process_facts;
pub mod processes;
pub mod sessions;
pub mod settings;
pub mod supports;
pub mod syntheses;
pub mod tenant_list;
pub mod tenants;
pub mod thematic_tables;
pub mod work_visits;

pub use database::{Database, Tx, Wall, stand_behind};
pub use refuse::OrUnavailable;
