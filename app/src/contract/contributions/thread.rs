//! Comments below a contribution, thread by thread.

use chrono::{DateTime, Utc};
use domain::{
    contribution::{CommentOrder, HideGround},
    id::CommentId,
    role::Role,
};

/// Which comments a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentsAsked {
    pub order: CommentOrder,
    /// The last comment of the page before, or [`CommentsAsked::at`] a comment.
    pub after: Option<String>,
}

/// What stands before a comment with which a page starts.
const AT: &str = "da_";

impl CommentsAsked {
    /// From the beginning, the oldest first.
    pub const START: Self = Self { order: CommentOrder::Oldest, after: None };

    /// Where a page starts that begins with this comment.
    #[must_use]
    pub fn at(comment: CommentId) -> String {
        format!("{AT}{comment}")
    }

    /// The comment that `after` names, and whether the page begins with it.
    #[must_use]
    pub fn start(after: &str) -> Option<(CommentId, bool)> {
        match after.strip_prefix(AT) {
            Some(comment) => Some((comment.parse().ok()?, true)),
            None => Some((after.parse().ok()?, false)),
        }
    }
}

/// A comment and the answers to it, as far as the page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentThread {
    pub first: CommentView,
    /// The thread began on an earlier page.
    pub continued: bool,
    pub replies: Vec<CommentView>,
}

/// What of a comment the person who asks may read; words are Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentWords {
    Said(String),
    /// A moderator hid it; its author alone reads the words, and why after the ground.
    Hidden {
        ground: Option<HideGround>,
        own: Option<(String, String)>,
    },
    /// A moderator reads it first; nobody but its author sees it.
    Waiting(String),
}

/// A comment below a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentView {
    pub id: CommentId,
    /// The name its author chose to show; none once the account was erased, or where the comment is hidden.
    pub author: Option<String>,
    /// In which role its author works on the path, if so.
    pub role: Option<Role>,
    pub words: CommentWords,
    pub at: DateTime<Utc>,
    pub may_report: bool,
    /// The person who asks moderates it.
    pub may_moderate: bool,
    pub may_answer: bool,
}

/// A comment that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub id: CommentId,
    /// It does not stand on the first page.
    pub far: bool,
    /// A moderator reads it first.
    pub held: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_starts_after_a_comment_or_with_one() {
        let id: CommentId = "01920000-0000-7000-8000-000000000001".parse().unwrap();
        assert_eq!(CommentsAsked::start(&CommentsAsked::at(id)), Some((id, true)));
        assert_eq!(CommentsAsked::start(&id.to_string()), Some((id, false)));
        for odd in ["", "x", "da_", "da_x", "1_2"] {
            assert_eq!(CommentsAsked::start(odd), None, "{odd}");
        }
    }
}
