//! Recording what the body does with the proposals.

#[cfg(feature = "ssr")]
use super::typed::{self, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{acknowledgement::NewAcknowledgement, digest::Digest, outcome::NewDecision};
use leptos::prelude::*;

/// Records the act that acknowledges process, document and validation.
#[server(prefix = "/api", endpoint = "outcome/acknowledge")]
pub async fn acknowledge(
    slug: String,
    body: String,
    number: String,
    on: String,
    link: String,
    notes: String,
    #[server(default)] mentions_refusal: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = NewAcknowledgement::parse(&body, &number, &on, &link, &notes, mentions_refusal.is_some())?;
    server.acknowledge(slug.clone(), new).await?;
    respond::redirect(&paths::outcome_editor(&slug), Notice::Acknowledged);
    Ok(())
}

/// Keeps the decision on one proposal.
#[server(prefix = "/api", endpoint = "outcome/decide")]
pub async fn decide_proposal(
    slug: String,
    number: String,
    decision: String,
    reason: String,
    /// Fingerprint of the decision that the page showed, blank where there was none.
    #[server(default)]
    shown: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let number = seen(&number)?;
    let shown = if shown.is_empty() { None } else { Some(typed::seen::<Digest>(&shown)?) };
    server.decide_proposal(slug.clone(), number, NewDecision::parse(&decision, &reason)?, shown).await?;
    respond::redirect(&paths::outcome_editor(&slug), Notice::DecisionSaved);
    Ok(())
}

/// Publishes the decisions and tells everybody a proposal comes from.
#[server(prefix = "/api", endpoint = "outcome/publish")]
pub async fn publish_decisions(slug: String, seen: String) -> Outcome<()> {
    let server = use_cases()?;
    let seen = typed::seen::<Digest>(&seen)?;
    server.publish_decisions(slug.clone(), seen).await?;
    respond::redirect(&paths::outcome_editor(&slug), Notice::DecisionsPublished);
    Ok(())
}
