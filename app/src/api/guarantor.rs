//! The guarantor's answers.

#[cfg(feature = "ssr")]
use super::{extension::typed_decision, typed::seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    invalid::{Fault, FieldErrors},
    validation::NewRoundDecision,
};
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

/// Grants, reduces or refuses a request for more time; the form sends the field `file` too.
#[server(prefix = "/api", endpoint = "guarantor/extension")]
pub async fn answer_extension(
    tenant: String,
    id: String,
    version: String,
    outcome: String,
    days: String,
    reason: String,
    act: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let file = respond::sent_file("file");
    let (tenant, id) = (tenant.parse()?, id.parse()?);
    let mut errors = FieldErrors::default();
    if file.bytes.is_empty() {
        errors.add("file", Fault::Required);
    }
    let decision = typed_decision(&outcome, &days, &reason, &act, &mut errors);
    let Some(decision) = decision.filter(|_| errors.is_empty()) else { return Err(errors.into()) };
    server.answer_extension(tenant, (id, seen(&version)?), decision, file).await?;
    respond::redirect(&paths::extension_case(tenant, id), Notice::ExtensionDecided);
    Ok(())
}
