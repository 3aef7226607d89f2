//! The rules of participatory local digital agendas: ids, roles, state machines, policy, parsed input.
//! No I/O, no async, no clock: time is always an argument.

pub mod code;
pub mod contribution;
pub mod difference;
pub mod digest;
pub mod document;
pub mod document_content;
pub mod evaluation;
pub mod id;
pub mod invalid;
pub mod number;
#[cfg(test)]
mod pairs;
pub mod personal_data;
pub mod proposal_document;
pub mod protocol;
pub mod reason;
pub mod refusal;
pub mod sheet;
pub mod sheet_field;
pub mod sign_in;
pub mod submission;
pub mod upload;
pub mod tenant;
pub mod text;
pub mod action;
#[cfg(test)]
mod grid;
pub mod policy;
pub mod role;
pub mod stage;
pub mod pack;
pub mod agreement;
pub mod meeting;
pub mod organ;
pub mod party;
pub mod calendar;
pub mod deadline;
pub mod process;
pub mod requirement;
pub mod minutes;
pub mod origin;
pub mod thematic_table;
pub mod extension;
pub mod outcome;
pub mod money;
pub mod report;
