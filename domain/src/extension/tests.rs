//! Acceptance scenario 2: more time, within the limits of the pack.

use crate::{
    extension::{
        Decided, ExtensionDecision, ExtensionFacts, ExtensionState, ExtensionStep, NewExtension, Requested, decide,
        has_lapsed, hindrances, moved, request,
    },
    grid,
    invalid::Fault,
    pack::find,
    refusal::{Blocker, StepRefused},
    role::Role,
};
use chrono::NaiveDate;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn facts() -> ExtensionFacts<'static> {
    ExtensionFacts {
        pack: find("er-lr15-2018", 1).unwrap(),
        today: day(2022, 10, 10),
        original_end: day(2022, 11, 1),
        authorised_end: day(2022, 11, 1),
        granted_days: 0,
        pending: false,
        documented: true,
    }
}

fn asked(until: &str) -> NewExtension {
    NewExtension::parse("Il laboratorio slitta a dicembre.", "Due tavoli su sei.", until, "3/12 laboratorio.").unwrap()
}

fn blockers<T>(result: Result<T, StepRefused>) -> Vec<Blocker> {
    result.err().map(|refused| refused.blockers).unwrap_or_default()
}

const CITED: &str = "ER-2021 v1";

#[test]
fn every_state_meets_every_step() {
    insta::assert_snapshot!(grid::table(ExtensionState::ALL, ExtensionStep::ALL, |state, step| {
        match state.after(step) {
            Ok(next) => next.to_string(),
            Err(_) => "-".to_owned(),
        }
    }));
}

#[test]
fn sixty_days_are_asked_and_granted() {
    let asked = request(asked("2022-12-31"), &facts());
    assert!(matches!(&asked, Ok(Requested { days: 60, requested_on, .. }) if *requested_on == day(2022, 10, 10)));
    let granted = decide(ExtensionState::Requested, 60, &ExtensionDecision::Grant, Role::FundingOfficer, &facts());
    let wanted = Decided { state: ExtensionState::Granted, granted_days: 60, authorised_end: day(2022, 12, 31) };
    assert_eq!(granted, Ok(wanted));
}

#[test]
fn one_day_too_many_names_limit_and_pack() {
    let refused = blockers(request(asked("2023-01-01"), &facts()));
    let long = Blocker::ExtensionTooLong { asked: 61, granted: 0, max: 60, pack: CITED.to_owned() };
    assert!(refused.contains(&long), "{refused:?}");
    let beyond = Blocker::ExtensionBeyond { until: day(2023, 1, 1), cap: day(2022, 12, 31), pack: CITED.to_owned() };
    assert!(refused.contains(&beyond), "{refused:?}");
}

#[test]
fn after_the_end_it_is_too_late_to_ask_and_to_grant() {
    let late = ExtensionFacts { today: day(2022, 11, 2), ..facts() };
    let expired = vec![Blocker::ExtensionExpired { end: day(2022, 11, 1) }];
    assert_eq!(blockers(request(asked("2022-12-01"), &late)), expired);
    let grant = decide(ExtensionState::Requested, 30, &ExtensionDecision::Grant, Role::Guarantor, &late);
    assert_eq!(blockers(grant), expired);
    let refuse = ExtensionDecision::parse("refuse", "", "Richiesta tardiva.").unwrap();
    assert!(decide(ExtensionState::Requested, 30, &refuse, Role::Guarantor, &late).is_ok());
    let last_day = ExtensionFacts { today: day(2022, 11, 1), ..facts() };
    assert!(request(asked("2022-12-01"), &last_day).is_ok());
}

#[test]
fn a_second_request_counts_the_first() {
    let second = ExtensionFacts { authorised_end: day(2022, 12, 1), granted_days: 30, ..facts() };
    assert!(request(asked("2022-12-31"), &second).is_ok());
    let earlier = ExtensionFacts { original_end: day(2022, 6, 1), authorised_end: day(2022, 10, 15), ..second };
    let long = Blocker::ExtensionTooLong { asked: 31, granted: 30, max: 60, pack: CITED.to_owned() };
    assert_eq!(blockers(request(asked("2022-11-15"), &earlier)), vec![long]);
    let pending = ExtensionFacts { pending: true, ..facts() };
    assert_eq!(blockers(request(asked("2022-12-01"), &pending)), vec![Blocker::ExtensionPending]);
}

#[test]
fn a_request_is_sent_with_its_document() {
    let bare = ExtensionFacts { documented: false, ..facts() };
    assert_eq!(blockers(request(asked("2022-12-01"), &bare)), vec![Blocker::ExtensionDocument]);
    assert_eq!(hindrances(day(2022, 10, 20), &bare).len(), 2, "a draft is told everything at once");
    assert_eq!(hindrances(day(2022, 12, 1), &facts()), vec![]);
}

#[test]
fn a_new_end_must_be_later() {
    let same = vec![Blocker::ExtensionNotLater { end: day(2022, 11, 1) }];
    assert_eq!(blockers(request(asked("2022-11-01"), &facts())), same);
    let permanent = ExtensionFacts { pack: find("permanent-municipal", 1).unwrap(), ..facts() };
    let unknown = vec![Blocker::ExtensionNotForeseen { pack: "PERM-1 v1".to_owned() }];
    assert_eq!(blockers(request(asked("2022-11-02"), &permanent)), unknown);
}

#[test]
fn the_fields_are_required() {
    let errors = NewExtension::parse(" ", "", "31/02/2022", "x").unwrap_err();
    assert_eq!(errors.of("reasons"), Some(&Fault::Required));
    assert_eq!(errors.of("progress"), Some(&Fault::Required));
    assert_eq!(errors.of("until"), Some(&Fault::Date));
    assert_eq!(errors.of("timetable"), None);
    let long = "a".repeat(4_001);
    let errors = NewExtension::parse(&long, "x", "2022-12-31", "x").unwrap_err();
    assert_eq!(errors.of("reasons"), Some(&Fault::TooLong { max: 4_000 }));
}

#[test]
fn only_the_granting_body_decides_and_never_more_than_asked() {
    let deciding = |role, decision: &ExtensionDecision| decide(ExtensionState::Requested, 60, decision, role, &facts());
    let owner = deciding(Role::ProcessOwner, &ExtensionDecision::Grant);
    assert_eq!(blockers(owner), vec![Blocker::NotGrantingBody { pack: CITED.to_owned() }]);
    let more = deciding(Role::Guarantor, &ExtensionDecision::Reduce { days: 61 });
    assert_eq!(blockers(more), vec![Blocker::GrantedMoreThanAsked { granted: 61, asked: 60 }]);
    let less = deciding(Role::Guarantor, &ExtensionDecision::Reduce { days: 30 });
    let wanted = Decided { state: ExtensionState::GrantedReduced, granted_days: 30, authorised_end: day(2022, 12, 1) };
    assert_eq!(less, Ok(wanted));
    let twice = decide(ExtensionState::Granted, 60, &ExtensionDecision::Grant, Role::Guarantor, &facts());
    assert_eq!(blockers(twice), vec![Blocker::WrongState]);
}

#[test]
fn a_decision_is_read_field_by_field() {
    assert_eq!(ExtensionDecision::parse("grant", "", ""), Ok(ExtensionDecision::Grant));
    assert_eq!(ExtensionDecision::parse("grant_reduced", " 30 ", ""), Ok(ExtensionDecision::Reduce { days: 30 }));
    let errors = ExtensionDecision::parse("grant_reduced", "0", "").unwrap_err();
    assert_eq!(errors.of("days"), Some(&Fault::Number { min: 1, max: 730 }));
    assert_eq!(ExtensionDecision::parse("grant_reduced", " ", "").unwrap_err().of("days"), Some(&Fault::Required));
    assert_eq!(ExtensionDecision::parse("refuse", "", " ").unwrap_err().of("reason"), Some(&Fault::Required));
    assert_eq!(ExtensionDecision::parse("lapse", "", "").unwrap_err().of("outcome"), Some(&Fault::Choice));
}

#[test]
fn a_request_without_answer_lapses_after_the_end() {
    let late = ExtensionFacts { today: day(2022, 11, 2), ..facts() };
    for &state in ExtensionState::ALL {
        assert!(!has_lapsed(state, &facts()), "{state}");
        let open = matches!(state, ExtensionState::Draft | ExtensionState::Requested);
        assert_eq!(has_lapsed(state, &late), open, "{state}");
    }
}

#[test]
fn dates_still_to_come_move_with_the_end() {
    assert_eq!(moved(day(2022, 10, 4), 60, day(2022, 10, 20)), day(2022, 10, 4));
    assert_eq!(moved(day(2022, 10, 20), 60, day(2022, 10, 20)), day(2022, 12, 19));
}
