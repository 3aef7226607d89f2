//! More time for a process: asked, granted, refused.

use super::{documents::DocumentChoice, process::ProcessRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    extension::{ExtensionDecision, ExtensionState, NewExtension, NewGeneralExtension},
    id::{DocumentId, ExtensionId},
    refusal::Blocker,
    role::Role,
};

/// One request with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRow {
    pub id: ExtensionId,
    pub state: ExtensionState,
    pub text: NewExtension,
    pub days_asked: u32,
    pub end_before: NaiveDate,
    pub requested_on: Option<NaiveDate>,
    pub request_document: Option<DocumentId>,
    pub decided_on: Option<NaiveDate>,
    pub decided_as: Option<Role>,
    pub granted_days: u32,
    pub end_after: Option<NaiveDate>,
    pub note: String,
    pub act: String,
    pub decision_document: Option<DocumentId>,
    pub version: i32,
    /// What stands in the way of sending it, while it is a draft.
    pub hindrances: Vec<Blocker>,
}

/// The page of the extensions of a process.
#[derive(Debug, Clone, PartialEq)]
pub struct Extensions {
    pub process: ProcessRow,
    pub rows: Vec<ExtensionRow>,
    pub original_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    pub granted_days: u32,
    /// The latest end that may be asked for, where the pack sets a limit.
    pub latest: Option<NaiveDate>,
    /// The documents of the path that everybody reads, or will once the request that stands on one of them is sent.
    pub papers: Vec<DocumentChoice>,
    /// Those that everybody reads already: an answer stands on one of them.
    pub documents: Vec<DocumentChoice>,
    /// Who answers a request, as the rules name them: one answer is enough.
    pub deciders: Vec<Role>,
    /// Who sends a draft to the granting body.
    pub senders: Vec<String>,
    /// That it is too late to ask for anything.
    pub expired: Option<Blocker>,
    pub may_draft: bool,
    /// Whether a new draft may be begun: one at a time.
    pub may_begin: bool,
    pub may_ask: bool,
    pub may_decide: bool,
    /// Whether what an authority gave to all may be recorded.
    pub may_declare: bool,
}

/// The outcome of a request as typed, with the act that carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub outcome: ExtensionDecision,
    pub act: String,
    pub note: String,
}

#[async_trait]
pub trait ExtensionRequests {
    /// The extensions of a process, for who works on it; `NotFound` where the pack knows none.
    async fn extensions(&self, slug: String) -> Outcome<Extensions>;

    /// Keeps a draft: a new one, or the one with this id and version.
    async fn draft_extension(
        &self,
        slug: String,
        draft: Option<(ExtensionId, i32)>,
        text: NewExtension,
        document: Option<DocumentId>,
    ) -> Outcome<()>;

    /// Takes back a draft that nobody sent.
    async fn delete_extension(&self, slug: String, draft: (ExtensionId, i32)) -> Outcome<()>;

    /// Sends the draft as seen, with its document, to the granting body, within the limits of the pack.
    async fn request_extension(&self, slug: String, draft: (ExtensionId, i32)) -> Outcome<()>;

    /// Records that an authority moved the end for all by the act in `document`, also once the end is past.
    async fn declare_extension(&self, slug: String, new: NewGeneralExtension, document: DocumentId) -> Outcome<()>;

    /// Grants, reduces or refuses the request as seen, by the act in `document`; the new end moves every date that
    /// depends on it.
    async fn decide_extension(
        &self,
        slug: String,
        asked: (ExtensionId, i32),
        decision: Decision,
        document: DocumentId,
    ) -> Outcome<()>;
}
