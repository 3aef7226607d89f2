//! More time for a process.

#[cfg(feature = "ssr")]
use super::typed::{chosen_or_none, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{extension::Decision, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    code::choice,
    extension::{ExtensionDecision, NewExtension, NewGeneralExtension},
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
    let draft = match chosen_or_none("", &id)? {
        Some(id) => Some((id, seen(&version)?)),
        None => None,
    };
    server.draft_extension(process.clone(), draft, text, chosen_or_none("document", &document)?).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDrafted);
    Ok(())
}

/// Takes back a draft.
#[server(prefix = "/api", endpoint = "extension/delete")]
pub async fn delete_extension(process: String, id: String, version: String) -> Outcome<()> {
    use_cases()?.delete_extension(process.clone(), (id.parse()?, seen(&version)?)).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDeleted);
    Ok(())
}

/// Sends a draft to the granting body.
#[server(prefix = "/api", endpoint = "extension/request")]
pub async fn request_extension(process: String, id: String, version: String) -> Outcome<()> {
    use_cases()?.request_extension(process.clone(), (id.parse()?, seen(&version)?)).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionRequested);
    Ok(())
}

/// Grants, reduces or refuses a request.
#[server(prefix = "/api", endpoint = "extension/decide")]
pub async fn decide_extension(
    process: String,
    id: String,
    version: String,
    outcome: String,
    days: String,
    reason: String,
    act: String,
    document: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let asked = (id.parse()?, seen(&version)?);
    let mut errors = FieldErrors::default();
    let document = errors.take("document", choice(&document));
    let decision = typed_decision(&outcome, &days, &reason, &act, &mut errors);
    let (Some(decision), Some(document)) = (decision, document) else { return Err(errors.into()) };
    server.decide_extension(process.clone(), asked, decision, document).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDecided);
    Ok(())
}

/// Records what an authority gave to all by an act of its own.
#[server(prefix = "/api", endpoint = "extension/declare")]
pub async fn declare_extension(
    process: String,
    until: String,
    act: String,
    reasons: String,
    document: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let mut errors = FieldErrors::default();
    let document = errors.take("document", choice(&document));
    let new = match NewGeneralExtension::parse(&until, &act, &reasons) {
        Ok(new) => Some(new),
        Err(faults) => {
            faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone()));
            None
        }
    };
    let (Some(new), Some(document)) = (new, document) else { return Err(errors.into()) };
    server.declare_extension(process.clone(), new, document).await?;
    respond::redirect(&paths::extensions(&process), Notice::ExtensionDeclared);
    Ok(())
}

/// Reads the fields of a decision; what is wrong joins `errors`.
#[cfg(feature = "ssr")]
pub(super) fn typed_decision(
    outcome: &str,
    days: &str,
    reason: &str,
    act: &str,
    errors: &mut FieldErrors,
) -> Option<Decision> {
    let act = errors.take("act", text::line(act, 200));
    let note = errors.take("reason", text::optional_prose(reason, 4_000));
    let outcome = match ExtensionDecision::parse(outcome, days, reason) {
        Ok(outcome) => Some(outcome),
        Err(faults) => {
            faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone()));
            None
        }
    };
    Some(Decision { outcome: outcome?, act: act?, note: note? })
}
