//! The guarantor's answers.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::validation::NewRoundDecision;
use leptos::prelude::*;

/// Asks for integrations, validates or refuses what was submitted.
#[server(prefix = "/api", endpoint = "guarantor/answer")]
pub async fn answer_round(
    tenant: String,
    process: String,
    file: String,
    decision: String,
    reason: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let (tenant, process) = (tenant.parse()?, process.parse()?);
    server.answer_round(tenant, process, NewRoundDecision::parse(&decision, &file, &reason)?).await?;
    respond::redirect(&paths::guarantor_case(tenant, process), Notice::RoundAnswered);
    Ok(())
}
