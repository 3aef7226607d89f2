//! The days that a start, an opening and an end may have.

use super::*;

#[test]
fn a_start_lies_behind_and_the_end_that_it_sets_ahead() {
    let refused = |facts: &ProcessFacts, pack| blockers(Stage::Ready, Step::Start, facts, pack);
    let mut facts = designed();
    facts.notice.date = Some(day(2022, 2, 2));
    assert_eq!(refused(&facts, er()), vec![Blocker::StartToCome { on: day(2022, 2, 2) }]);
    facts.notice.date = Some(day(2002, 2, 1));
    let gone = Blocker::EndAhead { end: Some(day(2002, 11, 1)), cycle: false };
    assert_eq!(refused(&facts, er()), vec![gone]);
    facts.notice.date = Some(day(2021, 5, 1));
    assert_eq!(take(Stage::Ready, Step::Start, &facts, er()), Ok(Stage::Sharing), "it ends today");

    let permanent = find("permanent-municipal", 1).unwrap();
    facts = designed();
    assert_eq!(refused(&facts, permanent), vec![Blocker::EndAhead { end: None, cycle: true }]);
    facts.planned_end = Some(day(2022, 1, 31));
    assert_eq!(refused(&facts, permanent), vec![Blocker::EndAhead { end: facts.planned_end, cycle: true }]);
    facts.planned_end = Some(day(2022, 12, 31));
    assert_eq!(take(Stage::Ready, Step::Start, &facts, permanent), Ok(Stage::Sharing));
}

#[test]
fn nothing_opens_for_contributions_that_closed_before() {
    let permanent = find("permanent-municipal", 1).unwrap();
    let mut facts = ProcessFacts { authorised_end: Some(day(2022, 12, 31)), ..designed() };
    let open = |facts: &ProcessFacts| blockers(Stage::Sharing, Step::Open, facts, permanent);
    assert_eq!(open(&facts), vec![]);
    facts.contributions_close = Some(day(2022, 1, 31));
    assert_eq!(open(&facts), vec![Blocker::ContributionsAhead { close: day(2022, 1, 31) }]);
    facts.contributions_close = Some(day(2023, 1, 31));
    assert_eq!(facts.last_contribution_day(), Some(day(2022, 12, 31)), "with the path at the latest");
}
