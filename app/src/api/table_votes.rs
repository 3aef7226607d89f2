//! Voting on the proposal document, for an organisation of the negotiation table.

#[cfg(feature = "ssr")]
use super::typed::seen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{digest::Digest, id::MemberId, table_vote::NewVote};
use leptos::prelude::*;

/// Votes on exactly one content of the document.
#[server(prefix = "/api", endpoint = "proposal-document/vote")]
pub async fn vote_on_document(
    slug: String,
    member: String,
    content: String,
    #[server(default)] choice: String,
    #[server(default)] note: String,
    #[server(default)] born: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let (member, content) = (seen::<MemberId>(&member)?, seen::<Digest>(&content)?);
    server.vote_on_document(slug.clone(), member, content, NewVote::parse(&choice, &note)?, born).await?;
    respond::redirect(&paths::document_editor(&slug), Notice::VoteRecorded);
    Ok(())
}
