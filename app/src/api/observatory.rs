//! Filling the record of the observatory, and reading it from a file.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Stores the fields that the record alone says.
#[server(prefix = "/api", endpoint = "observatory/save")]
pub async fn save_record(
    slug: String,
    version: String,
    #[server(default)] fields: BTreeMap<String, String>,
) -> Outcome<()> {
    use_cases()?.save_record(slug.clone(), seen(&version)?, fields).await?;
    respond::redirect(&paths::observatory(&slug), Notice::Saved);
    Ok(())
}

/// Reads a file, which changes nothing yet; the form sends the field `file` too.
#[server(prefix = "/api", endpoint = "observatory/check")]
pub async fn check_record(slug: String) -> Outcome<()> {
    let server = use_cases()?;
    let file = respond::sent_file("file");
    server.check_record(slug.clone(), file).await?;
    respond::redirect(&paths::observatory(&slug), Notice::RecordChecked);
    Ok(())
}

/// Takes what the file says that was read.
#[server(prefix = "/api", endpoint = "observatory/accept")]
pub async fn accept_record(slug: String, version: String) -> Outcome<()> {
    use_cases()?.accept_record(slug.clone(), seen(&version)?).await?;
    respond::redirect(&paths::observatory(&slug), Notice::RecordAccepted);
    Ok(())
}

/// Goes back to what the process says, wherever a file said otherwise.
#[server(prefix = "/api", endpoint = "observatory/reset")]
pub async fn restore_record(slug: String, version: String) -> Outcome<()> {
    use_cases()?.restore_record(slug.clone(), seen(&version)?).await?;
    respond::redirect(&paths::observatory(&slug), Notice::RecordRestored);
    Ok(())
}

/// Puts the file that was read aside.
#[server(prefix = "/api", endpoint = "observatory/discard")]
pub async fn discard_received(slug: String, version: String) -> Outcome<()> {
    use_cases()?.discard_received(slug.clone(), seen(&version)?).await?;
    respond::redirect(&paths::observatory(&slug), Notice::RecordDiscarded);
    Ok(())
}
