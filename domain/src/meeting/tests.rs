use super::*;
use crate::pairs::every_pair;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_meeting_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(MeetingState::ALL, MeetingStep::ALL, MeetingState::after));
    assert!(MeetingStep::Cancel.needs_reason());
}

#[test]
fn papers_are_for_members_drafts_and_annexes_for_nobody() {
    use crate::{
        document::{DocumentKind as K, DocumentState as S},
        role::Role,
    };
    let member = [Role::Citizen, Role::TableMember];
    assert!(may_read_paper(K::Minutes, S::Final, &member));
    assert!(!may_read_paper(K::Minutes, S::Draft, &member));
    assert!(!may_read_paper(K::Minutes, S::Final, &[Role::Citizen]));
    for kind in K::ALL.iter().filter(|kind| !kind.may_be_public()) {
        assert!(!may_read_paper(*kind, S::Final, &member), "{kind}");
    }
}

#[test]
fn a_meeting_is_not_held_before_its_day() {
    let on = day("2022-12-03");
    let early = MeetingState::Convened.hold(on, day("2022-12-02"), None);
    assert_eq!(early, Err(Blocker::MeetingNotYetDue { on }.into()));
    assert_eq!(MeetingState::Convened.hold(on, on, None), Ok(MeetingState::Held));
    assert_eq!(MeetingState::Planned.hold(on, on, None), Err(Blocker::WrongState.into()));
}

#[test]
fn an_organ_on_which_nobody_sits_has_not_met() {
    let (before, on) = (day("2022-12-02"), day("2022-12-03"));
    let told = |state: MeetingState, today, seats| match state.hold(on, today, seats) {
        Ok(held) => held.to_string(),
        Err(refused) => format!("{:?}", refused.blockers),
    };
    let mut table = String::new();
    for &state in MeetingState::ALL {
        for (when, today) in [("before its day", before), ("on its day", on)] {
            for (who, seats) in [("no organ", None), ("nobody", Some(0)), ("one member", Some(1))] {
                table += &format!("{state}, {when}, {who} -> {}\n", told(state, today, seats));
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn the_mode_says_whether_place_and_link_are_needed() {
    let read = |mode, place, link| NewMeeting::parse("Laboratorio", "2022-12-03", "9.30", mode, place, link, "1. Idee");
    let site = "https://incontri.example.it/tdn";
    assert!(read("in_person", "Multiplo, Cavriago", "").is_ok());
    assert!(read("online", "", site).is_ok());
    assert!(read("hybrid", "Multiplo, Cavriago", site).is_ok());
    assert_eq!(read("in_person", "", site), Err(FieldErrors::one("place", Fault::Required)));
    assert_eq!(read("online", "Multiplo", " "), Err(FieldErrors::one("link", Fault::Required)));
    let errors = read("hybrid", "", "").unwrap_err();
    assert_eq!((errors.of("place"), errors.of("link")), (Some(&Fault::Required), Some(&Fault::Required)));
    assert_eq!(read("online", "", "javascript:alert(1)"), Err(FieldErrors::one("link", Fault::Link)));
}

#[test]
fn every_faulty_field_is_named() {
    let errors = NewMeeting::parse("", "30/02/2022", "25:00", "radio", "", "", "").unwrap_err();
    assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["agenda", "date", "mode", "time", "title"]);
    assert_eq!(time_of_day("18:00:30").unwrap().to_string(), "18:00:30");
}

#[test]
fn a_meeting_belongs_to_one_thing() {
    let organ = OrganId::fresh();
    let of = MeetingOf::parse("organ", &organ.to_string());
    assert_eq!(of, Ok(MeetingOf::Organ(organ)));
    assert_eq!(of.map(MeetingOf::code), Ok("organ"));
    assert_eq!(MeetingOf::parse("public", ""), Ok(MeetingOf::Public));
    assert_eq!(MeetingOf::parse("table", "scuole"), Err(Fault::Choice));
    assert_eq!(MeetingOf::parse("", ""), Err(Fault::Required));
}

#[test]
fn attendance_is_counted() {
    assert_eq!(Attendance::parse("12", "", "3").map(Attendance::total), Ok(15));
    let number = Fault::Number { min: 0, max: 100_000 };
    assert_eq!(Attendance::parse("-1", "2", ""), Err(FieldErrors::one("women", number)));
}

#[test]
fn the_list_of_who_attended_stays_once_the_minutes_are_approved_or_the_path_is_over() {
    use crate::{minutes::MinutesState as M, stage::Stage};
    for stage in Stage::ALL {
        for open in [None, Some(M::Draft), Some(M::InComment)] {
            assert_eq!(may_change_list(open, *stage).is_ok(), !stage.is_over(), "{open:?} {stage}");
        }
        for done in [M::Approved, M::Published] {
            assert_eq!(may_change_list(Some(done), *stage), Err(Blocker::MinutesApproved.into()), "{done} {stage}");
        }
    }
}
