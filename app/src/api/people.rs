//! Signing in and out.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond, visit::locale};
use leptos::prelude::*;

/// Asks for a one-time code by mail.
#[server(prefix = "/api", endpoint = "people/code")]
pub async fn request_code(email: String, back: String) -> Outcome<()> {
    let email = domain::text::email(&email).map_err(|fault| crate::error::AppError::invalid("email", fault))?;
    use_cases()?.request_code(email.clone(), locale()).await?;
    respond::await_code(&email);
    respond::redirect(&paths::sign_in_code(&back), Notice::CodeSent);
    Ok(())
}

/// Signs in with the code that came by mail.
#[server(prefix = "/api", endpoint = "people/sign-in")]
pub async fn sign_in(email: String, code: String, name: String, back: String) -> Outcome<()> {
    let server = use_cases()?;
    let mut errors = domain::invalid::FieldErrors::default();
    let email = errors.take("email", domain::text::email(&email));
    let code = errors.take("code", domain::text::line(&code, 20));
    let name = errors.take("name", domain::text::optional_line(&name, 80));
    let (Some(email), Some(code), Some(name)) = (email, code, name) else { return Err(errors.into()) };
    let session = server.sign_in(email, code, name, locale()).await?;
    respond::open_session(&session);
    respond::redirect(session.onwards(&back), Notice::SignedIn);
    Ok(())
}

/// Signs in as a demo person, without a code; exists in demo mode alone.
#[server(prefix = "/api", endpoint = "people/sign-in-as")]
pub async fn sign_in_as(person: String, back: String) -> Outcome<()> {
    let server = use_cases()?;
    let session = server.sign_in_as(person.parse()?).await?;
    respond::open_session(&session);
    respond::redirect(session.onwards(&back), Notice::SignedIn);
    Ok(())
}

/// Ends the session.
#[server(prefix = "/api", endpoint = "people/sign-out")]
pub async fn sign_out() -> Outcome<()> {
    match use_cases()?.sign_out().await? {
        Some(key) => {
            respond::leave_session(&key);
            respond::redirect_silently(paths::OIDC_SIGNED_OUT);
        }
        None => {
            respond::close_session();
            respond::redirect(paths::HOME, Notice::SignedOut);
        }
    }
    Ok(())
}
