use super::*;
use crate::{
    document_content::{ProposalText, Section},
    id::ContributionId,
    invalid::Fault,
    origin::Origin,
    pack::{SectionRule, Text},
};

fn title(key: &str) -> Text {
    Text { it: format!("{key} in italiano"), en: format!("{key} in English") }
}

fn mandatory() -> Vec<SectionRule> {
    let rule = |key: &str| SectionRule { key: key.into(), title: title(key), mandatory: true };
    ["object", "path", "proposals"].map(rule).into()
}

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

/// What is asked of `content`, on which the opinion was given.
struct Asked {
    rules: Vec<SectionRule>,
    read: Digest,
}

impl Asked {
    fn of(content: &DocumentContent) -> Self {
        Self { rules: mandatory(), read: content.sha256() }
    }

    fn check(
        &self,
        content: &DocumentContent,
        opinion: Option<&TableOpinion>,
        change: impl for<'a> FnOnce(SubmissionFacts<'a>) -> SubmissionFacts<'a>,
    ) -> SubmissionCheck {
        let rules: Vec<&SectionRule> = self.rules.iter().collect();
        blockers_for_submission(
            content,
            change(SubmissionFacts {
                mandatory_sections: &rules,
                findings: &[],
                overridden: None,
                question: None,
                opinion,
                opinion_content: Some(&self.read),
                opinion_level: OpinionLevel::Warn,
                sent_back: None,
                stage: Stage::Closing,
            }),
        )
    }
}

fn opinion(verdict: OpinionVerdict) -> TableOpinion {
    TableOpinion { verdict, on: "2022-12-15".parse().unwrap(), notes: String::new() }
}

#[test]
fn empty_sections_and_proposals_block() {
    let favourable = opinion(OpinionVerdict::Favourable);
    let written = content(" ", 0);
    let check = Asked::of(&written).check(&written, Some(&favourable), |facts| facts);
    assert_eq!(check.blockers, [Blocker::SectionEmpty { title: title("object") }, Blocker::NoProposals]);
    let written = content("Agenda", 1);
    let check = Asked::of(&written).check(&written, Some(&favourable), |facts| facts);
    assert_eq!(check, SubmissionCheck::default());
}

/// Scenario 6: a member's fiscal code blocks until the privacy officer gives a reason, for that text alone.
#[test]
fn personal_data_block_until_overridden() {
    let written = content("Agenda di RSSMRA80A01H501U", 1);
    let findings = written.personal_data(&[]);
    let blocked = [Blocker::PersonalDataFound { places: 1 }];
    let blockers = |content: &DocumentContent, overridden: Option<&PersonalDataOverride>| {
        let rules = mandatory();
        let rules: Vec<&SectionRule> = rules.iter().collect();
        let facts = SubmissionFacts {
            mandatory_sections: &rules,
            findings: &findings,
            overridden,
            question: None,
            opinion: None,
            opinion_content: None,
            opinion_level: OpinionLevel::Warn,
            sent_back: None,
            stage: Stage::Closing,
        };
        blockers_for_submission(content, facts).blockers
    };
    assert_eq!(blockers(&written, None), blocked);
    let reason = Reason::parse("Codice di prova, di nessuno").unwrap();
    let word = PersonalDataOverride { reason, content: written.sha256() };
    assert_eq!(blockers(&written, Some(&word)), []);
    assert_eq!(blockers(&content("Altra agenda di RSSMRA80A01H501U", 1), Some(&word)), blocked);
}

#[test]
fn the_pack_says_how_much_the_opinion_weighs() {
    let written = content("Agenda", 1);
    let asked = Asked::of(&written);
    let contrary = opinion(OpinionVerdict::Contrary);
    let cases = [(None, Blocker::TableOpinionMissing), (Some(&contrary), Blocker::TableOpinionContrary)];
    for (given, expected) in cases {
        let at = |opinion_level| {
            let check = asked.check(&written, given, |facts| SubmissionFacts { opinion_level, ..facts });
            (check.blockers, check.warnings)
        };
        assert_eq!(at(OpinionLevel::Block), (vec![expected.clone()], vec![]));
        assert_eq!(at(OpinionLevel::Warn), (vec![], vec![expected]));
        assert_eq!(at(OpinionLevel::None), (vec![], vec![]));
    }
    let observed = opinion(OpinionVerdict::WithObservations);
    let strict =
        asked.check(&written, Some(&observed), |facts| SubmissionFacts { opinion_level: OpinionLevel::Block, ..facts });
    assert_eq!(strict, SubmissionCheck::default());
}

#[test]
fn an_opinion_with_observations_has_some() {
    let read = |verdict: &str, notes: &str| TableOpinion::parse(verdict, "2022-11-02", notes);
    for verdict in OpinionVerdict::ALL {
        let bare = read(verdict.code(), " ");
        assert_eq!(bare.is_err(), *verdict == OpinionVerdict::WithObservations, "{verdict}");
        assert!(read(verdict.code(), "Manca il calendario").unwrap().is_some());
    }
    assert_eq!(read("with_observations", "").unwrap_err().of("notes"), Some(&Fault::Required));
    assert_eq!(read("not_given", ""), Ok(None));
}

#[test]
fn what_was_sent_back_unchanged_is_warned_of() {
    let (written, other) = (content("Agenda", 1), content("Altra agenda", 1));
    let (favourable, rules, read) = (opinion(OpinionVerdict::Favourable), mandatory(), written.sha256());
    let rules: Vec<&SectionRule> = rules.iter().collect();
    for (sent_back, warnings) in
        [(None, vec![]), (Some(written.sha256()), vec![Blocker::TextUnchanged]), (Some(other.sha256()), vec![])]
    {
        let facts = SubmissionFacts {
            mandatory_sections: &rules,
            findings: &[],
            overridden: None,
            question: None,
            opinion: Some(&favourable),
            opinion_content: Some(&read),
            opinion_level: OpinionLevel::Warn,
            sent_back: sent_back.as_ref(),
            stage: Stage::Closing,
        };
        let check = blockers_for_submission(&written, facts);
        assert_eq!((check.blockers, check.warnings), (vec![], warnings));
    }
}

#[test]
fn an_opinion_holds_for_the_text_it_was_given_on() {
    let favourable = opinion(OpinionVerdict::Favourable);
    let asked = Asked::of(&content("Agenda", 1));
    let check = asked.check(&content("Altra agenda", 1), Some(&favourable), |facts| facts);
    assert_eq!(check.warnings, [Blocker::TableOpinionOutdated]);
}

#[test]
fn a_proposal_without_a_readable_origin_is_told() {
    let mut written = content("Agenda", 2);
    let rules = mandatory();
    let rules: Vec<&SectionRule> = rules.iter().collect();
    let readable = BTreeSet::from_iter(written.proposals[0].origins.iter().copied());
    let checks = ContentChecks::of(&written, &rules, &readable);
    assert_eq!(checks, ContentChecks { mandatory: 3, filled: 3, proposals: 2, untraced: vec![2] });
    written.sections[0].text = " ".into();
    written.proposals.clear();
    let checks = ContentChecks::of(&written, &rules, &readable);
    assert_eq!(checks, ContentChecks { mandatory: 3, filled: 1, proposals: 0, untraced: vec![] });
}

#[test]
fn nothing_is_submitted_while_proposals_may_still_come() {
    let favourable = opinion(OpinionVerdict::Favourable);
    let written = content("Agenda", 1);
    for stage in Stage::ALL {
        let check =
            Asked::of(&written).check(&written, Some(&favourable), |facts| SubmissionFacts { stage: *stage, ..facts });
        let early = matches!(stage, Stage::Designed | Stage::Ready | Stage::Sharing | Stage::Opening);
        assert_eq!(check.blockers.contains(&Blocker::BeforeClosing), early, "{stage}");
    }
}

/// A name in the text that is found no more, once its bearer's account is erased: the officer's word still binds.
#[test]
fn what_the_privacy_officer_wants_taken_out_blocks_though_nothing_is_found() {
    let written = content("Agenda", 1);
    let question = |content: Digest, refused: Option<&str>| PersonalDataQuestion {
        content,
        on: "2022-12-01".parse().unwrap(),
        refused: refused.map(|why| Reason::parse(why).unwrap()),
    };
    let blockers = |question: Option<&PersonalDataQuestion>, overridden: Option<&PersonalDataOverride>| {
        let favourable = opinion(OpinionVerdict::Favourable);
        let rules = mandatory();
        let rules: Vec<&SectionRule> = rules.iter().collect();
        let read = written.sha256();
        let facts = SubmissionFacts {
            mandatory_sections: &rules,
            findings: &[],
            overridden,
            question,
            opinion: Some(&favourable),
            opinion_content: Some(&read),
            opinion_level: OpinionLevel::Warn,
            sent_back: None,
            stage: Stage::Closing,
        };
        (blockers_for_table_review(&written, facts), blockers_for_submission(&written, facts).blockers)
    };
    let none = (vec![], vec![]);
    let stops = (vec![Blocker::PersonalDataRefused], vec![Blocker::PersonalDataRefused]);
    let refused = question(written.sha256(), Some("È un indirizzo privato"));
    assert_eq!(blockers(Some(&refused), None), stops);
    assert_eq!(blockers(Some(&question(written.sha256(), None)), None), none);
    let earlier = question(content("Altro", 1).sha256(), Some("È un indirizzo privato"));
    assert_eq!(blockers(Some(&earlier), None), none);
    let word = PersonalDataOverride { reason: Reason::parse("Ufficio").unwrap(), content: written.sha256() };
    assert_eq!(blockers(Some(&refused), Some(&word)), none);
}
