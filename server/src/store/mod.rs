//! Queries: the only place that speaks SeaORM. Every function takes the scope right after the connection.

mod database;
mod entities;
mod refuse;
mod scoped;

pub mod action_sheets;
pub mod acts;
pub mod agendas;
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
pub mod document_votes;
pub mod documents;
pub mod drafts;
pub mod export;
pub mod extensions;
pub mod feedback;
pub mod final_reports;
pub mod grants;
pub mod history;
pub mod home;
pub mod invitations;
pub mod mails;
pub mod meeting_audience;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod moderation;
pub mod observatory_records;
pub mod organ_facts;
pub mod organ_remarks;
pub mod organ_rules;
pub mod organs;
pub mod outcomes;
pub mod papers;
pub mod people;
pub mod phases;
pub mod process_facts;
pub mod processes;
pub mod proposal_documents;
pub mod proposal_origins;
pub mod reads;
pub mod seats;
pub mod sessions;
pub mod settings;
pub mod supports;
pub mod syntheses;
pub mod tenant_list;
pub mod tenants;
pub mod thematic_tables;
pub mod validation_rounds;
pub mod waiting;
pub mod work_visits;

/// Rows written by one statement: what they bind stays below the limits of both databases.
const AT_ONCE: usize = 500;

pub use database::{Database, Tx, Wall, stand_behind};
pub use refuse::OrUnavailable;
