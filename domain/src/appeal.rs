//! The appeal (*richiesta di riesame*) of an author whose text was hidden: one for each hiding.

use crate::{code::coded, contribution::ModerationState};

coded! {
    /// What became of an appeal.
    pub enum AppealState {
        Open = "open",
        /// The text was shown again.
        Granted = "granted",
        /// It stays hidden, with a reason.
        Refused = "refused",
    }
}

/// Whether the author of a text in this state may appeal, given the appeal made since it was hidden last.
#[must_use]
pub fn may_appeal(state: ModerationState, made: Option<AppealState>) -> bool {
    state == ModerationState::Hidden && made.is_none()
}

coded! {
    /// How somebody stands to the hiding that an appeal is against.
    pub enum Standing {
        /// Hid the text.
        Hider = "hider",
        /// Wrote the text.
        Author = "author",
        /// Moderates where the text stands, and did neither.
        Moderator = "moderator",
        /// Administers the tenant, moderates nothing there, and did neither.
        Administrator = "administrator",
        Other = "other",
    }
}

/// Whether somebody decides on an appeal, given whether a moderator is there who neither hid the text nor wrote it:
/// nobody judges their own decision, and who administers steps in only where no moderator is left.
#[must_use]
pub fn may_review(standing: Standing, moderator_left: bool) -> bool {
    match standing {
        Standing::Hider | Standing::Author | Standing::Other => false,
        Standing::Moderator => true,
        Standing::Administrator => !moderator_left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_reviews_their_own_decision() {
        let who = |standing: Standing| (may_review(standing, true), may_review(standing, false));
        let met: Vec<_> = Standing::ALL.iter().map(|&standing| (standing, who(standing))).collect();
        assert_eq!(
            met,
            [
                (Standing::Hider, (false, false)),
                (Standing::Author, (false, false)),
                (Standing::Moderator, (true, true)),
                (Standing::Administrator, (false, true)),
                (Standing::Other, (false, false)),
            ]
        );
    }

    #[test]
    fn one_appeal_for_each_hiding() {
        for &state in ModerationState::ALL {
            assert_eq!(may_appeal(state, None), state == ModerationState::Hidden);
            for &made in AppealState::ALL {
                assert!(!may_appeal(state, Some(made)));
            }
        }
    }
}
