use super::*;
use crate::{
    document_content::{ProposalText, Section},
    id::ContributionId,
    origin::Origin,
};

const MANDATORY: &[&str] = &["object", "path", "proposals"];

fn content(object: &str, proposals: u32) -> DocumentContent {
    let section = |key: &str, text: &str| Section { key: key.into(), title: key.into(), text: text.into() };
    let proposal = |number| ProposalText {
        number,
        title: "Sportello".into(),
        text: "Aprire uno sportello".into(),
        competence: "Unione".into(),
        feasibility: String::new(),
        cost: None,
        origins: vec![Origin::Contribution(ContributionId::fresh())],
    };
    DocumentContent {
        sections: vec![section("object", object), section("path", "Tre fasi")],
        proposals: (1..=proposals).map(proposal).collect(),
    }
}

fn facts<'a>(findings: &'a [PlacedFinding], opinion: Option<&'a TableOpinion>) -> SubmissionFacts<'a> {
    let opinion_level = OpinionLevel::Warn;
    SubmissionFacts { mandatory_sections: MANDATORY, findings, overridden: None, opinion, opinion_level }
}

fn opinion(verdict: OpinionVerdict) -> TableOpinion {
    TableOpinion { verdict, on: "2022-12-15".parse().unwrap(), notes: String::new() }
}

#[test]
fn empty_sections_and_proposals_block() {
    let favourable = opinion(OpinionVerdict::Favourable);
    let check = blockers_for_submission(&content(" ", 0), facts(&[], Some(&favourable)));
    assert_eq!(check.blockers, [Blocker::SectionEmpty { key: "object".into() }, Blocker::NoProposals]);
    let check = blockers_for_submission(&content("Agenda", 1), facts(&[], Some(&favourable)));
    assert_eq!(check, SubmissionCheck::default());
}

/// Scenario 6: a member's fiscal code blocks until the privacy officer gives a reason, for that text alone.
#[test]
fn personal_data_block_until_overridden() {
    let favourable = opinion(OpinionVerdict::Favourable);
    let written = content("Agenda di RSSMRA80A01H501U", 1);
    let findings = written.personal_data(&[]);
    let blocked = [Blocker::PersonalDataFound { places: 1 }];
    let mut facts = facts(&findings, Some(&favourable));
    assert_eq!(blockers_for_submission(&written, facts).blockers, blocked);

    let reason = Reason::parse("Codice di prova, di nessuno").unwrap();
    let word = PersonalDataOverride { reason, content: written.sha256() };
    facts.overridden = Some(&word);
    assert_eq!(blockers_for_submission(&written, facts).blockers, []);
    let rewritten = content("Altra agenda di RSSMRA80A01H501U", 1);
    assert_eq!(blockers_for_submission(&rewritten, facts).blockers, blocked);
}

#[test]
fn the_pack_says_how_much_the_opinion_weighs() {
    let written = content("Agenda", 1);
    let contrary = opinion(OpinionVerdict::Contrary);
    let cases = [(None, Blocker::TableOpinionMissing), (Some(&contrary), Blocker::TableOpinionContrary)];
    for (given, expected) in cases {
        let at = |opinion_level| {
            let check = blockers_for_submission(&written, SubmissionFacts { opinion_level, ..facts(&[], given) });
            (check.blockers, check.warnings)
        };
        assert_eq!(at(OpinionLevel::Block), (vec![expected.clone()], vec![]));
        assert_eq!(at(OpinionLevel::Warn), (vec![], vec![expected]));
        assert_eq!(at(OpinionLevel::None), (vec![], vec![]));
    }
    let observed = opinion(OpinionVerdict::WithObservations);
    let strict = SubmissionFacts { opinion_level: OpinionLevel::Block, ..facts(&[], Some(&observed)) };
    assert_eq!(blockers_for_submission(&written, strict), SubmissionCheck::default());
}
