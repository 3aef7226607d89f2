use super::*;
use crate::{grid, invalid::Fault};

fn vote(choice: VoteChoice, content: &str) -> TableVote {
    TableVote { choice, note: String::new(), content: Digest::of(content) }
}

#[test]
fn a_document_takes_votes_at_the_table_of_a_process_at_work() {
    insta::assert_snapshot!(grid::table(ProposalDocumentState::ALL, Stage::ALL, |document, stage| {
        if may_vote(document, stage, true).is_ok() { "votes" } else { "-" }
    }));
}

#[test]
fn who_has_no_vote_hears_so_first() {
    for &document in ProposalDocumentState::ALL {
        for &stage in Stage::ALL {
            assert_eq!(may_vote(document, stage, false), Err(Blocker::NoVote.into()), "{document} {stage}");
        }
    }
}

#[test]
fn a_vote_is_had_on_the_negotiation_table_alone() {
    for &organ in OrganKind::ALL {
        for &state in MemberState::ALL {
            for votes in [false, true] {
                let expected = (organ, state, votes) == (OrganKind::NegotiationTable, MemberState::Active, true);
                assert_eq!(has_vote(organ, state, votes), expected, "{organ} {state} {votes}");
            }
        }
    }
}

#[test]
fn a_vote_is_one_of_three_with_a_note_or_none() {
    for &choice in VoteChoice::ALL {
        let plain = NewVote::parse(choice.code(), " ").unwrap();
        assert_eq!(plain, NewVote { choice, note: String::new() });
    }
    let long = "x".repeat(NOTE_MAX as usize + 1);
    let faults = NewVote::parse("forse", &long).unwrap_err();
    assert_eq!(faults.of("choice"), Some(&Fault::Choice));
    assert!(faults.of("note").is_some());
    assert_eq!(NewVote::parse("", "Sì").unwrap_err().of("choice"), Some(&Fault::Required));
}

#[test]
fn only_votes_about_the_present_text_count() {
    use VoteChoice as V;
    let votes = [
        vote(V::Favourable, "oggi"),
        vote(V::Favourable, "oggi"),
        vote(V::Contrary, "oggi"),
        vote(V::Abstained, "oggi"),
        vote(V::Contrary, "ieri"),
    ];
    let today = Tally::of(&votes, &Digest::of("oggi"));
    assert_eq!(today, Tally { favourable: 2, contrary: 1, abstained: 1 });
    assert_eq!(Tally::of(&votes, &Digest::of("ieri")), Tally { contrary: 1, ..Tally::default() });
    assert!(Tally::of(&votes, &Digest::of("domani")).is_empty() && !today.is_empty());
}
