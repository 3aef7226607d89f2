//! Where a document is cited: what stands on it must not change under it.

use super::Visibility;
use crate::{
    code::coded,
    refusal::{Blocker, StepRefused},
};

coded! {
    /// What refers to a document.
    pub enum Citation {
        Act = "act",
        History = "history",
        /// A request for more time that was sent, or its answer.
        Request = "request",
        RequestDraft = "request_draft",
        /// The signature of a party to the formal agreement.
        Agreement = "agreement",
        MeetingHeld = "meeting_held",
        /// A meeting to come, or one that was cancelled.
        MeetingNotHeld = "meeting_not_held",
    }
}

impl Citation {
    /// Whether somebody acted, or was told, on the document as it was read.
    #[must_use]
    pub const fn is_evidence(self) -> bool {
        !matches!(self, Self::RequestDraft | Self::MeetingNotHeld)
    }

    const fn fixes_title(self) -> bool {
        matches!(self, Self::Request)
    }
}

/// Lets another file take the place of a document's file, or the document go back to draft.
///
/// # Errors
/// `DocumentCited` once it is evidence.
pub fn may_replace_file(cited: &[Citation]) -> Result<(), StepRefused> {
    unless(cited.iter().any(|one| one.is_evidence()))
}

/// Lets title and readers of a document be corrected.
///
/// # Errors
/// `DocumentCited` once a request for more time was sent with it.
pub fn may_correct(cited: &[Citation]) -> Result<(), StepRefused> {
    unless(cited.iter().any(|one| one.fixes_title()))
}

/// Lets those who may read a document `before` become those of `after`.
///
/// # Errors
/// `DocumentCited` where everybody reads what is evidence, and no longer would.
pub fn may_read_after(cited: &[Citation], before: Visibility, after: Visibility) -> Result<(), StepRefused> {
    unless(before == Visibility::Public && after == Visibility::Private && may_replace_file(cited).is_err())
}

fn unless(refused: bool) -> Result<(), StepRefused> {
    if refused { Err(Blocker::DocumentCited.into()) } else { Ok(()) }
}
