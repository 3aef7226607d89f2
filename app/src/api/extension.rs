//! More time for a process.

#[cfg(feature = "ssr")]
use super::process::{number, optional_id};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{extension::Decision, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    extension::{ExtensionDecision, NewExtension},
    id::DocumentId,
    invalid::FieldErrors,
    text,
};
use leptos::prelude::*;

/// Keeps a draft of a request.
#[server(prefix = "/api", endpoint = "extension/draft")]
pub async fn draft_extension(
    process: String,
    id: String,
    version: String,
    reasons: String,
    progress: String,
    until: String,
    timetable: String,
    document: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let text = NewExtension::parse(&reasons, &progress, &until, &timetable)?;
    let draft = match optional_id(&id, "")? {
        Some(id) => Some((id, number(&version)?)),
        None => None,
    };
    server.draft_extension(process.clone(), draft, text, optional_id(&document, "document")?).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDrafted);
    Ok(())
}

/// Sends a draft to the granting body.
#[server(prefix = "/api", endpoint = "extension/request")]
pub async fn request_extension(process: String, id: String) -> Outcome<()> {
    use_cases()?.request_extension(process.clone(), id.parse()?).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionRequested);
    Ok(())
}

/// Grants, reduces or refuses a request.
#[server(prefix = "/api", endpoint = "extension/decide")]
pub async fn decide_extension(
    process: String,
    id: String,
    outcome: String,
    days: String,
    reason: String,
    act: String,
    document: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let decision = typed_decision(&outcome, &days, &reason, &act, optional_id(&document, "document")?)?;
    server.decide_extension(process.clone(), id, decision).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDecided);
    Ok(())
}

/// Reads the fields of a decision.
#[cfg(feature = "ssr")]
pub(super) fn typed_decision(
    outcome: &str,
    days: &str,
    reason: &str,
    act: &str,
    document: Option<DocumentId>,
) -> Outcome<Decision> {
    let mut errors = FieldErrors::default();
    let act = errors.take("act", text::line(act, 200));
    let note = errors.take("reason", text::optional_prose(reason, 4_000));
    let outcome = match ExtensionDecision::parse(outcome, days, reason) {
        Ok(outcome) => Some(outcome),
        Err(faults) => {
            faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone()));
            None
        }
    };
    let (Some(act), Some(note), Some(outcome)) = (act, note, outcome) else { return Err(errors.into()) };
    Ok(Decision { outcome, act, note, document })
}
