//! Merging proposals, dividing one, taking that back.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{combining::Composed, use_cases},
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::{
    evaluation::{Divided, Merged, ticked},
    id::ContributionId,
    reason::Reason,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Makes one proposal of those that were ticked.
#[server(prefix = "/api", endpoint = "contributions/merge")]
pub async fn merge(
    process: String,
    #[server(default)] ids: Vec<String>,
    title: String,
    body: String,
    table: String,
    #[server(default)] place: String,
    reason: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let new = Merged::parse(&title, &body, &table, &place, &reason)?;
    match server.merge(process, ticked(&ids)?, new).await? {
        Composed::Now(id) => respond::redirect(&paths::contribution(id), Notice::ProposalsMerged),
        Composed::Before(id) => respond::redirect(&paths::contribution(id), Notice::CombinedBefore),
    }
    Ok(())
}

/// Makes several proposals of one, `titles[1]` with `bodies[1]` and so on.
#[server(prefix = "/api", endpoint = "contributions/split")]
pub async fn split(
    process: String,
    id: String,
    #[server(default)] titles: BTreeMap<String, String>,
    #[server(default)] bodies: BTreeMap<String, String>,
    reason: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id: ContributionId = id.parse()?;
    let notice = match server.split(process, id, Divided::parse(&titles, &bodies, &reason)?).await? {
        Composed::Now(_) => Notice::ProposalSplit,
        Composed::Before(_) => Notice::CombinedBefore,
    };
    respond::redirect(&paths::contribution(id), notice);
    Ok(())
}

/// Takes back the merge or the division that made this proposal.
#[server(prefix = "/api", endpoint = "contributions/take-back")]
pub async fn take_back(id: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let slug = server.take_back(id.parse()?, Reason::parse(&reason)?).await?;
    respond::redirect(&paths::answers_work(&slug), Notice::CombiningTakenBack);
    Ok(())
}
