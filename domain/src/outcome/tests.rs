//! Acceptance scenario 7: decision and accounting back; and the acknowledgement of scenario 6.

use crate::{
    calendar::{Deadline, Holidays},
    grid,
    invalid::Fault,
    outcome::{
        AcknowledgementFacts, MeritDecision, NewDecision, OutcomeState, OutcomeStep, ProposalDecision, acknowledge,
        ready_to_publish, tally,
    },
    pack::find,
    refusal::Blocker,
    role::Role,
};
use chrono::NaiveDate;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn facts() -> AcknowledgementFacts<'static> {
    AcknowledgementFacts {
        pack: find("er-lr15-2018", 1).unwrap(),
        holidays: Holidays::default(),
        concluded_on: day(2022, 9, 1),
        validated: true,
        mentions_refusal: false,
    }
}

fn decisions() -> Vec<ProposalDecision> {
    (1..=10)
        .map(|number| {
            let (decision, reason) = match number {
                1..=6 => (MeritDecision::Accepted, ""),
                7 | 8 => (MeritDecision::PartlyAccepted, "Nei limiti del bilancio."),
                _ => (MeritDecision::Rejected, "Non è competenza dell'Unione."),
            };
            ProposalDecision { number, decision: Some(decision), reason: reason.to_owned() }
        })
        .collect()
}

#[test]
fn every_state_meets_every_step() {
    insta::assert_snapshot!(grid::table(OutcomeState::ALL, OutcomeStep::ALL, |state, step| {
        match state.after(step) {
            Ok(next) => next.to_string(),
            Err(_) => "-".to_owned(),
        }
    }));
}

#[test]
fn an_acknowledgement_on_day_31_is_taken_and_marked_late() {
    let in_time = acknowledge(day(2022, 10, 1), &facts()).unwrap();
    assert_eq!((in_time.late_days, in_time.due), (0, Some(Deadline(day(2022, 10, 1)))));
    assert!(in_time.alerted().is_empty());
    let late = acknowledge(day(2022, 10, 2), &facts()).unwrap();
    assert_eq!(late.late_days, 1);
    assert_eq!(late.alerted(), [Role::ProcessOwner, Role::CommitteeMember]);
    let early = acknowledge(day(2022, 8, 31), &facts()).unwrap_err();
    assert_eq!(early.blockers, [Blocker::AcknowledgedBeforeConclusion { concluded: day(2022, 9, 1) }]);
}

#[test]
fn a_sunday_is_not_late_yet() {
    let val_d_enza = AcknowledgementFacts { concluded_on: day(2022, 12, 23), ..facts() };
    let monday = acknowledge(day(2023, 1, 23), &val_d_enza).unwrap();
    assert_eq!((monday.late_days, monday.due), (0, Some(Deadline(day(2023, 1, 23)))));
    let permanent = AcknowledgementFacts { pack: find("permanent-municipal", 1).unwrap(), ..facts() };
    assert_eq!(acknowledge(day(2023, 9, 1), &permanent).map(|done| (done.due, done.late_days)), Ok((None, 0)));
}

#[test]
fn a_refused_validation_must_be_mentioned() {
    let refused = AcknowledgementFacts { validated: false, ..facts() };
    assert_eq!(acknowledge(day(2022, 9, 20), &refused).unwrap_err().blockers, [Blocker::RefusalMentioned]);
    let mentioned = AcknowledgementFacts { mentions_refusal: true, ..refused };
    assert!(acknowledge(day(2022, 9, 20), &mentioned).is_ok());
}

#[test]
fn every_proposal_is_decided_with_its_reason() {
    let mut ten = decisions();
    assert_eq!(ready_to_publish(&ten), Ok(()));
    let counts: Vec<usize> = tally(&ten).into_iter().map(|(_, count)| count).collect();
    assert_eq!(counts, [6, 2, 2, 0]);
    ten[9].reason = "  ".to_owned();
    assert_eq!(ready_to_publish(&ten).unwrap_err().blockers, [Blocker::DecisionReasons { missing: vec![10] }]);
    ten[0].decision = None;
    assert_eq!(ready_to_publish(&ten).unwrap_err().blockers[0], Blocker::ProposalsDecided { missing: vec![1] });
    assert!(ready_to_publish(&[]).is_err(), "nothing decided is nothing to publish");
}

#[test]
fn a_decision_is_read_field_by_field() {
    assert_eq!(NewDecision::parse("accepted", "").map(|new| new.decision), Ok(MeritDecision::Accepted));
    for kind in ["partly_accepted", "rejected", "deferred"] {
        assert_eq!(NewDecision::parse(kind, " ").unwrap_err().of("reason"), Some(&Fault::Required), "{kind}");
    }
    let errors = NewDecision::parse("perhaps", "x\u{0}").unwrap_err();
    assert_eq!((errors.of("decision"), errors.of("reason")), (Some(&Fault::Choice), Some(&Fault::Form)));
}
