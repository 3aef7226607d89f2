//! What a tenant does with personal data: its register, and what the platform deletes by itself.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    processing::{ProcessingActivity, TypedActivity},
    retention::Passing,
};

/// One activity of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityView {
    /// Stands for it in addresses.
    pub code: String,
    pub version: u32,
    pub activity: ProcessingActivity,
    /// It reads as on every tenant: in the language of the page.
    pub standard: bool,
    /// The tenant took it out of its register.
    pub dropped: bool,
}

/// What is kept of one kind for a time, and what was deleted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassingView {
    pub kind: Passing,
    /// When the platform looked last.
    pub last: Option<DateTime<Utc>>,
    /// How much was deleted in the last thirty days.
    pub removed: u64,
}

/// What was deleted of one kind on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeletedView {
    pub day: NaiveDate,
    pub kind: Passing,
    pub removed: u64,
}

/// Everything on the page of what is deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionView {
    pub kinds: Vec<PassingView>,
    /// Of the last thirty days, the newest first.
    pub log: Vec<DeletedView>,
}

#[async_trait]
pub trait Processing {
    /// The register as everybody reads it, in Italian or in English; what the tenant wrote is in its own words.
    async fn published_register(&self, italian: bool) -> Outcome<Vec<ActivityView>>;

    /// The whole register. Administrators and the privacy officer.
    async fn processing_register(&self, italian: bool) -> Outcome<Vec<ActivityView>>;

    /// One activity of it.
    async fn activity(&self, code: String) -> Outcome<ActivityView>;

    /// Adds an activity, and gives its code; in the place of the one named `code` at `version`, where it names one.
    async fn keep_activity(&self, code: String, version: u32, typed: TypedActivity) -> Outcome<String>;

    /// Takes an activity out of the register, or puts it back.
    async fn drop_activity(&self, code: String, version: u32, dropped: bool) -> Outcome<()>;

    /// What the platform deletes by itself, and what it did. Administrators and the privacy officer.
    async fn retention(&self) -> Outcome<RetentionView>;
}
