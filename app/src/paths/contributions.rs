//! Addresses of contributions, thematic tables, moderation and answers.

use super::encode;
use crate::contract::{contributions::CommentsAsked, moderation::Subject};
use domain::{
    contribution::CommentOrder,
    id::{CommentId, ContributionId, SynthesisId, TableId},
    receipt::ReceiptCode,
};

/// The proposals of the whole tenant.
pub const CONTRIBUTIONS: &str = "/proposte";
/// Where a proposal is written.
pub const PROPOSE: &str = "/proposte/nuova";
/// Where a proposal is written, beside those that may say the same.
pub const PROPOSE_SIMILAR: &str = "/proposte/simili";
/// Where the code of a receipt is typed.
pub const RECEIPT: &str = "/ricevuta";
/// The moderators' queue.
pub const MODERATION: &str = "/lavoro/moderazione";
/// Every text of the paths that one moderates.
pub const MODERATION_TEXTS: &str = "/lavoro/moderazione/testi";
/// The appeals that wait for a moderator.
pub const APPEALS: &str = "/lavoro/moderazione/riesami";
/// What moderators did, for everybody.
pub const MODERATION_REGISTER: &str = "/moderazione";

/// Where the author of a hidden text asks for it to be looked at again.
#[must_use]
pub fn appeal(subject: Subject) -> String {
    format!("/spazio/riesame/{}/{}", subject.kind().code(), subject.id())
}

/// The reported text that stands at `place` in the moderators' queue.
#[must_use]
pub fn moderation_at(place: u64) -> String {
    format!("{MODERATION}?testo={place}")
}

/// Where a proposal for `table` is written.
#[must_use]
pub fn propose_at(table: TableId) -> String {
    format!("{PROPOSE}?tavolo={table}")
}

/// The file beside a proposal.
#[must_use]
pub fn contribution_file(id: ContributionId) -> String {
    format!("/proposte/{id}/file")
}

/// One proposal.
#[must_use]
pub fn contribution(id: ContributionId) -> String {
    format!("/proposte/{id}")
}

/// A comment below a proposal; `far` where it does not stand on the first page.
#[must_use]
pub fn comment(on: ContributionId, comment: CommentId, far: bool) -> String {
    let start = if far { format!("?dopo={}", CommentsAsked::at(comment)) } else { String::new() };
    format!("{}{start}#commento-{comment}", contribution(on))
}

/// The comments below a proposal in this order.
#[must_use]
pub fn comments_in(on: ContributionId, order: CommentOrder) -> String {
    let order = if order == CommentOrder::Newest { "?ordine=recenti" } else { "" };
    format!("{}{order}#commenti", contribution(on))
}

/// Where its author changes a proposal.
#[must_use]
pub fn revise(id: ContributionId) -> String {
    format!("/proposte/{id}/modifica")
}

/// All that a proposal said.
#[must_use]
pub fn contribution_versions(id: ContributionId) -> String {
    format!("/proposte/{id}/versioni")
}

/// The proposals of a process.
#[must_use]
pub fn contributions_of(slug: &str) -> String {
    format!("/proposte?percorso={}", encode(slug))
}

/// The proposals of a table.
#[must_use]
pub fn contributions_at(table: TableId) -> String {
    format!("/proposte?tavolo={table}")
}

/// The thematic tables of a process.
#[must_use]
pub fn tables(slug: &str) -> String {
    format!("/percorsi/{slug}/tavoli")
}

/// One thematic table.
#[must_use]
pub fn table(slug: &str, id: TableId) -> String {
    format!("/percorsi/{slug}/tavoli/{id}")
}

/// One synthesis, on the page of its table.
#[must_use]
pub fn synthesis(slug: &str, table: TableId, id: SynthesisId) -> String {
    format!("/percorsi/{slug}/tavoli/{table}#sintesi-{id}")
}

/// Where the tables of a process are edited.
#[must_use]
pub fn tables_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/tavoli")
}

/// Where a table is edited and its syntheses are written.
#[must_use]
pub fn table_work(slug: &str, id: TableId) -> String {
    format!("/lavoro/percorsi/{slug}/tavoli/{id}")
}

/// What became of the contribution with this code.
#[must_use]
pub fn receipt(code: &ReceiptCode) -> String {
    format!("{RECEIPT}/{}", code.as_str())
}

/// Where staff writes down contributions of people without an account.
#[must_use]
pub fn assisted_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/raccolta")
}

/// Where contributions of a process that were ticked are answered at once.
#[must_use]
pub fn together_work(slug: &str) -> String {
    format!("{}/insieme", answers_work(slug))
}

/// Where contributions of a process that were ticked become one.
#[must_use]
pub fn merge_work(slug: &str) -> String {
    format!("{}/unisci", answers_work(slug))
}

/// Where a contribution of a process is divided.
#[must_use]
pub fn split_work(slug: &str, id: ContributionId) -> String {
    format!("{}/dividi?scelta={id}", answers_work(slug))
}

/// Where the contributions of a process are answered.
#[must_use]
pub fn answers_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/risposte")
}
