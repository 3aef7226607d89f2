//! Registration to meetings, and checking in at the door.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::registration::{CheckInCode, NewRegistration};
use leptos::prelude::*;

/// Sets how many may come, and until when they register.
#[server(prefix = "/api", endpoint = "registrations/open")]
pub async fn open_registration(
    meeting: String,
    version: String,
    places: String,
    date: String,
    time: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.open_registration(id, seen(&version)?, &places, &date, &time).await?;
    respond::redirect(&paths::registrations(id), Notice::RegistrationOpened);
    Ok(())
}

/// Registers the person who asks.
#[server(prefix = "/api", endpoint = "registrations/make")]
pub async fn register(
    meeting: String,
    name: String,
    kind: String,
    #[server(default)] organisation: String,
    gender: String,
    #[server(default)] needs: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let waits = server.register(id, NewRegistration::parse(&name, &kind, &organisation, &gender, &needs)?).await?;
    let said = if waits { Notice::RegisteredWaiting } else { Notice::Registered };
    respond::redirect(&paths::meeting(id), said);
    Ok(())
}

/// Changes what the person who asks said.
#[server(prefix = "/api", endpoint = "registrations/change")]
pub async fn change_registration(
    meeting: String,
    name: String,
    kind: String,
    #[server(default)] organisation: String,
    gender: String,
    #[server(default)] needs: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let new = NewRegistration::parse(&name, &kind, &organisation, &gender, &needs)?;
    server.change_registration(id, new).await?;
    respond::redirect(&paths::meeting(id), Notice::Saved);
    Ok(())
}

/// Gives the place of the person who asks back.
#[server(prefix = "/api", endpoint = "registrations/cancel")]
pub async fn cancel_registration(meeting: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.cancel_registration(id).await?;
    respond::redirect(&paths::meeting(id), Notice::RegistrationCancelled);
    Ok(())
}

/// Notes that who shows this code came.
#[server(prefix = "/api", endpoint = "registrations/check-in")]
pub async fn check_in(meeting: String, code: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.check_in(id, CheckInCode::parse(&code).map_err(|fault| AppError::invalid("code", fault))?).await?;
    respond::redirect(&paths::registrations(id), Notice::CheckedIn);
    Ok(())
}

/// Takes that back.
#[server(prefix = "/api", endpoint = "registrations/check-out")]
pub async fn undo_check_in(meeting: String, code: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.undo_check_in(id, CheckInCode::parse(&code).map_err(|fault| AppError::invalid("code", fault))?).await?;
    respond::redirect(&paths::registrations(id), Notice::CheckInUndone);
    Ok(())
}
