//! Who hears that contributions were merged, divided, or as they were before.

use super::Handle;
use crate::store::{Tx, contributions::Contribution, mails, people::Person, processes::Process, supports};
use app::{error::Outcome, i18n::Locale, letter, letter::Words, paths};
use domain::{
    evaluation::Combining,
    id::{ContributionId, PersonId},
    reason::Reason,
};
use std::collections::BTreeMap;

/// Who hears of something, each with the contributions that are theirs.
pub(in crate::use_cases) type Hearers = BTreeMap<PersonId, Vec<ContributionId>>;

/// What was composed from what.
type Both<'a> = (&'a [Contribution], &'a [Contribution]);

impl Handle {
    /// Who wrote, follows or supports any of these contributions.
    pub(in crate::use_cases) async fn hearers(&self, tx: &Tx, all: &[Contribution]) -> Outcome<Hearers> {
        let concerned = self.concerned(tx, all.iter()).await?;
        let mut pairs: Vec<(ContributionId, PersonId)> =
            concerned.into_iter().flat_map(|(id, people)| people.into_iter().map(move |person| (id, person))).collect();
        let public = all.iter().filter(|one| one.moderation.is_public());
        let ids: Vec<ContributionId> = public.map(|one| one.id).collect();
        pairs.extend(supports::supporters(tx, &self.scope, &ids).await?);
        let mut hearers = Hearers::new();
        for (id, person) in pairs {
            let own = hearers.entry(person).or_default();
            if !own.contains(&id) {
                own.push(id);
            }
        }
        Ok(hearers)
    }

    /// Writes once to each of `hearers`, in their language, what was made of theirs and why.
    pub(super) async fn tell_combined(
        &self,
        tx: &Tx,
        process: &Process,
        (from, made): Both<'_>,
        (kind, reason, hearers): (Combining, &Reason, &Hearers),
    ) -> Outcome<()> {
        let open = self.slot(process)?.open;
        let staff = self.address(&paths::who_does_what(&process.slug));
        let made = self.titled(made.iter());
        self.write_to_hearers(tx, from, hearers, |l, own| match kind {
            Combining::Merge => letter::merged(l, own, &made, reason, (open, &staff)),
            Combining::Split => letter::split(l, own, &made, reason, (open, &staff)),
        })
        .await
    }

    /// Writes to the same people that what was composed is taken back.
    pub(super) async fn tell_taken_back(&self, tx: &Tx, (from, made): Both<'_>, reason: &Reason) -> Outcome<()> {
        let hearers = self.hearers(tx, from).await?;
        let gone: Vec<&str> = made.iter().map(|one| one.title.as_str()).collect();
        self.write_to_hearers(tx, from, &hearers, |l, own| letter::taken_back(l, own, &gone, reason)).await?;
        // Who follows nothing but what goes away hears of that.
        let ids: Vec<ContributionId> = made.iter().map(|one| one.id).collect();
        let following = supports::followers(tx, &self.scope, &ids).await?;
        let public: Vec<_> = from.iter().filter(|one| one.moderation.is_public()).map(|one| one.id).collect();
        let others = following.into_iter().filter(|(_, person)| !hearers.contains_key(person));
        let others: Hearers = others.map(|(_, person)| (person, public.clone())).collect();
        self.write_to_hearers(tx, from, &others, |l, own| letter::composed_gone(l, own, &gone, reason)).await
    }

    async fn write_to_hearers(
        &self,
        tx: &Tx,
        from: &[Contribution],
        hearers: &Hearers,
        words: impl Fn(Locale, &[(&str, String)]) -> Words + Send + Sync,
    ) -> Outcome<()> {
        let known = self.people_by_id(tx, hearers.keys().copied()).await?;
        let letter = |(person, own): (&PersonId, &Vec<ContributionId>)| {
            let person: &Person = known.get(person)?;
            let own = self.titled(from.iter().filter(|one| own.contains(&one.id)));
            Some((person.email.clone(), words(person.locale(), &own)))
        };
        let letters: Vec<_> = hearers.iter().filter_map(letter).collect();
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }

    /// Titles with the whole addresses of their pages.
    fn titled<'a>(&self, all: impl Iterator<Item = &'a Contribution>) -> Vec<(&'a str, String)> {
        all.map(|one| (one.title.as_str(), self.address(&paths::contribution(one.id)))).collect()
    }
}
