//! The record of a process in the regional observatory.

use super::{documents::SentFile, proposal_document::OfProcess};
use crate::error::Outcome;
use async_trait::async_trait;
use domain::observatory::{Change, Record, RecordField, Verdict};
use std::collections::BTreeMap;

/// A file that was read and held against the record, and not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedView {
    pub name: String,
    /// Headings that we do not know.
    pub unknown: Vec<String>,
    /// Rows as a spreadsheet counts them, with what each would mean.
    pub rows: Vec<(u32, Verdict)>,
    /// How many rows are about other records.
    pub elsewhere: u32,
    /// Whether there is something to take.
    pub may_accept: bool,
}

/// The record as staff prepare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordView {
    pub process: OfProcess,
    pub version: u32,
    /// As it goes out.
    pub record: Record,
    pub missing: Vec<RecordField>,
    /// What it says otherwise than the process.
    pub differs: Vec<Change>,
    pub received: Option<ReceivedView>,
    /// Whether everybody may take the file along, the process being concluded.
    pub public: bool,
    pub may_write: bool,
}

#[async_trait]
pub trait Observatory {
    /// The record of the process at `slug`, for who prepares it; `NotFound` where the rules know no observatory.
    async fn observatory_record(&self, slug: String) -> Outcome<RecordView>;

    /// Stores the fields that the record alone says, by code; `Conflict` unless `seen` is the newest version.
    async fn save_record(&self, slug: String, seen: u32, typed: BTreeMap<String, String>) -> Outcome<()>;

    /// Reads a file and keeps it beside the record, which it does not change.
    async fn check_record(&self, slug: String, file: SentFile) -> Outcome<()>;

    /// Takes what the file says that was read; `Conflict` unless `seen` is the newest version.
    async fn accept_record(&self, slug: String, seen: u32) -> Outcome<()>;

    /// Goes back to what the process says, wherever a file said otherwise; `Conflict` unless `seen` is the newest version.
    async fn restore_record(&self, slug: String, seen: u32) -> Outcome<()>;

    /// Puts the file that was read aside; `Conflict` unless `seen` is the newest version.
    async fn discard_received(&self, slug: String, seen: u32) -> Outcome<()>;
}
