//! Answers to contributions: given once, told to authors and followers.

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    contribution_origins,
    contributions::{self, Contribution},
    mails,
    people::{self, Person},
    supports,
};
use app::{error::Outcome, i18n::Locale, letter, paths};
use domain::{
    evaluation::{Answer, owes_answer},
    id::{ContributionId, PersonId},
    role::Role,
};
use std::collections::BTreeMap;

impl Handle {
    /// Gives each group of contributions its answer, and tells authors and followers: one statement for each answer,
    /// and as many for one contribution as for a thousand.
    pub(super) async fn give_answers(&self, tx: &Tx, given: &[(Answer, Vec<Contribution>)]) -> Outcome<()> {
        self.keep_answers(tx, given).await?;
        self.tell_answers(tx, given, |_, _| None).await
    }

    pub(super) async fn keep_answers(&self, tx: &Tx, given: &[(Answer, Vec<Contribution>)]) -> Outcome<()> {
        let now = self.now();
        let mut entries = Vec::new();
        for (answer, to) in given {
            for before in to {
                let after = Contribution {
                    assessment: answer.give(before.assessment)?,
                    answer: answer.reason.clone(),
                    answered_at: Some(now),
                    answered_as: Some(answer.evaluation),
                    changed_at: now,
                    ..before.clone()
                };
                entries.push(Entry::changed("contribution.answer", "contribution", before.id.0, before, &after));
            }
            let ids: Vec<ContributionId> = to.iter().map(|one| one.id).collect();
            contributions::answer(tx, &self.scope, &ids, answer, now).await?;
        }
        self.record_all(tx, entries).await
    }

    /// Who hears what became of these contributions, each person once for each: the author, and while everybody reads it
    /// those who follow it and those who wrote what it was composed from.
    pub(super) async fn concerned(
        &self,
        tx: &Tx,
        all: impl Iterator<Item = &Contribution> + Send,
    ) -> Outcome<BTreeMap<ContributionId, Vec<PersonId>>> {
        let mut concerned: BTreeMap<ContributionId, Vec<PersonId>> = BTreeMap::new();
        let mut open = Vec::new();
        for one in all {
            concerned.insert(one.id, one.author.into_iter().collect());
            open.extend(one.moderation.is_public().then_some(one.id));
        }
        for (id, person) in supports::followers(tx, &self.scope, &open).await? {
            let told = concerned.entry(id).or_default();
            if !told.contains(&person) {
                told.push(person);
            }
        }
        let links = contribution_origins::behind(tx, &self.scope, &open).await?;
        if links.is_empty() {
            return Ok(concerned);
        }
        let origins: Vec<ContributionId> = links.iter().map(|link| link.origin).collect();
        let origins = contributions::of_ids(tx, &self.scope, &origins).await?;
        for link in links {
            let author = origins.iter().find(|one| one.id == link.origin).and_then(|one| one.author);
            let told = concerned.entry(link.contribution).or_default();
            told.extend(author.filter(|author| !told.contains(author)));
        }
        Ok(concerned)
    }

    /// Public again without an answer, where the others have theirs: who answers is told that it waits.
    pub(super) async fn call_for_answer(&self, tx: &Tx, id: ContributionId) -> Outcome<()> {
        let (one, process) = contributions::with_process(tx, &self.scope, id).await?;
        if !owes_answer(one.assessment, process.stage) {
            return Ok(());
        }
        self.mail_holders(tx, process.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::answers_work(&process.slug));
            letter::answer_owed(l, &one.title, &link)
        })
        .await
    }

    /// Writes to everybody whom the answers concern; `said` gives the reason of one of them, by its place, in the
    /// language of who reads it, where the platform itself wrote it.
    pub(super) async fn tell_answers(
        &self,
        tx: &Tx,
        given: &[(Answer, Vec<Contribution>)],
        said: impl Fn(Locale, usize) -> Option<String> + Send + Sync,
    ) -> Outcome<()> {
        let all = || {
            given.iter().enumerate().flat_map(|(place, (answer, to))| to.iter().map(move |one| (place, answer, one)))
        };
        let concerned = self.concerned(tx, given.iter().flat_map(|(_, to)| to)).await?;
        let known = self.people_by_id(tx, concerned.values().flatten().copied()).await?;
        let mut letters = Vec::new();
        for (place, answer, one) in all() {
            let link = self.address(&paths::contribution(one.id));
            let told = concerned.get(&one.id).into_iter().flatten().filter_map(|id| known.get(id));
            letters.extend(told.map(|person| {
                let l = person.locale();
                let words = said(l, place).map(|reason| Answer { reason, ..answer.clone() });
                (person.email.clone(), letter::answered(l, &one.title, words.as_ref().unwrap_or(answer), &link))
            }));
        }
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }

    /// Gives all of them the same answer, and tells each author and follower once.
    pub(super) async fn give_one_answer(&self, tx: &Tx, (answer, to): (Answer, Vec<Contribution>)) -> Outcome<()> {
        let given = [(answer, to)];
        self.keep_answers(tx, &given).await?;
        let [(answer, to)] = given;
        let mut lists: BTreeMap<PersonId, Vec<&Contribution>> = BTreeMap::new();
        let concerned = self.concerned(tx, to.iter()).await?;
        for one in &to {
            for person in concerned.get(&one.id).into_iter().flatten() {
                lists.entry(*person).or_default().push(one);
            }
        }
        let known = self.people_by_id(tx, lists.keys().copied()).await?;
        let mut letters = Vec::new();
        for (person, all) in &lists {
            let Some(person) = known.get(person) else { continue };
            let linked = all.iter().map(|one| (one.title.as_str(), self.address(&paths::contribution(one.id))));
            let linked: Vec<(&str, String)> = linked.collect();
            let words = match linked.as_slice() {
                [(title, link)] => letter::answered(person.locale(), title, &answer, link),
                all => letter::answered_together(person.locale(), all, &answer),
            };
            letters.push((person.email.clone(), words));
        }
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }

    /// The people with these ids, each read once.
    pub(super) async fn people_by_id(
        &self,
        tx: &Tx,
        ids: impl Iterator<Item = PersonId> + Send,
    ) -> Outcome<BTreeMap<PersonId, Person>> {
        let mut ids: Vec<PersonId> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        let people = people::by_ids(tx, &self.scope, &ids).await?;
        Ok(people.into_iter().map(|person| (person.id, person)).collect())
    }
}
