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

#[cfg(test)]
mod tests {
    use super::*;

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
