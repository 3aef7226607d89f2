//! The final report (*relazione finale*): its sections, its expenses, and what is paid of the grant.

use crate::{
    code::coded,
    invalid::{Fault, FieldErrors},
    money::cents,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod typed;

pub use typed::{personal_data_places, with_texts};

coded! {
    /// A section of the final report.
    pub enum ReportSection {
        /// Data of the project.
        Data = "data",
        /// The path, from start to the sending of the proposal document.
        Path = "path",
        /// The negotiation table.
        Table = "table",
        /// The local guarantee committee.
        Committee = "committee",
        /// Communication.
        Communication = "communication",
        /// Participants by gender.
        Participants = "participants",
        /// Methods.
        Methods = "methods",
        /// Results and impact.
        Results = "results",
        /// Costs.
        Costs = "costs",
        /// List of attachments.
        Attachments = "attachments",
        /// Annex 2 with the names, never published.
        PrivateAnnex = "private_annex",
    }
}

impl ReportSection {
    /// Whether the section must be filled before the report is submitted.
    #[must_use]
    pub const fn is_mandatory(self) -> bool {
        !matches!(self, Self::Committee | Self::Attachments | Self::PrivateAnnex)
    }

    /// Whether everybody may read the section once the report is published.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::PrivateAnnex)
    }
}

/// The texts of a report, by section.
pub type ReportTexts = BTreeMap<ReportSection, String>;

/// Reads one section as typed; blank text empties it.
///
/// # Errors
/// `TooLong` over 20,000 characters, or `Form`.
pub fn section_text(typed: &str) -> Result<String, Fault> {
    text::optional_prose(typed, 20_000)
}

coded! {
    /// What money was spent on.
    pub enum ExpenseCategory {
        /// Staff of the body, for the process.
        Staff = "staff",
        /// Facilitation and conduct.
        Facilitation = "facilitation",
        /// Communication.
        Communication = "communication",
        /// Training.
        Training = "training",
        /// Rooms, equipment and events.
        Events = "events",
        /// Goods and services.
        Services = "services",
        /// Anything else.
        Other = "other",
    }
}

/// One expense of the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expense {
    pub category: ExpenseCategory,
    pub supplier: String,
    pub act: Option<String>,
    pub invoice: String,
    pub net_cents: i64,
    pub vat_cents: i64,
    /// Whether the body deducts the VAT, which then is no expense of the process.
    pub vat_deductible: bool,
    pub paid_on: Option<NaiveDate>,
    pub proof: Option<String>,
}

impl Expense {
    /// Reads an expense from its fields, named as those of [`Expense`] with amounts under `net` and `vat`.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(fields: &BTreeMap<String, String>) -> Result<Self, FieldErrors> {
        let of = |field: &str| fields.get(field).map_or("", String::as_str);
        let mut errors = FieldErrors::default();
        let category = errors.take("category", of("category").parse().map_err(|_| Fault::Choice));
        let supplier = errors.take("supplier", text::line(of("supplier"), 200));
        let act = errors.take("act", text::optional_line(of("act"), 200));
        let invoice = errors.take("invoice", text::line(of("invoice"), 120));
        let net = errors.take("net", cents(of("net")));
        let vat = if of("vat").trim().is_empty() { "0" } else { of("vat") };
        let vat = errors.take("vat", cents(vat));
        let paid_on = errors.take("paid_on", optional_date(of("paid_on")));
        let proof = errors.take("proof", text::optional_line(of("proof"), 200));
        let vat_deductible = !matches!(of("vat_deductible"), "" | "false" | "no");
        match (category, supplier, act, invoice, net, vat, paid_on, proof) {
            (
                Some(category),
                Some(supplier),
                Some(act),
                Some(invoice),
                Some(net_cents),
                Some(vat_cents),
                Some(paid_on),
                Some(proof),
            ) => Ok(Self { category, supplier, act, invoice, net_cents, vat_cents, vat_deductible, paid_on, proof }),
            _ => Err(errors),
        }
    }

    /// What counts towards the grant: the net amount, and the VAT that is not deducted, once paid.
    #[must_use]
    pub fn eligible_cents(&self) -> i64 {
        match (self.paid_on, self.vat_deductible) {
            (None, _) => 0,
            (Some(_), true) => self.net_cents,
            (Some(_), false) => self.net_cents.saturating_add(self.vat_cents),
        }
    }
}

/// What is paid of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    pub eligible_cents: i64,
    pub grant_cents: i64,
    pub payable_cents: i64,
    /// What the grant loses; none when the expenses cover it.
    pub reduced_by_cents: i64,
}

/// Settles a grant: whole when the eligible sum covers it, else reduced to the part covered.
#[must_use]
pub fn settle(expenses: &[Expense], grant_cents: i64) -> Settlement {
    let eligible_cents = expenses.iter().map(Expense::eligible_cents).fold(0, i64::saturating_add);
    let payable_cents = eligible_cents.clamp(0, grant_cents.max(0));
    Settlement { eligible_cents, grant_cents, payable_cents, reduced_by_cents: grant_cents.max(0) - payable_cents }
}

/// Lets the report be submitted once its mandatory sections are filled and a grant has its expenses.
///
/// # Errors
/// `ReportSections` with the codes of the empty ones, `ReportExpenses`.
pub fn ready_to_submit(texts: &ReportTexts, expenses: &[Expense], grant_cents: i64) -> Result<(), StepRefused> {
    let filled = |section| texts.get(section).is_some_and(|text| !text.trim().is_empty());
    let missing: Vec<String> = ReportSection::ALL
        .iter()
        .filter(|section| section.is_mandatory() && !filled(section))
        .map(|section| section.code().to_owned())
        .collect();
    let mut blockers = Vec::new();
    if !missing.is_empty() {
        blockers.push(Blocker::ReportSections { missing });
    }
    if grant_cents > 0 && expenses.is_empty() {
        blockers.push(Blocker::ReportExpenses);
    }
    if blockers.is_empty() { Ok(()) } else { Err(StepRefused { blockers }) }
}

fn optional_date(typed: &str) -> Result<Option<NaiveDate>, Fault> {
    if typed.trim().is_empty() { Ok(None) } else { text::date(typed).map(Some) }
}

#[cfg(test)]
mod tests;
