//! Editing thematic tables, writing syntheses.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Adds a table to a process.
#[server(prefix = "/api", endpoint = "tables/add")]
pub async fn add_table(
    process: String,
    name: String,
    focus: String,
    audience: String,
    facilitator: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = domain::thematic_table::NewTable::parse(&name, &focus, &audience, &facilitator)?;
    server.add_table(process.clone(), new).await?;
    respond::redirect(&paths::tables_work(&process), Notice::Saved);
    Ok(())
}

/// Changes a table.
#[server(prefix = "/api", endpoint = "tables/edit")]
pub async fn edit_table(
    table: String,
    version: String,
    name: String,
    focus: String,
    audience: String,
    facilitator: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let table = table.parse()?;
    let new = domain::thematic_table::NewTable::parse(&name, &focus, &audience, &facilitator)?;
    let slug = server.edit_table(table, new, seen(&version)?).await?;
    respond::redirect(&paths::table_work(&slug, table), Notice::Saved);
    Ok(())
}

/// Moves a table by one place, `up` or `down`.
#[server(prefix = "/api", endpoint = "tables/reorder")]
pub async fn move_table(table: String, to: String) -> Outcome<()> {
    let server = use_cases()?;
    let to = chosen("to", &to)?;
    let slug = server.move_table(table.parse()?, to).await?;
    respond::redirect(&paths::tables_work(&slug), Notice::Saved);
    Ok(())
}

/// Writes a synthesis of a table; `sources` are the contributions that were ticked.
#[server(prefix = "/api", endpoint = "tables/synthesise")]
pub async fn write_synthesis(
    table: String,
    kind: String,
    title: String,
    text: String,
    #[server(default)] sources: Vec<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let table = table.parse()?;
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    let new = domain::thematic_table::NewSynthesis::parse(&kind, &title, &text, &sources)?;
    let slug = server.write_synthesis(table, new).await?;
    respond::redirect(&paths::table_work(&slug, table), Notice::SynthesisWritten);
    Ok(())
}

/// Changes a synthesis; its sources stay.
#[server(prefix = "/api", endpoint = "tables/edit-synthesis")]
pub async fn edit_synthesis(id: String, version: String, kind: String, title: String, text: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let words = domain::thematic_table::SynthesisWords::parse(&kind, &title, &text)?;
    let (slug, table) = server.edit_synthesis(id, words, seen(&version)?).await?;
    respond::redirect(&paths::table_work(&slug, table), Notice::Saved);
    Ok(())
}
