use super::*;
use crate::{invalid::Fault, pairs::every_pair};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn every_minutes_state_meets_every_step() {
    insta::assert_snapshot!(every_pair(MinutesState::ALL, MinutesStep::ALL, MinutesState::after));
}

/// Scenario 5: draft, seven days of comments, approval, publication.
#[test]
fn members_comment_before_anybody_approves() {
    let until = instant("2022-03-16T23:00:00Z");
    let minutes = Minutes::DRAFT.open_comments(until).unwrap();
    let inside = instant("2022-03-16T22:59:59Z");
    assert_eq!(minutes.may_comment(true, inside), Ok(()));
    assert_eq!(minutes.may_comment(false, inside), Err(Blocker::NotAMember.into()));
    assert_eq!(minutes.may_comment(true, until), Err(Blocker::CommentsClosed { until }.into()));
    assert_eq!(minutes.approve(inside, false), Err(Blocker::CommentsStillOpen { until }.into()));
    let published = minutes.approve(until, false).unwrap().publish().unwrap();
    assert_eq!(published.state, MinutesState::Published);
}

#[test]
fn the_window_has_the_days_of_the_pack_and_ends_on_a_working_day() {
    let pack = crate::pack::find("er-lr15-2018", 1).unwrap();
    let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).unwrap();
    assert_eq!(comment_window(day(3, 9), 7, pack, Holidays::default()), Deadline(day(3, 16)));
    assert_eq!(comment_window(day(4, 10), 7, pack, Holidays::default()), Deadline(day(4, 19)), "Easter");
    assert_eq!(comment_window(day(3, 9), 11, pack, Holidays::default()), Deadline(day(3, 21)), "Sunday");
}

#[test]
fn approved_minutes_take_addenda_alone() {
    let until = instant("2022-03-16T23:00:00Z");
    let in_comment = Minutes::DRAFT.open_comments(until).unwrap();
    let approved = in_comment.approve(until, false).unwrap();
    assert_eq!(Minutes::DRAFT.may_edit(), Ok(()));
    assert_eq!(in_comment.may_edit(), Err(Blocker::WrongState.into()));
    for done in [approved, approved.publish().unwrap()] {
        assert_eq!(done.may_edit(), Err(Blocker::MinutesApproved.into()));
        assert_eq!(done.rewrite(), Err(Blocker::WrongState.into()));
        assert_eq!(done.may_add_addendum(), Ok(()));
        assert_eq!(done.may_comment(true, until), Err(Blocker::CommentsClosed { until }.into()));
    }
    assert_eq!(in_comment.may_add_addendum(), Err(Blocker::WrongState.into()));
    assert_eq!(Minutes::DRAFT.may_comment(true, until), Err(Blocker::WrongState.into()));
}

#[test]
fn rewriting_begins_the_window_anew() {
    let first = instant("2022-03-16T23:00:00Z");
    let again = Minutes::DRAFT.open_comments(first).unwrap().rewrite().unwrap();
    assert_eq!(again, Minutes::DRAFT);
    let second = instant("2022-03-26T22:00:00Z");
    assert!(again.open_comments(second).unwrap().approve(first, false).is_err());
}

#[test]
fn decisions_are_numbered_and_keep_their_dissent() {
    let decisions = with_decision(Vec::new(), "Si approva il regolamento").unwrap();
    let mut decisions = with_decision(decisions, "Si invita la Consulta").unwrap();
    decisions[1].dissents.push(Dissent::parse("Auser", "Troppo presto").unwrap());
    assert_eq!(decisions.iter().map(|one| one.number).collect::<Vec<_>>(), [1, 2]);
    let again = Dissent::parse("Cna", "Costa troppo").unwrap();
    let decisions = with_dissent(decisions, "1", again.clone()).unwrap();
    assert_eq!((decisions[0].dissents.len(), decisions[1].dissents.len()), (1, 1));
    for number in ["3", "", "x"] {
        let refused = with_dissent(decisions.clone(), number, again.clone());
        assert_eq!(refused, Err(FieldErrors::one("number", Fault::Choice)));
    }
    assert_eq!(with_decision(decisions, " "), Err(FieldErrors::one("text", Fault::Required)));
    assert_eq!(Dissent::parse("", "No"), Err(FieldErrors::one("organisation", Fault::Required)));
}

#[test]
fn an_objection_is_a_comment_that_is_ticked() {
    assert!(NewMinutesComment::parse("Manca il mio intervento", "on").unwrap().objection);
    assert!(!NewMinutesComment::parse("Bene", "").unwrap().objection);
    assert!(NewMinutesComment::parse(&"a".repeat(2_001), "").is_err());
    assert!(NewMinutes::parse(&"a".repeat(40_001)).is_err());
    assert_eq!(NewAddendum::parse("\u{0}"), Err(FieldErrors::one("text", Fault::Form)));
}

#[test]
fn minutes_of_a_public_meeting_wait_for_no_member() {
    use super::MinutesState as S;
    let until = instant("2022-10-10T22:00:00Z");
    let (before, after) = (instant("2022-10-10T21:59:59Z"), until);
    let approved = Minutes::DRAFT.approve_alone(before).expect("a draft");
    assert_eq!(approved.state, S::Approved);
    assert_eq!(approved.approve_alone(before), Err(Blocker::WrongState.into()));
    let opened = Minutes::DRAFT.open_comments(until).unwrap();
    assert_eq!(opened.approve_alone(before), Err(Blocker::CommentsStillOpen { until }.into()));
    assert_eq!(opened.approve_alone(after).unwrap().state, S::Approved);
    assert_eq!(S::Draft.after_among(MinutesStep::OpenComments, false), Err(Blocker::WrongState.into()));
    assert_eq!(S::Draft.after_among(MinutesStep::OpenComments, true), Ok(S::InComment));
    assert_eq!(S::Draft.after_among(MinutesStep::Approve, true), Err(Blocker::WrongState.into()));
    assert_eq!(S::Approved.after_among(MinutesStep::Publish, false), Ok(S::Published));
}
