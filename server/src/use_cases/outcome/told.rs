//! Everybody a proposal comes from is told what was decided, and their contribution gets its answer.

use super::{Handle, Opened};
use crate::store::{
    Tx,
    audit::Entry,
    contribution_origins::{self, Link},
    contributions::{self, Contribution},
    mails, syntheses,
};
use app::{error::Outcome, i18n::Locale, letter, paths};
use domain::{
    evaluation::{Answer, Evaluation},
    id::{ContributionId, PersonId, SynthesisId},
    origin::Origin,
    outcome::{NewDecision, evaluation_from},
};
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of the proposals of which somebody hears already, by contribution and person.
type Heard = BTreeMap<(ContributionId, PersonId), BTreeSet<u32>>;

impl Handle {
    /// Answers every contribution that a proposal comes from, straight, through a synthesis or through one that was
    /// composed from it, and writes to its author.
    pub(super) async fn answer_contributors(
        &self,
        tx: &Tx,
        opened: &Opened,
        decisions: &[(u32, NewDecision)],
    ) -> Outcome<()> {
        let (linked, links) = self.linked(tx, opened).await?;
        let ids: Vec<ContributionId> = linked.keys().copied().collect();
        let all = contributions::of_ids(tx, &self.scope, &ids).await?;
        let heard = self.heard_through(tx, (&linked, &links), &all).await?;
        // What comes from the same proposals has the same answer.
        let mut open: BTreeMap<&[u32], Vec<Contribution>> = BTreeMap::new();
        let mut answered = Vec::new();
        for one in all {
            let Some(numbers) = linked.get(&one.id) else { continue };
            if one.assessment.answered {
                answered.push((numbers.as_slice(), one));
            } else {
                open.entry(numbers).or_default().push(one);
            }
        }
        let (said, given): (Vec<Vec<_>>, Vec<_>) = open
            .into_iter()
            .filter_map(|(numbers, to)| {
                let own = of(decisions, numbers);
                let kinds: Vec<_> = own.iter().map(|(_, one)| one.decision).collect();
                let reason = lines(Locale::it, opened, &own);
                Some((own, (Answer { evaluation: evaluation_from(&kinds)?, reason }, to)))
            })
            .unzip();
        self.keep_answers(tx, &given).await?;
        // The platform joined the decisions into one answer: everybody reads it in their language.
        self.tell_answers(tx, &given, |l, place| said.get(place).map(|own| lines(l, opened, own))).await?;
        self.stand_as_decided(tx, decisions, &answered).await?;
        self.tell_answered(tx, (opened, decisions), answered, &heard).await
    }

    /// Who hears of a contribution through others that were composed from it, and of which proposals, by the first.
    async fn heard_through(
        &self,
        tx: &Tx,
        (linked, links): (&BTreeMap<ContributionId, Vec<u32>>, &[Link]),
        all: &[Contribution],
    ) -> Outcome<Heard> {
        let composed = all.iter().filter(|one| links.iter().any(|link| link.contribution == one.id));
        let concerned = self.concerned(tx, composed).await?;
        let mut heard = Heard::new();
        for link in links {
            let numbers = linked.get(&link.contribution).into_iter().flatten();
            for person in concerned.get(&link.contribution).into_iter().flatten() {
                heard.entry((link.origin, *person)).or_default().extend(numbers.clone());
            }
        }
        Ok(heard)
    }

    /// Answered before by hand: lists and filters go by what the body decided, the answer is kept as it was.
    async fn stand_as_decided(
        &self,
        tx: &Tx,
        decisions: &[(u32, NewDecision)],
        answered: &[(&[u32], Contribution)],
    ) -> Outcome<()> {
        let now = self.now();
        let mut moved: BTreeMap<Evaluation, Vec<ContributionId>> = BTreeMap::new();
        let mut entries = Vec::new();
        for (numbers, before) in answered {
            let kinds: Vec<_> = of(decisions, numbers).iter().map(|(_, one)| one.decision).collect();
            let Some(evaluation) = evaluation_from(&kinds) else { continue };
            let after =
                Contribution { assessment: before.assessment.decided(evaluation), changed_at: now, ..before.clone() };
            entries.push(Entry::changed("contribution.answer", "contribution", before.id.0, before, &after));
            moved.entry(evaluation).or_default().push(before.id);
        }
        for (evaluation, ids) in &moved {
            contributions::decided(tx, &self.scope, ids, *evaluation, now).await?;
        }
        self.record_all(tx, entries).await
    }

    /// Answered before, by hand or with what was composed from it: that answer stays, and author and followers still hear
    /// of the decision, once.
    async fn tell_answered(
        &self,
        tx: &Tx,
        (opened, decisions): (&Opened, &[(u32, NewDecision)]),
        answered: Vec<(&[u32], Contribution)>,
        heard: &Heard,
    ) -> Outcome<()> {
        let concerned = self.concerned(tx, answered.iter().map(|(_, one)| one)).await?;
        let known = self.people_by_id(tx, concerned.values().flatten().copied()).await?;
        let mut letters = Vec::new();
        for (numbers, one) in &answered {
            let link = self.address(&paths::contribution(one.id));
            let told = concerned.get(&one.id).into_iter().flatten();
            letters.extend(told.filter_map(|id| {
                let person = known.get(id)?;
                let heard = heard.get(&(one.id, *id));
                let left = numbers.iter().copied().filter(|number| !heard.is_some_and(|heard| heard.contains(number)));
                let own = of(decisions, &left.collect::<Vec<u32>>());
                let l = person.locale();
                let words = || letter::decision_told(l, &one.title, &lines(l, opened, &own), &link);
                (!own.is_empty()).then(|| (person.email.clone(), words()))
            }));
        }
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }

    /// The contributions that proposals come from, each with the numbers of the proposals; and from what those among them
    /// that were composed come.
    async fn linked(&self, tx: &Tx, opened: &Opened) -> Outcome<(BTreeMap<ContributionId, Vec<u32>>, Vec<Link>)> {
        let pairs: Vec<(Origin, u32)> = opened
            .content
            .proposals
            .iter()
            .flat_map(|one| one.origins.iter().map(move |origin| (*origin, one.number)))
            .collect();
        let of_tables: Vec<SynthesisId> = pairs
            .iter()
            .filter_map(|(origin, _)| if let Origin::Synthesis(id) = origin { Some(*id) } else { None })
            .collect();
        let sources = syntheses::sources(tx, &self.scope, &of_tables).await?;
        let mut linked: BTreeMap<ContributionId, Vec<u32>> = BTreeMap::new();
        for (origin, number) in pairs {
            match origin {
                Origin::Contribution(id) => linked.entry(id).or_default().push(number),
                Origin::Synthesis(id) => {
                    for source in sources.iter().filter(|source| source.synthesis == id) {
                        linked.entry(source.id).or_default().push(number);
                    }
                }
                Origin::Meeting(_) => {}
            }
        }
        let named: Vec<ContributionId> = linked.keys().copied().collect();
        let links = contribution_origins::behind(tx, &self.scope, &named).await?;
        for link in &links {
            let numbers = linked.get(&link.contribution).cloned().unwrap_or_default();
            linked.entry(link.origin).or_default().extend(numbers);
        }
        for numbers in linked.values_mut() {
            numbers.sort_unstable();
            numbers.dedup();
        }
        Ok((linked, links))
    }
}

/// The decisions on these proposals.
fn of<'a>(decisions: &'a [(u32, NewDecision)], numbers: &[u32]) -> Vec<&'a (u32, NewDecision)> {
    decisions.iter().filter(|(one, _)| numbers.contains(one)).collect()
}

/// What was decided, as an answer tells it.
fn lines(l: Locale, opened: &Opened, decisions: &[&(u32, NewDecision)]) -> String {
    let title = |number| opened.content.proposal(number).map_or("", |proposal| proposal.title.as_str());
    let line = |(number, one): &&(u32, NewDecision)| letter::decision_line(l, (*number, title(*number)), one);
    decisions.iter().map(line).collect::<Vec<_>>().join("\n\n")
}
