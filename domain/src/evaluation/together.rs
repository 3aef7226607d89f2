//! Several contributions answered at once: all of them, or none.

use super::Assessment;
use crate::{
    code::{choice, coded},
    contribution::ModerationState,
    id::ContributionId,
    invalid::{Fault, FieldErrors},
    refusal::{Blocker, StepRefused},
};

/// Most contributions that are answered at once: what a page of the list shows.
pub const TOGETHER_MAX: u32 = 20;

coded! {
    /// Why a contribution cannot be answered.
    pub enum Unanswerable {
        /// It has its answer, which stands.
        Answered = "answered",
        /// Not everybody reads it.
        NotPublic = "not_public",
    }
}

/// Why a contribution cannot be answered now, if it cannot.
#[must_use]
pub const fn unanswerable(state: ModerationState, assessment: Assessment) -> Option<Unanswerable> {
    match (state.is_public(), assessment.answered) {
        (_, true) => Some(Unanswerable::Answered),
        (false, false) => Some(Unanswerable::NotPublic),
        (true, false) => None,
    }
}

/// Lets all of them be answered, or none.
///
/// # Errors
/// `NotAnswerable`, with how many cannot.
pub fn all_answerable(all: impl IntoIterator<Item = (ModerationState, Assessment)>) -> Result<(), StepRefused> {
    let cannot = all.into_iter().filter(|(state, assessment)| unanswerable(*state, *assessment).is_some()).count();
    match u32::try_from(cannot).unwrap_or(u32::MAX) {
        0 => Ok(()),
        count => Err(Blocker::NotAnswerable { count }.into()),
    }
}

/// Reads the contributions that were ticked, each once, in the order in which they were.
///
/// # Errors
/// For `ids`: when none was ticked, one cannot be read, or there are too many.
pub fn ticked(ids: &[impl AsRef<str>]) -> Result<Vec<ContributionId>, FieldErrors> {
    let mut all = Vec::new();
    for id in ids {
        let id = choice(id.as_ref()).map_err(|fault| FieldErrors::one("ids", fault))?;
        if !all.contains(&id) {
            all.push(id);
        }
    }
    match u32::try_from(all.len()).unwrap_or(u32::MAX) {
        0 => Err(FieldErrors::one("ids", Fault::Required)),
        count if count > TOGETHER_MAX => Err(FieldErrors::one("ids", Fault::Choice)),
        _ => Ok(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::Evaluation;

    #[test]
    fn every_contribution_that_can_be_answered() {
        let mut text = String::new();
        for &state in ModerationState::ALL {
            for &evaluation in Evaluation::ALL {
                for answered in [false, true] {
                    let assessment = Assessment { evaluation, answered };
                    let why = unanswerable(state, assessment).map_or("yes", Unanswerable::code);
                    assert_eq!(all_answerable([(state, assessment)]).is_ok(), why == "yes");
                    text += &format!("{state}, {assessment} -> {why}\n");
                }
            }
        }
        insta::assert_snapshot!(text);
    }

    #[test]
    fn one_that_cannot_be_answered_stops_all_and_is_counted() {
        let open = (ModerationState::Published, Assessment::START);
        let hidden = (ModerationState::Hidden, Assessment::START);
        assert_eq!(all_answerable([open, open]), Ok(()));
        assert_eq!(all_answerable([open, hidden, hidden]), Err(Blocker::NotAnswerable { count: 2 }.into()));
        assert_eq!(all_answerable([]), Ok(()));
    }

    #[test]
    fn ticks_are_read_once_each_and_bounded() {
        let ids: Vec<String> = (0..=TOGETHER_MAX).map(|_| ContributionId::fresh().to_string()).collect();
        assert_eq!(ticked(&[ids[0].as_str(), &ids[1], &ids[0]]).unwrap().len(), 2);
        assert!(ticked(&ids[1..]).is_ok());
        assert_eq!(ticked(&ids), Err(FieldErrors::one("ids", Fault::Choice)));
        let none: [&str; 0] = [];
        assert_eq!(ticked(&none), Err(FieldErrors::one("ids", Fault::Required)));
        assert_eq!(ticked(&["x"]), Err(FieldErrors::one("ids", Fault::Choice)));
    }
}
