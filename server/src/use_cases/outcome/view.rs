//! The outcome of a process as pages show it.

use super::{Handle, Opened};
use crate::store::{Tx, action_sheets, outcomes::Kept, process_facts};
use app::{
    contract::outcome::{AcknowledgementView, DecidedProposal, OutcomeView},
    error::Outcome,
};
use chrono::NaiveDate;
use domain::{
    calendar::{Deadline, add_days},
    digest::Digest,
    outcome::{NewDecision, OutcomeState, ProposalDecision},
    proposal_document::ProposalDocumentState,
};

impl Handle {
    /// Names the action that each proposal became, once the decisions are published.
    pub(super) async fn name_actions(&self, tx: &Tx, view: &mut OutcomeView) -> Outcome<()> {
        if view.communicated_on.is_none() {
            return Ok(());
        }
        for sheet in action_sheets::of_process(tx, &self.scope, view.process.id).await? {
            if let Some(proposal) = view.proposals.iter_mut().find(|one| one.number == sheet.proposal) {
                proposal.action = Some(sheet.code);
            }
        }
        Ok(())
    }

    /// The outcome as staff see it, what the person may do apart.
    pub(super) fn outcome_view(
        &self,
        opened: &Opened,
        kept: Option<Kept>,
        decisions: Vec<(u32, NewDecision)>,
    ) -> OutcomeView {
        let concluded_on = kept.as_ref().map(|kept| kept.concluded_on).or_else(|| concluded_on(opened));
        let holidays = process_facts::holidays(&self.scope);
        let due = concluded_on
            .zip(opened.pack.acknowledgement_days)
            .map(|(concluded, days)| Deadline(holidays.roll(add_days(concluded, days), opened.pack.rolling)));
        let seen = fingerprint(&decisions);
        let decided = |number| decisions.iter().find(|(one, _)| *one == number).map(|(_, decision)| decision.clone());
        let proposals = opened.content.proposals.iter().map(|one| DecidedProposal {
            number: one.number,
            title: one.title.clone(),
            text: one.text.clone(),
            decision: decided(one.number),
            action: None,
        });
        OutcomeView {
            process: opened.of_process(),
            state: kept.as_ref().map_or(OutcomeState::AwaitingAcknowledgement, |kept| kept.state),
            decision_body: opened.process.sheet.decision_body.clone(),
            verdict: opened.kept.document.verdict,
            validation_required: opened.pack.validation_required,
            concluded_on,
            due,
            communicated_on: kept.as_ref().and_then(|kept| kept.communicated_on),
            acknowledgement: kept.map(|kept| AcknowledgementView {
                act: kept.act,
                due: kept.due,
                late_days: kept.late_days,
            }),
            proposals: proposals.collect(),
            decided: seen,
            blockers: Vec::new(),
            may_acknowledge: false,
            may_decide: false,
            may_make_action: false,
        }
    }
}

/// The day that the clocks of the outcome run from: the conclusion, which is the sending to the body.
pub(super) fn concluded_on(opened: &Opened) -> Option<NaiveDate> {
    use ProposalDocumentState as S;
    let arrived = matches!(opened.kept.document.state, S::Sent | S::Published | S::NotValidated);
    opened.process.concluded_on.or(opened.kept.sent_on).filter(|_| arrived)
}

/// The fingerprint of what was decided so far.
fn fingerprint(decisions: &[(u32, NewDecision)]) -> Digest {
    Digest::of(serde_json::to_string(decisions).expect("plain data serialises"))
}

/// The decisions as the rules see them.
pub(super) fn listed(view: &OutcomeView) -> Vec<ProposalDecision> {
    let of = |one: &DecidedProposal| ProposalDecision {
        number: one.number,
        decision: one.decision.as_ref().map(|decision| decision.decision),
        reason: one.decision.as_ref().map(|decision| decision.reason.clone()).unwrap_or_default(),
    };
    view.proposals.iter().map(of).collect()
}
