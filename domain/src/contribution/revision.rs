//! What the author of a contribution may still do with its words.

use super::{ADDITION_MAX, BODY_MAX, ModerationState, TITLE_MAX};
use crate::{code::coded, evaluation::Assessment, invalid::FieldErrors, personal_data::without_codes, text};
use serde::Serialize;

coded! {
    /// How an author may change a contribution.
    pub enum Revision {
        /// The words may be replaced; what they were stays readable.
        Replace = "replace",
        /// Words may be added below, marked as such.
        Add = "add",
    }
}

/// What its author may do while contributions are taken: replace the words until somebody supported the contribution,
/// took it up, reported or answered it; from then on only add to them, so that nobody stands behind words they did not read.
#[must_use]
pub fn revision(state: ModerationState, assessment: Assessment, supports: u32) -> Option<Revision> {
    if !state.is_public() {
        return None;
    }
    // What somebody reported stays as it was read until a moderator looked at it.
    let untouched = supports == 0 && assessment == Assessment::START && state != ModerationState::Reported;
    Some(if untouched { Revision::Replace } else { Revision::Add })
}

/// The words of a contribution as its author changes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revised {
    pub title: String,
    pub body: String,
    pub place: Option<String>,
}

impl Revised {
    /// Reads `title`, `body` and `place`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(title: &str, body: &str, place: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, TITLE_MAX).and_then(without_codes));
        let body = errors.take("body", text::prose(body, BODY_MAX).and_then(without_codes));
        let place = errors.take("place", text::optional_line(place, 120));
        match (title, body, place) {
            (Some(title), Some(body), Some(place)) => Ok(Self { title, body, place }),
            _ => Err(errors),
        }
    }
}

/// Words that an author adds, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAddition {
    pub body: String,
}

impl NewAddition {
    /// Reads `body`.
    ///
    /// # Errors
    /// When it is blank, too long or holds control characters.
    pub fn parse(body: &str) -> Result<Self, FieldErrors> {
        text::prose(body, ADDITION_MAX)
            .and_then(without_codes)
            .map(|body| Self { body })
            .map_err(|fault| FieldErrors::one("body", fault))
    }
}
