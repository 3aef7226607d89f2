//! How long what is not for keeping is kept, kind by kind: the platform deletes it by itself.

use crate::{code::coded, sign_in::LONGEST_SPAN};
use chrono::TimeDelta;

coded! {
    /// A kind of data that passes.
    pub enum Passing {
        /// Sessions, and one-time codes.
        Sessions = "sessions",
        /// Sign-ins at identity providers that nobody finished, and their words of signing out.
        SignIns = "sign_ins",
        /// Tries that limits count.
        Attempts = "attempts",
        /// Invitations that nobody accepted.
        Invitations = "invitations",
        /// Mail that left, and to whom.
        Mails = "mails",
        /// What was typed and never sent.
        Drafts = "drafts",
        /// The address of who reported a fault of the site and wanted an answer.
        FeedbackAddresses = "feedback_addresses",
        /// What somebody said they need to be able to come to a meeting.
        MeetingNeeds = "meeting_needs",
        /// Who registered for a meeting that is over.
        Registrations = "registrations",
    }
}

impl Passing {
    /// How long it is kept after it has served; none where it ends by itself on a day of its own.
    #[must_use]
    pub const fn kept_for(self) -> Option<TimeDelta> {
        match self {
            Self::Sessions | Self::SignIns => None,
            Self::Attempts => Some(LONGEST_SPAN),
            Self::MeetingNeeds => Some(TimeDelta::days(1)),
            Self::Invitations | Self::Mails | Self::Drafts | Self::Registrations => Some(TimeDelta::days(30)),
            Self::FeedbackAddresses => Some(TimeDelta::days(365)),
        }
    }
}

/// How long it stays known what was deleted, and when.
pub const DELETIONS_KEPT: TimeDelta = TimeDelta::days(730);
