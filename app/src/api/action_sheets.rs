//! Making, moving and wording the agenda's action sheets.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::action_sheet::{ActionText, NewMove};
use leptos::prelude::*;

/// Makes an action of a proposal that was accepted, or leads to the one that is there.
#[server(prefix = "/api", endpoint = "action-sheets/make")]
pub async fn make_action(slug: String, number: String) -> Outcome<()> {
    let server = use_cases()?;
    let code = server.make_action(slug, seen(&number)?).await?;
    respond::redirect(&paths::action(&code), Notice::ActionMade);
    Ok(())
}

/// Moves an action to another situation.
#[server(prefix = "/api", endpoint = "action-sheets/move")]
pub async fn move_action(code: String, version: String, step: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    server.move_action(code.clone(), seen(&version)?, NewMove::parse(&step, &reason)?).await?;
    respond::redirect(&paths::action(&code), Notice::ActionMoved);
    Ok(())
}

/// Changes title and description of an action.
#[server(prefix = "/api", endpoint = "action-sheets/edit")]
pub async fn edit_action(code: String, version: String, title: String, text: String) -> Outcome<()> {
    let server = use_cases()?;
    server.edit_action(code.clone(), seen(&version)?, ActionText::parse(&title, &text)?).await?;
    respond::redirect(&paths::action(&code), Notice::Saved);
    Ok(())
}
