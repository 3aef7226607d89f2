use super::*;
use chrono::{DateTime, Utc};

fn voice(organisation: &str, sits: bool, approved: bool) -> Voice {
    Voice { organisation: organisation.into(), sits, approved }
}

/// Every state, for who sits there and who does not, for the first time and again.
#[test]
fn members_approve_once_while_the_minutes_lie_with_them() {
    let until = "2022-03-16T23:00:00Z".parse().ok();
    for &state in MinutesState::ALL {
        for comments_until in [None, until] {
            let minutes = Minutes { state, comments_until };
            for approved in [false, true] {
                let stranger = minutes.may_approve_as_member(false, approved);
                assert_eq!(stranger, Err(Blocker::NotAMember.into()), "{state}");
                let expected = match (state, approved) {
                    (MinutesState::InComment, false) => Ok(()),
                    (MinutesState::InComment, true) => Err(Blocker::AlreadyApproved.into()),
                    _ => Err(Blocker::WrongState.into()),
                };
                assert_eq!(minutes.may_approve_as_member(true, approved), expected, "{state} {approved}");
            }
        }
    }
}

/// Two organisations in every combination of seat and approval, with and without an objection.
#[test]
fn all_who_sit_and_nobody_who_objects_end_the_wait() {
    let flags = [false, true];
    let each = || flags.into_iter().flat_map(|sits| flags.map(|said| (sits, said)));
    for (sits_a, said_a) in each() {
        for (sits_b, said_b) in each() {
            for objected in flags {
                let voices = [voice("Auser", sits_a, said_a), voice("Cna", sits_b, said_b)];
                let tally = Tally::of(voices, objected);
                let all = (!sits_a || said_a) && (!sits_b || said_b);
                assert_eq!(tally.agreed, !objected && (sits_a || sits_b) && all, "{tally:?}");
                assert_eq!(tally.approved.len(), usize::from(said_a) + usize::from(said_b));
                assert_eq!(tally.missing.len(), usize::from(sits_a && !said_a) + usize::from(sits_b && !said_b));
                assert_eq!(tally.total(), usize::from(sits_a || said_a) + usize::from(sits_b || said_b));
            }
        }
    }
    assert!(!Tally::of([], false).agreed, "nobody is not everybody");
}

#[test]
fn an_organisation_with_two_seats_speaks_once() {
    let seats = [voice("La Quercia", true, false), voice("la quercia", true, true)];
    let tally = Tally::of(seats, false);
    assert_eq!(tally.approved, ["La Quercia"]);
    assert!(tally.missing.is_empty() && tally.agreed && tally.has_approved("LA QUERCIA"));
    assert!(!tally.has_approved("Auser"));
    // A seat that was left is not waited for.
    let left = [voice("Auser", false, false), voice("La Quercia", true, true)];
    assert!(Tally::of(left, false).agreed);
}

/// Before the days are over the owner records what all approved; after them, what nobody need have approved.
#[test]
fn silence_does_not_count_and_does_not_block() {
    let instant = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let until = instant("2022-03-16T23:00:00Z");
    let minutes = Minutes::DRAFT.open_comments(until).unwrap();
    for (now, agreed, recorded) in [
        (instant("2022-03-10T10:00:00Z"), false, None),
        (instant("2022-03-10T10:00:00Z"), true, Some(instant("2022-03-10T10:00:00Z"))),
        (until, false, Some(until)),
        (instant("2022-03-20T10:00:00Z"), true, Some(until)),
    ] {
        let approved = minutes.approve(now, agreed);
        let Some(closed) = recorded else {
            assert_eq!(approved, Err(Blocker::CommentsStillOpen { until }.into()));
            continue;
        };
        let approved = approved.unwrap();
        assert_eq!((approved.state, approved.comments_until), (MinutesState::Approved, Some(closed)));
        assert_eq!(approved.may_comment(true, now), Err(Blocker::CommentsClosed { until: closed }.into()));
    }
    assert_eq!(Minutes::DRAFT.approve(until, true), Err(Blocker::WrongState.into()));
}
