//! Where one is signed in.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Signs the person out in one browser.
#[server(prefix = "/api", endpoint = "account/end-session")]
pub async fn end_session(mark: String) -> Outcome<()> {
    if use_cases()?.end_session(mark).await? {
        respond::close_session();
        respond::redirect(paths::HOME, Notice::SignedOut);
    } else {
        respond::redirect(paths::OWN_DATA, Notice::SessionEnded);
    }
    Ok(())
}

/// Signs the person out in every browser.
#[server(prefix = "/api", endpoint = "account/end-all-sessions")]
pub async fn end_all_sessions() -> Outcome<()> {
    use_cases()?.end_all_sessions().await?;
    respond::close_session();
    respond::redirect(paths::HOME, Notice::SignedOutEverywhere);
    Ok(())
}
