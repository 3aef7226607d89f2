//! Contributions written down for people without an account, and their receipts.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{assisted::Entered, use_cases},
    error::AppError,
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    contribution::{NewAssisted, NewContribution},
    receipt::ReceiptCode,
};
use leptos::prelude::*;

/// Publishes what somebody without an account said, and shows the receipt.
#[server(prefix = "/api", endpoint = "contributions/enter")]
pub async fn enter_contribution(
    title: String,
    body: String,
    table: String,
    place: String,
    channel: String,
    source: String,
    #[server(default)] agreed: String,
    #[server(default)] another: String,
    #[server(default)] once: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let said = NewContribution::parse(&title, &body, &table, &place);
    let new = NewAssisted::parse(said, &channel, &source, &agreed)?;
    let another = (!another.is_empty()).then_some(once);
    match server.enter_contribution(new, another).await? {
        Entered::Now(code) => respond::redirect(&paths::receipt(&code), Notice::ContributionEntered),
        Entered::Before(code) => respond::redirect(&paths::receipt(&code), Notice::EnteredBefore),
        Entered::Elsewhere(id) => respond::redirect(&paths::contribution(id), Notice::EnteredBefore),
    }
    Ok(())
}

/// Shows what became of the contribution with this code.
#[server(prefix = "/api", endpoint = "contributions/receipt")]
pub async fn find_receipt(code: String) -> Outcome<()> {
    let server = use_cases()?;
    let code = ReceiptCode::parse(&code).map_err(|fault| AppError::invalid("code", fault))?;
    server.find_receipt(code.clone()).await?;
    respond::redirect_silently(&paths::receipt(&code));
    Ok(())
}
