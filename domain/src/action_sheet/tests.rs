use super::*;
use crate::{invalid::Fault, pairs::every_pair};

#[test]
fn every_situation_meets_every_step() {
    insta::assert_snapshot!(every_pair(ActionSituation::ALL, ActionStep::ALL, ActionSituation::after));
}

#[test]
fn an_action_is_over_once_completed_or_given_up() {
    for &situation in ActionSituation::ALL {
        let over = matches!(situation, ActionSituation::Completed | ActionSituation::Abandoned);
        assert_eq!(situation.steps().next().is_none(), over, "{situation}");
    }
}

#[test]
fn six_accepted_two_in_part_and_two_rejected_make_six_sheets() {
    use MeritDecision as D;
    let ten = [[D::Accepted; 6].as_slice(), &[D::PartlyAccepted; 2], &[D::Rejected; 2]].concat();
    assert_eq!(ten.iter().filter(|&&decision| Making::of(decision) == Making::AtOnce).count(), 6);
    assert_eq!(Making::of(D::PartlyAccepted), Making::OnRequest);
    assert_eq!((Making::of(D::Rejected), Making::of(D::Deferred)), (Making::Never, Making::Never));
}

#[test]
fn a_step_is_read_field_by_field() {
    assert_eq!(NewMove::parse("start", " ").map(|new| new.step), Ok(ActionStep::Start));
    assert_eq!(NewMove::parse("abandon", "\n").unwrap_err().of("reason"), Some(&Fault::Required));
    let errors = NewMove::parse("", "x\u{0}").unwrap_err();
    assert_eq!((errors.of("step"), errors.of("reason")), (Some(&Fault::Required), Some(&Fault::Form)));
    assert_eq!(NewMove::parse("fly", "").unwrap_err().of("step"), Some(&Fault::Choice));
}

#[test]
fn words_are_read_field_by_field() {
    let errors = ActionText::parse(" ", &"a".repeat(8_001)).unwrap_err();
    assert_eq!((errors.of("title"), errors.of("text")), (Some(&Fault::Required), Some(&Fault::TooLong { max: 8_000 })));
    assert_eq!(ActionText::parse(" Aiuto ", "Ogni giorno").map(|words| words.title), Ok("Aiuto".into()));
    assert_eq!(code(12), "A12");
}
