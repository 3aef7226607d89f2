//! The life of the participated proposal document (*documento di proposta partecipata*, DocPP).

use crate::{
    code::coded,
    digest::Digest,
    process::DocumentFact,
    refusal::{Blocker, StepRefused},
    stage::Stage,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod steps;

pub use steps::{ProposalDocumentState, ProposalDocumentStep};

pub use crate::{
    document_content::{ContentPlace, DocumentContent, PlacedFinding, ProposalText, Section, TypedProposal},
    submission::{
        ContentChecks, OpinionVerdict, PersonalDataAnswer, PersonalDataOverride, PersonalDataQuestion, SubmissionCheck,
        SubmissionFacts, TableOpinion, blockers_for_submission, blockers_for_table_review,
    },
};

coded! {
    /// What the guarantor decided.
    pub enum ValidationVerdict {
        Validated = "validated",
        NotValidated = "not_validated",
    }
}

/// The frozen document as its rules see it; `submitted` is the digest of the file that was submitted last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalDocument {
    pub state: ProposalDocumentState,
    pub submitted: Option<Digest>,
    pub verdict: Option<ValidationVerdict>,
}

impl ProposalDocument {
    /// A document nobody has submitted.
    pub const DRAFT: Self = Self { state: ProposalDocumentState::Drafting, submitted: None, verdict: None };

    /// The document submitted as the file with digest `file`, after `check` of its content.
    ///
    /// # Errors
    /// `WrongState`, or whatever blocks in `check`.
    pub fn submit(self, file: Digest, check: &SubmissionCheck) -> Result<Self, StepRefused> {
        let state = self.state.after(ProposalDocumentStep::Submit)?;
        StepRefused::unless_clear(check.blockers.clone())?;
        Ok(Self { state, submitted: Some(file), verdict: None })
    }

    /// The document with the guarantor's verdict on exactly the file `file`.
    ///
    /// # Errors
    /// `WrongState`, or `FileMismatch` when another file was submitted.
    pub fn decide(self, verdict: ValidationVerdict, file: &Digest) -> Result<Self, StepRefused> {
        let step = match verdict {
            ValidationVerdict::Validated => ProposalDocumentStep::Validate,
            ValidationVerdict::NotValidated => ProposalDocumentStep::Refuse,
        };
        let state = self.state.after(step)?;
        self.is_the_submitted(file)?;
        Ok(Self { state, verdict: Some(verdict), ..self })
    }

    /// The document sent to the decision body as the file `file`.
    ///
    /// # Errors
    /// `FileMismatch` unless it is the file the guarantor decided upon, or `WrongState`.
    pub fn send(self, file: &Digest) -> Result<Self, StepRefused> {
        let state = self.state.after(ProposalDocumentStep::Send)?;
        self.is_the_submitted(file)?;
        Ok(Self { state, ..self })
    }

    /// The document sent to the decision body where no guarantor validates it.
    ///
    /// # Errors
    /// `ValidationRequired` when the rule pack asks for validation, `WrongState`, or whatever blocks in `check`.
    pub fn send_unvalidated(
        self,
        file: Digest,
        validation_required: bool,
        check: &SubmissionCheck,
    ) -> Result<Self, StepRefused> {
        let state = self.state.after(ProposalDocumentStep::SendUnvalidated)?;
        if validation_required {
            return Err(Blocker::ValidationRequired.into());
        }
        StepRefused::unless_clear(check.blockers.clone())?;
        Ok(Self { state, submitted: Some(file), verdict: None })
    }

    /// The document given to the table, taken back, or published, in a process at `stage`.
    ///
    /// # Errors
    /// `WrongState`, also where the stage does not let the step.
    pub fn take_at(self, step: ProposalDocumentStep, stage: Stage) -> Result<Self, StepRefused> {
        step.fits(stage)?;
        self.take(step)
    }

    /// The document after a step that has no guard of its own.
    ///
    /// # Errors
    /// `WrongState`, also for the steps that have a guard: those are methods.
    pub fn take(self, step: ProposalDocumentStep) -> Result<Self, StepRefused> {
        use ProposalDocumentStep as T;
        match step {
            T::SendToTable | T::AskIntegration | T::Publish => Ok(Self { state: self.state.after(step)?, ..self }),
            T::Rewrite => Ok(Self { state: self.state.after(step)?, submitted: None, verdict: None }),
            T::Submit | T::Validate | T::Refuse | T::Send | T::SendUnvalidated => Err(Blocker::WrongState.into()),
        }
    }

    /// What the rules of the process ask about the document, given the days of its refusal and of its sending.
    #[must_use]
    pub fn fact(&self, decided_on: Option<NaiveDate>, sent_on: Option<NaiveDate>) -> DocumentFact {
        use ProposalDocumentState as S;
        match (self.state, decided_on, sent_on) {
            (S::Sent | S::Published, _, Some(on)) => DocumentFact::Sent(on),
            (S::NotValidated, Some(on), _) => DocumentFact::NotValidated(on),
            (S::Validated, ..) => DocumentFact::Validated,
            (S::Submitted, ..) => DocumentFact::Submitted,
            _ => DocumentFact::InPreparation,
        }
    }

    /// The digest of the one text that is read while nobody may change it: what was submitted.
    #[must_use]
    pub fn frozen(&self) -> Option<&Digest> {
        self.submitted.as_ref().filter(|_| !self.state.awaits_submission())
    }

    fn is_the_submitted(&self, file: &Digest) -> Result<(), StepRefused> {
        if self.submitted.as_ref() == Some(file) { Ok(()) } else { Err(Blocker::FileMismatch.into()) }
    }
}

#[cfg(test)]
mod tests;
