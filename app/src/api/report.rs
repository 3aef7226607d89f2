//! Writing and submitting the final report.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::report::Expense;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Saves the texts of the report.
#[server(prefix = "/api", endpoint = "report/save")]
pub async fn save_report(
    slug: String,
    version: String,
    #[server(default)] sections: BTreeMap<String, String>,
) -> Outcome<()> {
    let server = use_cases()?;
    server.save_report(slug.clone(), seen(&version)?, sections).await?;
    respond::redirect(&paths::report_editor(&slug), Notice::Saved);
    Ok(())
}

/// Adds an expense.
#[server(prefix = "/api", endpoint = "report/add-expense")]
pub async fn add_expense(
    slug: String,
    category: String,
    supplier: String,
    act: String,
    invoice: String,
    net: String,
    vat: String,
    #[server(default)] vat_deductible: Option<String>,
    paid_on: String,
    proof: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let fields = [
        ("category", category),
        ("supplier", supplier),
        ("act", act),
        ("invoice", invoice),
        ("net", net),
        ("vat", vat),
        ("vat_deductible", vat_deductible.unwrap_or_default()),
        ("paid_on", paid_on),
        ("proof", proof),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    server.add_expense(slug.clone(), Expense::parse(&fields)?).await?;
    respond::redirect(&paths::report_editor(&slug), Notice::ExpenseAdded);
    Ok(())
}

/// Takes an expense away.
#[server(prefix = "/api", endpoint = "report/remove-expense")]
pub async fn remove_expense(slug: String, expense: String) -> Outcome<()> {
    let server = use_cases()?;
    server.remove_expense(slug.clone(), expense.parse()?).await?;
    respond::redirect(&paths::report_editor(&slug), Notice::ExpenseRemoved);
    Ok(())
}

/// Freezes and submits the report.
#[server(prefix = "/api", endpoint = "report/submit")]
pub async fn submit_report(slug: String, version: String) -> Outcome<()> {
    let server = use_cases()?;
    server.submit_report(slug.clone(), seen(&version)?).await?;
    respond::redirect(&paths::report_editor(&slug), Notice::ReportSubmitted);
    Ok(())
}
