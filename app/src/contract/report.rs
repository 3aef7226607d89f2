//! The final report with its expenses.

use super::{process::PossibleRevocation, proposal_document::OfProcess};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    calendar::Deadline,
    id::ExpenseId,
    refusal::Blocker,
    report::{Expense, ReportTexts, Settlement},
};
use std::collections::BTreeMap;

/// The report as staff or the public see it; the public's holds no private annex.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportView {
    pub process: OfProcess,
    pub version: u32,
    pub texts: ReportTexts,
    pub expenses: Vec<(ExpenseId, Expense)>,
    pub settlement: Settlement,
    /// What the process costs in all; as it was when the report was submitted.
    pub cost_cents: Option<i64>,
    /// The share that others than the grant pay, in hundredths of a percent.
    pub cofinancing: Option<u32>,
    pub due: Option<Deadline>,
    /// Whether the grant may be revoked, and why; for staff alone.
    pub revocation: Option<PossibleRevocation>,
    pub submitted_on: Option<NaiveDate>,
    pub blockers: Vec<Blocker>,
    pub may_write: bool,
    pub may_read_annex: bool,
}

#[async_trait]
pub trait Reports {
    /// The report in preparation, for staff.
    async fn final_report(&self, slug: String) -> Outcome<ReportView>;

    /// Saves the texts; `Conflict` unless `seen` is the newest version.
    async fn save_report(&self, slug: String, seen: u32, texts: BTreeMap<String, String>) -> Outcome<()>;

    /// Adds an expense.
    async fn add_expense(&self, slug: String, new: Expense) -> Outcome<()>;

    /// Takes an expense away.
    async fn remove_expense(&self, slug: String, id: ExpenseId) -> Outcome<()>;

    /// Freezes and submits the report.
    async fn submit_report(&self, slug: String, seen: u32) -> Outcome<()>;

    /// The public part of a submitted report; `NotFound` before.
    async fn public_report(&self, slug: String) -> Outcome<ReportView>;
}
