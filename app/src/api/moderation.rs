//! Reporting, hiding, restoring.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{moderation::Subject, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{contribution::HideReason, reason::Reason};
use leptos::prelude::*;

/// The place of a text that was found in the list of all.
pub(crate) const IN_LIST: &str = "elenco";

/// The place of a text whose author appealed.
pub(crate) const ON_APPEAL: &str = "riesame";

/// Tells the moderators about a text.
#[server(prefix = "/api", endpoint = "moderation/report")]
pub async fn report(kind: String, id: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let subject = Subject::parse(&kind, &id)?;
    let contribution = server.report(subject, Reason::parse(&reason)?).await?;
    respond::redirect(&paths::contribution(contribution), Notice::Reported);
    Ok(())
}

/// Hides a text, with ground and reason.
#[server(prefix = "/api", endpoint = "moderation/hide")]
pub async fn hide(
    kind: String,
    id: String,
    ground: String,
    reason: String,
    #[server(default)] place: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let subject = Subject::parse(&kind, &id)?;
    server.hide(subject, HideReason::parse(&ground, &reason)?).await?;
    respond::redirect(&next_in_turn(&place), Notice::Hidden);
    Ok(())
}

/// Shows a hidden text again, with a reason.
#[server(prefix = "/api", endpoint = "moderation/restore")]
pub async fn restore(kind: String, id: String, reason: String, #[server(default)] place: String) -> Outcome<()> {
    let server = use_cases()?;
    let subject = Subject::parse(&kind, &id)?;
    server.restore(subject, Reason::parse(&reason)?).await?;
    respond::redirect(&next_in_turn(&place), Notice::Restored);
    Ok(())
}

/// Asks the moderators to look again at an own text.
#[server(prefix = "/api", endpoint = "moderation/appeal")]
pub async fn appeal(kind: String, id: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let subject = Subject::parse(&kind, &id)?;
    server.appeal(subject, Reason::parse(&reason)?).await?;
    respond::redirect(&paths::appeal(subject), Notice::AppealMade);
    Ok(())
}

/// Leaves a text hidden after an appeal, with a reason.
#[server(prefix = "/api", endpoint = "moderation/refuse-appeal")]
pub async fn refuse_appeal(kind: String, id: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let subject = Subject::parse(&kind, &id)?;
    server.refuse_appeal(subject, Reason::parse(&reason)?).await?;
    respond::redirect(paths::APPEALS, Notice::AppealRefused);
    Ok(())
}

/// Lets a first text through that waited to be read.
#[server(prefix = "/api", endpoint = "moderation/let-through")]
pub async fn let_through(kind: String, id: String, #[server(default)] place: String) -> Outcome<()> {
    let server = use_cases()?;
    server.let_through(Subject::parse(&kind, &id)?).await?;
    respond::redirect(&next_in_turn(&place), Notice::LetThrough);
    Ok(())
}

/// Closes the reports of a text that may stay.
#[server(prefix = "/api", endpoint = "moderation/dismiss")]
pub async fn dismiss(kind: String, id: String, #[server(default)] place: String) -> Outcome<()> {
    let server = use_cases()?;
    server.dismiss(Subject::parse(&kind, &id)?).await?;
    respond::redirect(&next_in_turn(&place), Notice::ReportsClosed);
    Ok(())
}

/// The text that takes the place of the one just settled, or the list of all texts where it was found there.
#[cfg(feature = "ssr")]
fn next_in_turn(place: &str) -> String {
    if place == ON_APPEAL {
        return paths::APPEALS.to_owned();
    }
    if place == IN_LIST {
        return paths::MODERATION_TEXTS.to_owned();
    }
    place.parse().map_or_else(|_| paths::MODERATION.to_owned(), paths::moderation_at)
}
