use super::*;
use crate::pairs::every_pair;

#[test]
fn every_assessment_meets_every_step() {
    let of = |answered| move |&evaluation: &Evaluation| Assessment { evaluation, answered };
    let answered = Evaluation::ALL.iter().filter(|one| one.is_settled()).map(of(true));
    let all: Vec<_> = Evaluation::ALL.iter().map(of(false)).chain(answered).collect();
    insta::assert_snapshot!(every_pair(&all, AssessmentStep::ALL, Assessment::after));
}

#[test]
fn an_answer_is_given_once() {
    let answer = Answer { evaluation: Evaluation::Merged, reason: String::new() };
    let given = answer.give(Assessment { evaluation: Evaluation::InSynthesis, answered: false }).unwrap();
    assert_eq!(given, Assessment { evaluation: Evaluation::Merged, answered: true });
    assert!(answer.give(given).is_err());
    for &evaluation in Evaluation::ALL {
        let reached = evaluation.step().map(|step| Assessment::START.after(step).unwrap().evaluation);
        assert_eq!(reached, (evaluation != Evaluation::Unassessed).then_some(evaluation));
    }
}

#[test]
fn the_body_has_the_last_word() {
    let accepted = Assessment { evaluation: Evaluation::Accepted, answered: true };
    let rejected = accepted.decided(Evaluation::Rejected);
    assert_eq!(rejected, Assessment { evaluation: Evaluation::Rejected, answered: true });
    assert!(rejected.after(AssessmentStep::Accept).is_err(), "nobody answers over it");
}

#[test]
fn what_is_hidden_or_over_is_not_answered() {
    for stage in Stage::ALL {
        for state in ModerationState::ALL {
            assert_eq!(may_answer(*state, *stage).is_ok(), state.is_public() && !stage.is_over(), "{state} {stage}");
        }
        let (open, given) = (Assessment::START, Assessment::START.decided(Evaluation::Merged));
        assert!(!owes_answer(given, *stage), "{stage}");
        assert!(!owes_answer(open, *stage) || may_answer(ModerationState::Restored, *stage).is_ok(), "{stage}");
    }
    assert!(!owes_answer(Assessment::START, Stage::Opening));
    assert!(owes_answer(Assessment::START, Stage::Monitored));
}

#[test]
fn a_no_is_always_explained() {
    for evaluation in ["rejected", "out_of_scope", "partly_accepted"] {
        assert_eq!(Answer::parse(evaluation, " "), Err(FieldErrors::one("reason", Fault::Required)));
        assert!(Answer::parse(evaluation, "Non è competenza dell'Unione").is_ok());
    }
    assert!(Answer::parse("accepted", "").is_ok());
    for unsettled in ["unassessed", "in_synthesis", "merged", "split", "maybe"] {
        assert_eq!(Answer::parse(unsettled, "x"), Err(FieldErrors::one("evaluation", Fault::Choice)));
    }
}
