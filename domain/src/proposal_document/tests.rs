use super::*;
use crate::{grid, pairs::every_pair};
use ProposalDocumentStep as Step;

fn reviewed() -> ProposalDocument {
    ProposalDocument::DRAFT.take(Step::SendToTable).unwrap()
}

fn clear() -> SubmissionCheck {
    SubmissionCheck::default()
}

#[test]
fn every_document_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(
        ProposalDocumentState::ALL,
        ProposalDocumentStep::ALL,
        ProposalDocumentState::after
    ));
}

#[test]
fn asking_and_refusing_need_reasons() {
    let with_reason: Vec<_> = Step::ALL.iter().filter(|step| step.needs_reason()).collect();
    assert_eq!(with_reason, [&Step::AskIntegration, &Step::Refuse]);
}

/// Scenario 6: integrations are asked, it is submitted again, then refused; the refused file still goes to the body.
#[test]
fn a_document_that_is_not_validated_still_reaches_the_body() {
    let (first, second) = (Digest::of("Prima"), Digest::of("Seconda"));
    let document = reviewed().submit(first.clone(), &clear()).unwrap();
    let document = document.take(Step::AskIntegration).unwrap();
    assert!(document.state.is_open() && document.state.awaits_submission());
    let document = document.submit(second.clone(), &clear()).unwrap();
    assert_eq!(document.clone().decide(ValidationVerdict::Validated, &first), Err(Blocker::FileMismatch.into()));
    let document = document.decide(ValidationVerdict::NotValidated, &second).unwrap();
    assert_eq!(document.state, ProposalDocumentState::NotValidated);
    let sent = document.clone().send(&second).unwrap();
    assert_eq!((sent.state, sent.verdict), (ProposalDocumentState::Sent, Some(ValidationVerdict::NotValidated)));
    assert_eq!(document.take(Step::Rewrite).unwrap(), ProposalDocument::DRAFT);
}

#[test]
fn exactly_the_validated_file_is_sent() {
    let file = Digest::of("Documento");
    let document = reviewed().submit(file.clone(), &clear()).unwrap();
    let document = document.decide(ValidationVerdict::Validated, &file).unwrap();
    assert_eq!(document.clone().send(&Digest::of("Altro")), Err(Blocker::FileMismatch.into()));
    let sent = document.send(&file).unwrap();
    assert_eq!(sent.take(Step::Publish).unwrap().state, ProposalDocumentState::Published);
}

#[test]
fn what_blocks_a_submission_leaves_the_document_where_it_is() {
    let check = SubmissionCheck { blockers: vec![Blocker::NoProposals], warnings: vec![] };
    assert_eq!(reviewed().submit(Digest::of("Vuoto"), &check), Err(Blocker::NoProposals.into()));
    let early = ProposalDocument::DRAFT.submit(Digest::of("Bozza"), &clear());
    assert_eq!(early, Err(Blocker::WrongState.into()));
}

#[test]
fn validation_is_skipped_only_where_the_pack_knows_none() {
    let file = Digest::of("Documento");
    let refused = reviewed().send_unvalidated(file.clone(), true, &clear());
    assert_eq!(refused, Err(Blocker::ValidationRequired.into()));
    let sent = reviewed().send_unvalidated(file, false, &clear()).unwrap();
    assert_eq!((sent.state, sent.verdict), (ProposalDocumentState::Sent, None));
}

#[test]
fn the_text_rests_with_the_process() {
    let file = Digest::of("Documento");
    let document = reviewed().submit(file.clone(), &clear()).unwrap();
    let refused = document.decide(ValidationVerdict::NotValidated, &file).unwrap();
    for stage in Stage::ALL {
        let may = matches!(stage, Stage::Designed | Stage::Ready | Stage::Sharing | Stage::Opening | Stage::Closing);
        assert_eq!(refused.clone().take_at(Step::Rewrite, *stage).is_ok(), may, "{stage}");
        assert_eq!(ProposalDocumentState::Drafting.may_change(*stage), may, "{stage}");
        assert!(!ProposalDocumentState::Submitted.may_change(*stage), "{stage}");
    }
}

#[test]
fn what_was_submitted_is_read_while_nobody_may_change_it() {
    let file = Digest::of("Documento");
    let submitted = ProposalDocument { submitted: Some(file.clone()), ..reviewed() };
    for state in ProposalDocumentState::ALL {
        use ProposalDocumentState as S;
        let document = ProposalDocument { state: *state, ..submitted.clone() };
        let live = matches!(state, S::Drafting | S::TableReview | S::IntegrationRequested);
        assert_eq!(document.frozen(), (!live).then_some(&file), "{state}");
    }
}

#[test]
fn every_step_of_the_document_meets_every_stage() {
    insta::assert_snapshot!(grid::marks(Step::ALL, Stage::ALL, |step, stage| step.fits(stage).is_ok()));
}

#[test]
fn guarded_steps_have_one_door() {
    for step in [Step::Submit, Step::Validate, Step::Refuse, Step::Send, Step::SendUnvalidated] {
        assert_eq!(reviewed().take(step), Err(Blocker::WrongState.into()));
    }
}

#[test]
fn what_is_offered_is_what_the_states_and_the_stage_let() {
    let mut table = String::new();
    for state in ProposalDocumentState::ALL {
        for (stage, required) in Stage::ALL.iter().flat_map(|stage| [(*stage, true), (*stage, false)]) {
            let offered = ProposalDocumentStep::ALL.iter().filter(|step| step.is_offered(*state, stage, required));
            for step in offered {
                assert!(state.after(*step).is_ok() && step.fits(stage).is_ok());
                assert!(!stage.rests(), "nothing is offered while a process rests");
                if required {
                    table.push_str(&format!("{} {}: {}\n", state.code(), stage.code(), step.code()));
                }
            }
        }
    }
    insta::assert_snapshot!(table);
}
