//! Comments below a contribution stand in threads two deep: what answers an answer joins the same thread.

use super::ModerationState;
use crate::{
    code::coded,
    id::CommentId,
    invalid::FieldErrors,
    personal_data::without_codes,
    refusal::{Blocker, StepRefused},
    text,
};

/// Most characters of a comment.
pub const COMMENT_MAX: u32 = 2_000;

/// A comment as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    pub body: String,
}

impl NewComment {
    /// Reads `body`.
    ///
    /// # Errors
    /// When it is blank, too long or holds control characters.
    pub fn parse(body: &str) -> Result<Self, FieldErrors> {
        text::prose(body, COMMENT_MAX)
            .and_then(without_codes)
            .map(|body| Self { body })
            .map_err(|fault| FieldErrors::one("body", fault))
    }
}

coded! {
    /// The order of threads; within a thread the oldest always comes first.
    pub enum CommentOrder {
        Oldest = "oldest",
        Newest = "newest",
    }
}

coded! {
    /// What of a comment is shown in its place.
    pub enum CommentShown {
        /// Its words.
        Words = "words",
        /// Its words to who wrote them, with why nobody else reads them.
        OwnHidden = "own_hidden",
        /// Its words to who wrote them, with that a moderator reads them first.
        OwnWaiting = "own_waiting",
        /// That a comment stands here which a moderator hid.
        Place = "place",
        Nothing = "nothing",
    }
}

/// What of a comment in this state is shown to its author (`own`) or to anybody else; what nobody else ever read
/// (`unread`) leaves no place behind.
#[must_use]
pub const fn comment_shown(state: ModerationState, own: bool, unread: bool) -> CommentShown {
    use ModerationState as S;
    match (state, own) {
        (S::Published | S::Reported | S::Restored, _) => CommentShown::Words,
        (S::Hidden, true) => CommentShown::OwnHidden,
        (S::Hidden, false) if !unread => CommentShown::Place,
        (S::PendingModeration, true) => CommentShown::OwnWaiting,
        (S::Hidden | S::PendingModeration, false) | (S::Draft, _) => CommentShown::Nothing,
    }
}

/// The comment that a reply to `answered` stands below, where `answered` itself stands below `above` or below none.
///
/// # Errors
/// `WrongState` when nobody can read what is answered.
pub fn thread_of(
    answered: CommentId,
    above: Option<CommentId>,
    state: ModerationState,
) -> Result<CommentId, StepRefused> {
    if state.is_public() { Ok(above.unwrap_or(answered)) } else { Err(Blocker::WrongState.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_a_comment_is_shown_to_its_author_and_to_others() {
        let mut text = String::new();
        for &state in ModerationState::ALL {
            for (who, own) in [("author", true), ("anybody", false)] {
                for (before, unread) in [("", false), (", never public", true)] {
                    text += &format!("{state}{before}, {who} -> {}\n", comment_shown(state, own, unread));
                }
            }
        }
        insta::assert_snapshot!(text);
    }

    #[test]
    fn an_answer_to_an_answer_joins_the_thread_and_only_what_is_read_is_answered() {
        let (first, reply) = (CommentId::fresh(), CommentId::fresh());
        for &state in ModerationState::ALL {
            let (to_first, to_reply) = (thread_of(first, None, state), thread_of(reply, Some(first), state));
            assert_eq!(to_first, to_reply, "{state}: never a third level");
            assert_eq!(to_first.is_ok(), state.is_public(), "{state}");
            assert!(to_first.is_err() || to_first == Ok(first), "{state}");
        }
    }
}
