//! The agenda's action sheets: what becomes of the proposals that the body accepts.

use super::{
    Slice,
    proposal_document::{OfProcess, PublicOrigin},
};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    acknowledgement::NewAcknowledgement,
    action_sheet::{ActionSituation, ActionStep, ActionText, NewMove},
    id::ContributionId,
    outcome::NewDecision,
    role::Role,
};

/// An action in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRow {
    pub code: String,
    pub title: String,
    pub situation: ActionSituation,
    /// Name in addresses and title of the path it comes from.
    pub path: (String, String),
    /// The number of the proposal in the path's document.
    pub proposal: u32,
}

/// One page of the actions of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionList {
    /// Title of the agenda, once there is one.
    pub agenda: Option<String>,
    pub slice: Slice<ActionRow>,
}

/// A situation that an action came into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionMoveView {
    pub situation: ActionSituation,
    pub reason: String,
    pub role: Role,
    pub at: DateTime<Utc>,
}

/// Where an action comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionOrigin {
    pub process: OfProcess,
    pub number: u32,
    /// The proposal's title in the document.
    pub title: String,
    /// Whether everybody may read the document.
    pub document_is_public: bool,
    pub decision: Option<NewDecision>,
    pub communicated_on: Option<NaiveDate>,
    /// The act by which the body acknowledged the path.
    pub act: Option<NewAcknowledgement>,
    /// What people proposed and can still be read, straight or gathered in a synthesis.
    pub contributions: Vec<(ContributionId, String)>,
    /// Syntheses and minutes.
    pub others: Vec<PublicOrigin>,
}

/// One action with its whole story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionView {
    pub code: String,
    pub agenda: String,
    pub words: ActionText,
    pub situation: ActionSituation,
    pub version: i32,
    pub origin: ActionOrigin,
    /// The first one is its making.
    pub moves: Vec<ActionMoveView>,
    /// The steps that the person may take now.
    pub steps: Vec<ActionStep>,
    pub may_edit: bool,
}

#[async_trait]
pub trait ActionSheets {
    /// One page of the actions, in the order of their making.
    async fn actions(&self, situation: Option<ActionSituation>, after: Option<String>) -> Outcome<ActionList>;

    /// One action.
    async fn action(&self, code: String) -> Outcome<ActionView>;

    /// Makes an action of a proposal that was accepted, whole or in part, and tells its code; the one that is there,
    /// if there is one.
    async fn make_action(&self, slug: String, proposal: u32) -> Outcome<String>;

    /// Moves an action; `Conflict` unless it is at `version`.
    async fn move_action(&self, code: String, version: i32, new: NewMove) -> Outcome<()>;

    /// Changes title and description while the agenda is a draft; `Conflict` unless the action is at `version`.
    async fn edit_action(&self, code: String, version: i32, words: ActionText) -> Outcome<()>;
}
