use super::*;
use chrono::{DateTime, Utc};

fn voice(organisation: &str, sits: bool, votes: bool, approved: bool) -> Voice {
    Voice { organisation: organisation.into(), sits, votes, approved }
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

/// Two organisations in every combination of seat, vote and approval, with and without an objection.
#[test]
fn all_who_vote_and_nobody_who_objects_end_the_wait() {
    let flags = [false, true];
    let each = || flags.into_iter().flat_map(|a| flags.into_iter().flat_map(move |b| flags.map(|c| (a, b, c))));
    for (sits_a, votes_a, said_a) in each() {
        for (sits_b, votes_b, said_b) in each() {
            for objected in flags {
                let voices = [voice("Auser", sits_a, votes_a, said_a), voice("Cna", sits_b, votes_b, said_b)];
                let tally = Tally::of(voices, objected);
                let (asks_a, asks_b) = (sits_a && votes_a, sits_b && votes_b);
                let all = (!asks_a || said_a) && (!asks_b || said_b);
                assert_eq!(tally.agreed, !objected && (asks_a || asks_b) && all, "{tally:?}");
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
    let seats = [voice("La Quercia", true, false, false), voice("la quercia", true, true, true)];
    let tally = Tally::of(seats, false);
    assert_eq!(tally.approved, ["La Quercia"]);
    assert!(tally.missing.is_empty() && tally.agreed && tally.has_approved("LA QUERCIA"));
    assert!(!tally.has_approved("Auser"));
    // The vote of a seat that was left counts no longer.
    let left = [voice("La Quercia", false, true, false), voice("La Quercia", true, false, false)];
    assert!(!Tally::of(left, false).agreed);
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
