//! The final report: where it is written, and its public part.

mod editor;
mod expenses;
mod public;

pub(crate) use editor::ReportEditorPage;
pub(crate) use public::PublicReportPage;
