//! One route, one file.

pub(crate) mod actions;
pub(crate) mod agreement;
pub(crate) mod console;
pub(crate) mod contributions;
pub(crate) mod documents;
pub(crate) mod guarantor;
pub(crate) mod identity;
pub(crate) mod meetings;
pub(crate) mod minutes;
pub(crate) mod moderation;
pub(crate) mod observatory;
pub(crate) mod organs;
pub(crate) mod outcome;
pub(crate) mod people;
pub(crate) mod process;
pub(crate) mod processing;
pub(crate) mod proposal_document;
pub(crate) mod questionnaires;
pub(crate) mod report;
pub(crate) mod site;
pub(crate) mod space;
pub(crate) mod staff;
pub(crate) mod tables;
pub(crate) mod work;
