//! Writing, commenting, approving and publishing minutes.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::minutes::{Dissent, MinutesStep, NewAddendum, NewMinutes, NewMinutesComment};
use leptos::prelude::*;

/// Saves the text of the draft.
#[server(prefix = "/api", endpoint = "minutes/write")]
pub async fn write_minutes(meeting: String, version: String, text: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.write_minutes(id, seen(&version)?, NewMinutes::parse(&text)?).await?;
    respond::redirect(&paths::minutes_work(id), Notice::Saved);
    Ok(())
}

/// Adds a decision under the next number.
#[server(prefix = "/api", endpoint = "minutes/decision")]
pub async fn add_decision(meeting: String, version: String, text: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.add_decision(id, seen(&version)?, text).await?;
    respond::redirect(&paths::minutes_work(id), Notice::Saved);
    Ok(())
}

/// Writes an organisation's dissent to a decision.
#[server(prefix = "/api", endpoint = "minutes/dissent")]
pub async fn add_dissent(
    meeting: String,
    version: String,
    number: String,
    organisation: String,
    text: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.add_dissent(id, seen(&version)?, number, Dissent::parse(&organisation, &text)?).await?;
    respond::redirect(&paths::minutes_work(id), Notice::Saved);
    Ok(())
}

/// Moves the minutes one step.
#[server(prefix = "/api", endpoint = "minutes/move")]
pub async fn move_minutes(meeting: String, version: String, step: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let step: MinutesStep = chosen("step", &step)?;
    server.move_minutes(id, seen(&version)?, step).await?;
    let said = match step {
        MinutesStep::OpenComments => Notice::MinutesOpened,
        MinutesStep::Rewrite => Notice::MinutesReopened,
        MinutesStep::Approve => Notice::MinutesApproved,
        MinutesStep::Publish => Notice::MinutesPublished,
    };
    respond::redirect(&paths::minutes_work(id), said);
    Ok(())
}

/// Comments on the draft, for an organisation.
#[server(prefix = "/api", endpoint = "minutes/comment")]
pub async fn comment_minutes(
    meeting: String,
    text: String,
    #[server(default)] objection: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let new = NewMinutesComment::parse(&text, &objection.unwrap_or_default())?;
    server.comment_minutes(id, new).await?;
    respond::redirect(&paths::minutes(id), Notice::MinutesCommented);
    Ok(())
}

/// Approves the minutes, for an organisation.
#[server(prefix = "/api", endpoint = "minutes/approve")]
pub async fn approve_minutes(meeting: String, version: String, member: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.approve_minutes(id, seen(&version)?, member.parse()?).await?;
    respond::redirect(&paths::minutes(id), Notice::MinutesApprovedByMember);
    Ok(())
}

/// Adds to approved minutes.
#[server(prefix = "/api", endpoint = "minutes/addendum")]
pub async fn add_addendum(meeting: String, text: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.add_addendum(id, NewAddendum::parse(&text)?).await?;
    respond::redirect(&paths::minutes_work(id), Notice::AddendumAdded);
    Ok(())
}
