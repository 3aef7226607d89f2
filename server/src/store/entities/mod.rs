//! One table per file; never leaves the store.

pub(super) mod act;
pub(super) mod attempt;
pub(super) mod audit_entry;
pub(super) mod comment;
pub(super) mod contribution;
pub(super) mod document;
pub(super) mod follow;
pub(super) mod invitation;
pub(super) mod mail;
pub(super) mod moderation_entry;
pub(super) mod person;
pub(super) mod process;
pub(super) mod process_event;
pub(super) mod report;
pub(super) mod role_grant;
pub(super) mod session;
pub(super) mod setting;
pub(super) mod sign_in_code;
pub(super) mod support;
pub(super) mod synthesis;
pub(super) mod synthesis_source;
pub(super) mod tenant;
pub(super) mod thematic_table;
