//! Acceptance scenarios 1 and 3, and what each step needs under each pack.

use crate::{
    calendar::{Deadline, complete_months},
    deadline::{DeadlineKind, deadlines},
    id::MeetingId,
    pack::{RulePack, catalogue, find},
    process::{DocumentFact, ProcessFacts, Stage, StartNotice, Step, is_overdue, next_steps, planned_end, take},
    refusal::Blocker,
    requirement::requirements,
    role::Role,
};
use chrono::NaiveDate;

mod dates;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn er() -> &'static RulePack {
    find("er-lr15-2018", 1).unwrap()
}

fn designed() -> ProcessFacts {
    ProcessFacts {
        today: day(2022, 2, 1),
        object_present: true,
        phases_planned: true,
        staff_named: true,
        owner_named: true,
        decision_body_set: true,
        suspension_act_present: true,
        duration: Some(9),
        notice: StartNotice { action_named: true, link_present: true, date: Some(day(2022, 2, 1)), signed: true },
        ..ProcessFacts::default()
    }
}

fn blockers(stage: Stage, step: Step, facts: &ProcessFacts, pack: &RulePack) -> Vec<Blocker> {
    take(stage, step, facts, pack).map_or_else(|refused| refused.blockers, |_| Vec::new())
}

#[test]
fn val_d_enza_goes_its_whole_way() {
    let mut facts = designed();
    assert_eq!(take(Stage::Designed, Step::MakeReady, &facts, er()), Ok(Stage::Ready));
    assert_eq!(take(Stage::Ready, Step::Start, &facts, er()), Ok(Stage::Sharing));
    assert_eq!(planned_end(er(), day(2022, 2, 1), facts.duration), Some(day(2022, 11, 1)));

    facts.authorised_end = Some(day(2022, 12, 31));
    assert!(blockers(Stage::Sharing, Step::Open, &facts, er()).contains(&Blocker::FirstTableMinutes));
    facts.table_constituted = true;
    facts.first_table_meeting_held = true;
    facts.first_table_minutes_published = true;
    facts.stakeholder_map_present = true;
    assert_eq!(take(Stage::Sharing, Step::Open, &facts, er()), Ok(Stage::Opening));

    facts.open_meetings = 1;
    let laboratory = vec![Blocker::MeetingsSettled { open: 1 }];
    assert_eq!(blockers(Stage::Opening, Step::Close, &facts, er()), laboratory);
    facts.open_meetings = 0;
    assert_eq!(take(Stage::Opening, Step::Close, &facts, er()), Ok(Stage::Closing));

    facts.today = day(2022, 12, 23);
    facts.document = DocumentFact::Validated;
    let unsent = vec![Blocker::DocumentSent { validation: true }];
    assert_eq!(blockers(Stage::Closing, Step::Conclude, &facts, er()), unsent);
    facts.document = DocumentFact::Sent(day(2022, 12, 23));
    assert_eq!(take(Stage::Closing, Step::Conclude, &facts, er()), Ok(Stage::Concluded));
    facts.concluded_on = Some(day(2022, 12, 23));
    assert_eq!(complete_months(day(2022, 2, 1), day(2022, 12, 23)), 10);

    let due = |pack: &RulePack, kind| {
        deadlines(Stage::Concluded, &facts, pack).into_iter().find(|entry| entry.kind == kind).map(|entry| entry.due)
    };
    let mut unrolled = er().clone();
    unrolled.rolling.working_day = false;
    for kind in [DeadlineKind::Acknowledgement, DeadlineKind::FinalReport] {
        assert_eq!(due(er(), kind), Some(day(2023, 1, 23)), "{kind}: Sunday rolls to Monday");
        assert_eq!(due(&unrolled, kind), Some(day(2023, 1, 22)), "{kind}: rolling off");
    }

    assert_eq!(blockers(Stage::Concluded, Step::RecordImpact, &facts, er()), vec![Blocker::Acknowledgement]);
    facts.acknowledged_on = Some(day(2023, 1, 20));
    assert_eq!(take(Stage::Concluded, Step::RecordImpact, &facts, er()), Ok(Stage::Impact));
    facts.unanswered_contributions = 2;
    let silent = vec![Blocker::DecisionCommunicated, Blocker::ContributionsAnswered { open: 2 }];
    assert_eq!(blockers(Stage::Impact, Step::Monitor, &facts, er()), silent);
    facts.decision_communicated = true;
    facts.unanswered_contributions = 0;
    assert_eq!(take(Stage::Impact, Step::Monitor, &facts, er()), Ok(Stage::Monitored));
    assert_eq!(blockers(Stage::Monitored, Step::Archive, &facts, er()), vec![Blocker::FinalReport]);
}

#[test]
fn a_formal_start_is_refused_for_each_thing_missing() {
    let mut facts = designed();
    facts.suspension_act_present = false;
    assert_eq!(blockers(Stage::Designed, Step::MakeReady, &facts, er()), vec![Blocker::SuspensionAct]);
    assert_eq!(blockers(Stage::Ready, Step::Start, &facts, er()), vec![Blocker::SuspensionAct]);
    facts.suspension_act_present = true;
    facts.notice.link_present = false;
    assert_eq!(blockers(Stage::Ready, Step::Start, &facts, er()), vec![Blocker::StartLink]);
    facts.notice.link_present = true;
    facts.today = day(2024, 4, 1);
    facts.start_limit = Some(day(2024, 3, 30));
    facts.notice.date = Some(day(2024, 3, 31));
    let late =
        Blocker::StartLimit { limit: day(2024, 3, 30), given: Some(day(2024, 3, 31)), pack: "ER-2021 v1".to_owned() };
    assert_eq!(blockers(Stage::Ready, Step::Start, &facts, er()), vec![late]);
    facts.notice.date = Some(day(2024, 3, 30));
    assert_eq!(take(Stage::Ready, Step::Start, &facts, er()), Ok(Stage::Sharing));
    facts.notice = StartNotice::default();
    assert_eq!(blockers(Stage::Ready, Step::Start, &facts, er()).len(), 4);
}

#[test]
fn the_conclusion_falls_within_the_authorised_end() {
    let mut facts = ProcessFacts { authorised_end: Some(day(2022, 12, 31)), ..designed() };
    facts.today = day(2023, 1, 10);
    facts.document = DocumentFact::Sent(day(2022, 12, 31));
    assert_eq!(take(Stage::Closing, Step::Conclude, &facts, er()), Ok(Stage::Concluded));
    facts.document = DocumentFact::Sent(day(2023, 1, 1));
    let late = Blocker::WithinAuthorisedEnd { end: day(2022, 12, 31), on: Some(day(2023, 1, 1)) };
    assert_eq!(blockers(Stage::Closing, Step::Conclude, &facts, er()), vec![late]);
    facts.document = DocumentFact::NotValidated(day(2022, 12, 30));
    assert_eq!(take(Stage::Closing, Step::Conclude, &facts, er()), Ok(Stage::Concluded), "refused, yet concluded");
}

#[test]
fn a_permanent_cycle_ends_with_every_answer_given() {
    let pack = find("permanent-municipal", 1).unwrap();
    let mut facts = ProcessFacts { unanswered_contributions: 3, planned_end: Some(day(2022, 12, 31)), ..designed() };
    assert_eq!(Step::Start.who(pack), Role::ProcessOwner);
    facts.notice = StartNotice { date: Some(day(2022, 2, 1)), ..StartNotice::default() };
    assert_eq!(take(Stage::Ready, Step::Start, &facts, pack), Ok(Stage::Sharing));
    let silent = vec![Blocker::ContributionsAnswered { open: 3 }];
    assert_eq!(blockers(Stage::Closing, Step::Conclude, &facts, pack), silent);
}

#[test]
fn next_steps_say_who_by_when_and_what_is_missing() {
    let facts =
        ProcessFacts { authorised_end: Some(day(2022, 12, 31)), document: DocumentFact::Submitted, ..designed() };
    let steps = next_steps(Stage::Closing, &facts, er());
    let order: Vec<Step> = steps.iter().map(|next| next.step).collect();
    assert_eq!(order, [Step::Conclude, Step::Suspend, Step::Withdraw]);
    assert_eq!(steps[0].due, Some(Deadline(day(2022, 12, 31))));
    assert!(!steps[0].is_open() && steps[1].is_open());
    assert_eq!(steps[0].requirements[0].who, Role::Guarantor, "the document waits for the guarantor");
    assert!(next_steps(Stage::Archived, &facts, er()).is_empty());
}

#[test]
fn a_step_is_due_only_when_its_own_office_is_late() {
    let due = |stage, facts: &ProcessFacts| next_steps(stage, facts, er()).first().map(|next| (next.step, next.due));
    // The report is late, and another office writes it: the archive's own has nothing to be late with.
    let facts = ProcessFacts { concluded_on: Some(day(2022, 7, 28)), ..designed() };
    assert!(deadlines(Stage::Monitored, &facts, er()).iter().any(|entry| entry.kind == DeadlineKind::FinalReport));
    assert_eq!(due(Stage::Monitored, &facts), Some((Step::Archive, None)));
    // A path that shares out what it knows may open any day.
    let facts = ProcessFacts { authorised_end: Some(day(2023, 4, 3)), ..designed() };
    assert_eq!(due(Stage::Sharing, &facts), Some((Step::Open, None)));
}

#[test]
fn the_role_of_a_step_may_take_it() {
    for pack in catalogue() {
        for &step in Step::ALL {
            assert!(crate::policy::permits(step.who(pack), step.action(pack)), "{} {step}", pack.label);
        }
    }
}

#[test]
fn the_list_and_the_refusal_agree() {
    for pack in catalogue() {
        for facts in [ProcessFacts::default(), designed()] {
            for &stage in Stage::ALL {
                for &step in Step::ALL {
                    let met = requirements(stage, step, &facts, pack).iter().all(|requirement| requirement.met);
                    let taken = take(stage, step, &facts, pack);
                    assert_eq!(met, taken.is_ok(), "{} {stage} {step}", pack.label);
                    assert!(taken.is_ok() || !blockers(stage, step, &facts, pack).is_empty());
                }
            }
        }
    }
}

#[test]
fn what_each_step_needs_under_each_pack() {
    let facts = ProcessFacts { today: day(2022, 2, 1), ..ProcessFacts::default() };
    let ways = [
        (Stage::Designed, Step::MakeReady),
        (Stage::Ready, Step::Start),
        (Stage::Sharing, Step::Open),
        (Stage::Opening, Step::Close),
        (Stage::Closing, Step::Conclude),
        (Stage::Concluded, Step::RecordImpact),
        (Stage::Impact, Step::Monitor),
        (Stage::Monitored, Step::Archive),
    ];
    let mut text = String::new();
    for pack in catalogue() {
        for (stage, step) in ways {
            text += &format!("{}: {step} by {}\n", pack.cite(), step.who(pack));
            for need in requirements(stage, step, &facts, pack) {
                text += &format!("  {} {:?} from {}\n", if need.met { "x" } else { "." }, need.what, need.who);
            }
        }
        text.push('\n');
    }
    insta::assert_snapshot!(text);
}

#[test]
fn deadlines_are_late_or_overdue_by_the_day() {
    let mut facts = ProcessFacts {
        authorised_end: Some(day(2022, 12, 31)),
        contributions_close: Some(day(2022, 11, 30)),
        minutes_comment_ends: vec![(MeetingId(uuid::Uuid::nil()), day(2022, 11, 8))],
        ..designed()
    };
    facts.today = day(2022, 12, 1);
    let seen: Vec<_> =
        deadlines(Stage::Opening, &facts, er()).into_iter().map(|entry| (entry.kind, entry.overdue)).collect();
    let wanted =
        [(DeadlineKind::MinutesComment, false), (DeadlineKind::Contributions, true), (DeadlineKind::Conclusion, false)];
    assert_eq!(seen, wanted);
    facts.interrupted = Some(Stage::Opening);
    assert!(deadlines(Stage::Suspended, &facts, er()).iter().all(|entry| !entry.overdue));
    assert!(deadlines(Stage::Withdrawn, &facts, er()).is_empty());

    facts.today = day(2023, 2, 1);
    facts.concluded_on = Some(day(2022, 12, 23));
    facts.document = DocumentFact::Sent(day(2022, 12, 23));
    facts.acknowledged_on = Some(day(2023, 1, 24));
    let entries = deadlines(Stage::Concluded, &facts, er());
    let of = |kind| entries.iter().find(|entry| entry.kind == kind).unwrap();
    assert!(of(DeadlineKind::Acknowledgement).late && !of(DeadlineKind::Acknowledgement).overdue);
    assert!(of(DeadlineKind::FinalReport).overdue);
    assert!(of(DeadlineKind::Conclusion).done && !of(DeadlineKind::Conclusion).late);
    let overdue = |stage| is_overdue(stage, facts.authorised_end, facts.today);
    assert!(overdue(Stage::Closing) && !overdue(Stage::Concluded));
}
