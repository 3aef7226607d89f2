use super::*;
use crate::{grid, id::OrganId};
use uuid::Uuid;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

const START: &str = "2022-10-14T18:00:00Z";

fn window(closes: &str) -> RegistrationWindow {
    RegistrationWindow { places: 2, closes_at: at(closes) }
}

#[test]
fn every_state_meets_every_moment() {
    let moments = ["before the end", "after the end", "on the day, before it starts", "after it started"];
    let now = |moment: &str| match moment {
        "before the end" => at("2022-10-12T10:00:00Z"),
        "after the end" => at("2022-10-13T10:00:00Z"),
        "on the day, before it starts" => at("2022-10-14T08:00:00Z"),
        _ => at("2022-10-14T18:30:00Z"),
    };
    let asked = Some(window("2022-10-12T22:00:00Z"));
    type Rule = (&'static str, fn(MeetingState, Option<RegistrationWindow>, DateTime<Utc>) -> bool);
    let rules: [Rule; 3] = [
        ("register", |state, asked, now| may_register(state, asked, at(START), now).is_ok()),
        ("leave", |state, _, now| may_leave(state, at(START), now).is_ok()),
        ("check in", |state, _, now| may_check_in(state, day_in_rome(at(START)), day_in_rome(now)).is_ok()),
    ];
    let mut table = String::new();
    for (name, rule) in rules {
        for &moment in &moments {
            let states: Vec<_> =
                MeetingState::ALL.iter().filter(|state| rule(**state, asked, now(moment))).map(|s| s.code()).collect();
            let states = if states.is_empty() { "never".to_owned() } else { states.join(", ") };
            table.push_str(&format!("{name}, {moment}: {states}\n"));
        }
    }
    insta::assert_snapshot!(table);
    let now = now("before the end");
    assert!(may_register(MeetingState::Convened, None, at(START), now).is_err(), "nobody is asked");
    let moved = may_register(MeetingState::Convened, asked, at("2022-10-12T09:00:00Z"), now);
    assert!(moved.is_err(), "a meeting moved before the end of registrations takes the end along");
}

#[test]
fn organs_call_their_members() {
    let all = [MeetingOf::Organ(OrganId(Uuid::nil())), MeetingOf::Public];
    insta::assert_snapshot!(grid::marks(MeetingState::ALL, &all.map(Of), |state, of| may_open(of.0, state).is_ok()));
}

#[derive(Clone, Copy)]
struct Of(MeetingOf);

impl std::fmt::Display for Of {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code())
    }
}

#[test]
fn the_lowest_free_seat_is_given() {
    assert_eq!(free_seat(&[], 2), Some(1));
    assert_eq!(free_seat(&[2], 2), Some(1));
    assert_eq!(free_seat(&[1], 2), Some(2));
    assert_eq!(free_seat(&[3, 1], 3), Some(2));
    assert_eq!(free_seat(&[2, 1], 2), None);
    assert_eq!(free_seat(&[], 0), None);
    assert_eq!(free_seat(&[9], 1), None, "fewer places than before: who has one keeps it");
}

#[test]
fn the_day_before_is_reckoned_in_rome() {
    assert_eq!(remind_at(at("2022-10-14T18:00:00Z")), at("2022-10-13T06:00:00Z"));
    // The night in which clocks go back.
    assert_eq!(remind_at(at("2022-10-30T22:30:00Z")), at("2022-10-29T06:00:00Z"));
    assert_eq!(remind_at(at("2022-10-30T23:30:00Z")), at("2022-10-30T07:00:00Z"));
}

#[test]
fn a_window_keeps_who_has_a_place_and_ends_before_the_meeting() {
    let read = |places, date, time| RegistrationWindow::parse(places, date, time, at(START), 3);
    let end = at("2022-10-13T10:00:00Z");
    assert_eq!(read("3", "2022-10-13", "12:00"), Ok(RegistrationWindow { places: 3, closes_at: end }));
    let fault = |read: Result<RegistrationWindow, FieldErrors>, field: &str| read.unwrap_err().of(field).cloned();
    let limits = Fault::Number { min: 3, max: 5_000 };
    assert_eq!(fault(read("2", "2022-10-13", "12:00"), "places"), Some(limits.clone()));
    assert_eq!(fault(read("5001", "2022-10-13", "12:00"), "places"), Some(limits));
    assert_eq!(fault(read("", "", "x"), "places"), Some(Fault::Required));
    assert_eq!(fault(read("", "", "x"), "date"), Some(Fault::Required));
    assert_eq!(fault(read("", "", "x"), "time"), Some(Fault::Time));
    assert_eq!(fault(read("3", "2022-10-14", "20:01"), "date"), Some(Fault::Order));
}

#[test]
fn who_comes_for_an_organisation_names_it() {
    let read = |kind, organisation| NewRegistration::parse("Anna", kind, organisation, "woman", "");
    assert!(read("citizen", "").is_ok());
    assert!(read("school", "Istituto Silvio D’Arzo").is_ok());
    assert_eq!(read("school", " ").unwrap_err().of("organisation"), Some(&Fault::Required));
    assert_eq!(read("mayor", "").unwrap_err().of("kind"), Some(&Fault::Choice));
    let long = "x".repeat(1_001);
    let bad = NewRegistration::parse("", "", "", "", &long).unwrap_err();
    let faults: Vec<_> = bad.iter().map(|(field, _)| field).collect();
    assert_eq!(faults, ["gender", "kind", "name", "needs"]);
}
