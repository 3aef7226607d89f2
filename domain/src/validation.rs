//! One round with the guarantor: what was submitted is answered once, with reasons where they are owed.

use crate::{
    code::{choice, coded},
    digest::Digest,
    invalid::{Fault, FieldErrors},
    proposal_document::{ProposalDocument, ProposalDocumentStep, ValidationVerdict},
    reason::REASON_MAX,
    refusal::{Blocker, StepRefused},
    text,
};
use serde::{Deserialize, Serialize};

coded! {
    /// What the guarantor answers to a submission.
    pub enum RoundDecision {
        AskIntegration = "ask_integration",
        Validate = "validate",
        Refuse = "refuse",
    }
}

impl RoundDecision {
    /// The step of the document that the answer takes.
    #[must_use]
    pub const fn step(self) -> ProposalDocumentStep {
        match self {
            Self::AskIntegration => ProposalDocumentStep::AskIntegration,
            Self::Validate => ProposalDocumentStep::Validate,
            Self::Refuse => ProposalDocumentStep::Refuse,
        }
    }
}

/// An answer as typed, about exactly one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRoundDecision {
    pub decision: RoundDecision,
    pub file: Digest,
    pub reason: String,
}

impl NewRoundDecision {
    /// Reads `decision`, `file` and `reason`; only a validation may go without a reason.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(decision: &str, file: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let decision = errors.take("decision", choice::<RoundDecision>(decision));
        let file = errors.take("file", file.parse::<Digest>().map_err(|_| Fault::Form));
        let owed = decision.is_some_and(|one| one.step().needs_reason());
        let reason = if owed { text::prose(reason, REASON_MAX) } else { text::optional_prose(reason, REASON_MAX) };
        let reason = errors.take("reason", reason);
        match (decision, file, reason) {
            (Some(decision), Some(file), Some(reason)) => Ok(Self { decision, file, reason }),
            _ => Err(errors),
        }
    }
}

impl ProposalDocument {
    /// The document after the guarantor's answer about exactly the file that was submitted.
    ///
    /// # Errors
    /// `WrongState`, or `FileMismatch` when another file was submitted.
    pub fn answer(self, answer: &NewRoundDecision) -> Result<Self, StepRefused> {
        match answer.decision {
            RoundDecision::Validate => self.decide(ValidationVerdict::Validated, &answer.file),
            RoundDecision::Refuse => self.decide(ValidationVerdict::NotValidated, &answer.file),
            RoundDecision::AskIntegration if self.submitted.as_ref() != Some(&answer.file) => {
                Err(Blocker::FileMismatch.into())
            }
            RoundDecision::AskIntegration => self.take(ProposalDocumentStep::AskIntegration),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal_document::ProposalDocumentState;

    fn submitted() -> ProposalDocument {
        ProposalDocument { state: ProposalDocumentState::Submitted, submitted: Some(Digest::of("a")), verdict: None }
    }

    fn answer(decision: RoundDecision, file: &str) -> NewRoundDecision {
        NewRoundDecision { decision, file: Digest::of(file), reason: "Perché".into() }
    }

    #[test]
    fn every_answer_is_about_the_submitted_file() {
        for &decision in RoundDecision::ALL {
            assert!(submitted().answer(&answer(decision, "a")).is_ok(), "{decision}");
            let refused = submitted().answer(&answer(decision, "b")).unwrap_err();
            assert_eq!(refused.blockers, [Blocker::FileMismatch], "{decision}");
            assert!(ProposalDocument::DRAFT.answer(&answer(decision, "a")).is_err(), "{decision}");
        }
    }

    #[test]
    fn reasons_are_owed_unless_it_validates() {
        let file = Digest::of("a").to_string();
        assert!(NewRoundDecision::parse("validate", &file, "").is_ok());
        for decision in ["refuse", "ask_integration"] {
            let errors = NewRoundDecision::parse(decision, &file, " ").unwrap_err();
            assert_eq!(errors.of("reason"), Some(&Fault::Required), "{decision}");
        }
        let errors = NewRoundDecision::parse("approve", "x", "").unwrap_err();
        assert_eq!((errors.of("decision"), errors.of("file")), (Some(&Fault::Choice), Some(&Fault::Form)));
    }
}
