//! Taking part without an account: staff writes a contribution down and hands out a receipt.

use super::{
    contributions::{Hiding, Slot, TableChoice},
    tables::ProcessName,
};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    contribution::{ContributionChannel, NewAssisted},
    evaluation::Evaluation,
    id::ContributionId,
    receipt::ReceiptCode,
};

/// Where staff writes down what people said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistedDesk {
    pub process: ProcessName,
    pub slot: Slot,
    pub tables: Vec<TableChoice>,
    /// Names this form, for when several people say the same.
    pub once: String,
}

/// What became of a contribution that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// Kept as a hash alone.
    Now(ReceiptCode),
    /// The same was written down before, for this receipt.
    Before(ReceiptCode),
    /// The same was written down before, for a receipt that cannot be shown again.
    Elsewhere(ContributionId),
}

/// What whoever holds the receipt reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptView {
    pub code: ReceiptCode,
    /// Whole address of the page that asks for the code.
    pub address: String,
    pub id: ContributionId,
    pub process: ProcessName,
    pub title: String,
    /// Markdown.
    pub body: String,
    pub channel: ContributionChannel,
    pub source: String,
    pub at: DateTime<Utc>,
    pub state: Evaluation,
    pub hidden: Option<Hiding>,
    /// Markdown, and when it was given.
    pub answer: Option<(String, DateTime<Utc>)>,
}

#[async_trait]
pub trait Assisted {
    /// Where contributions to a process are written down, for those who may.
    async fn assisted_desk(&self, process: String) -> Outcome<AssistedDesk>;

    /// Publishes what somebody without an account said; the same written down twice is one. `another` names the form
    /// with which another person's words are written down that are the same.
    async fn enter_contribution(&self, new: NewAssisted, another: Option<String>) -> Outcome<Entered>;

    /// What became of the contribution with this code.
    async fn receipt(&self, code: ReceiptCode) -> Outcome<ReceiptView>;

    /// Whether there is a receipt with this code: `Invalid` where there is none.
    async fn find_receipt(&self, code: ReceiptCode) -> Outcome<()>;
}
