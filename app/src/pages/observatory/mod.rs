//! The record of a process for the regional observatory.

mod desk;
mod fields;
mod received;

pub(crate) use desk::RecordPage;
