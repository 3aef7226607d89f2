//! Words of a contribution that its author changes.

use super::{Handle, contribution_parts::Limit, tables::name_of};
use crate::store::{
    Tx,
    audit::Entry,
    contributions::{self, Addition, Contribution, SentKey, Wording},
    processes::Process,
};
use app::{
    contract::revisions::{AddedWords, ReviseDesk, Revisions, VersionView, VersionsView},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    contribution::{NewAddition, Revised, Revision, may_contribute, revision},
    difference::difference,
    id::ContributionId,
};

const REVISIONS: Limit = Limit { hour: 20, day: 50 };
/// Most versions, and most additions, of one contribution.
const MOST: usize = 50;

#[async_trait]
impl Revisions for Handle {
    async fn revise_desk(&self, id: ContributionId) -> Outcome<ReviseDesk> {
        let tx = self.read().await?;
        let (one, process) = self.own_contribution(&tx, id).await?;
        let versions = contributions::versions(&tx, &self.scope, id).await?;
        Ok(ReviseDesk {
            id,
            revision: self.revision_of(&one, &process)?,
            process: name_of(&process)?,
            version: number_of(versions.len()),
            title: one.title,
            body: one.body,
            place: one.place,
        })
    }

    async fn revise(&self, id: ContributionId, version: u32, new: Revised) -> Outcome<()> {
        self.scope.authorise(Action::Propose, None)?;
        let tx = self.begin().await?;
        let (one, process) = self.own_contribution(&tx, id).await?;
        may_contribute(self.window(&process)?, self.now())?;
        if self.revision_of(&one, &process)? != Some(Revision::Replace) {
            return Err(AppError::Conflict);
        }
        let before = Wording { title: one.title.clone(), body: one.body.clone(), place: one.place.clone() };
        let after = Wording { title: new.title.clone(), body: new.body.clone(), place: new.place.clone() };
        if before == after {
            return Ok(());
        }
        self.within_limits(&tx, "revision", self.scope.person()?, REVISIONS).await?;
        let versions = contributions::versions(&tx, &self.scope, id).await?.len();
        if versions >= MOST {
            return Err(AppError::TooMany);
        }
        if number_of(versions) != version {
            return Err(AppError::Conflict);
        }
        contributions::replace(&tx, &self.scope, &one, version, &new, self.now()).await?;
        self.sent_as_it_stands(&tx, Contribution { title: new.title, body: new.body, place: new.place, ..one }).await?;
        let entry = Entry::changed("contribution.revise", "contribution", id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    async fn add_words(&self, id: ContributionId, new: NewAddition) -> Outcome<()> {
        self.scope.authorise(Action::Propose, None)?;
        let tx = self.begin().await?;
        let (one, process) = self.own_contribution(&tx, id).await?;
        may_contribute(self.window(&process)?, self.now())?;
        self.revision_of(&one, &process)?.ok_or(AppError::NotFound)?;
        self.within_limits(&tx, "revision", self.scope.person()?, REVISIONS).await?;
        let additions = contributions::additions(&tx, &self.scope, id).await?;
        // The same sent twice is one.
        if additions.last().is_some_and(|last| last.body == new.body) {
            return Ok(());
        }
        if additions.len() >= MOST {
            return Err(AppError::TooMany);
        }
        let addition = Addition { contribution: id, body: new.body, at: self.now() };
        contributions::add(&tx, &self.scope, &addition).await?;
        self.record(&tx, Entry::made("contribution.add", "contribution", id.0, &addition)).await?;
        self.commit(tx).await
    }

    async fn contribution_versions(&self, id: ContributionId) -> Outcome<VersionsView> {
        let tx = self.read().await?;
        let (one, process) = contributions::with_process(&tx, &self.scope, id).await?;
        if !self.may_read(&one) {
            return Err(AppError::NotFound);
        }
        let replaced = contributions::versions(&tx, &self.scope, id).await?;
        let mut written = one.created_at;
        let mut texts = Vec::with_capacity(replaced.len() + 1);
        for old in replaced {
            texts.push((written, old.wording));
            written = old.replaced_at;
        }
        texts.push((written, Wording { title: one.title.clone(), body: one.body, place: one.place }));
        let mut versions = Vec::with_capacity(texts.len());
        for (place, (at, text)) in texts.iter().enumerate() {
            let before = place.checked_sub(1).map_or(text, |before| &texts[before].1);
            let pieces = |old: &str, new: &str| difference(old, new);
            versions.push(VersionView {
                number: number_of(place),
                at: *at,
                title: pieces(&before.title, &text.title),
                body: pieces(&before.body, &text.body),
                place: pieces(before.place.as_deref().unwrap_or_default(), text.place.as_deref().unwrap_or_default()),
            });
        }
        versions.reverse();
        Ok(VersionsView { id, title: one.title, process: name_of(&process)?, versions })
    }
}

/// The number of the version that follows `before` others.
fn number_of(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

impl Handle {
    /// A contribution of the person who asks; those of others do not exist.
    async fn own_contribution(&self, tx: &Tx, id: ContributionId) -> Outcome<(Contribution, Process)> {
        let me = self.scope.person()?;
        let (one, process) = contributions::with_process(tx, &self.scope, id).await?;
        if one.author == Some(me) { Ok((one, process)) } else { Err(AppError::NotFound) }
    }

    /// Who sends again what `one` says now sends it twice, and who sends what it said before says something else. Words
    /// that another contribution was sent with stay that one's.
    async fn sent_as_it_stands(&self, tx: &Tx, one: Contribution) -> Outcome<()> {
        let key = SentKey::of(&one, self.scope.person()?);
        let other = contributions::sent_before(tx, &self.scope, &key).await?.is_some_and(|sent| sent != one.id);
        contributions::mark_sent(tx, &self.scope, one.id, (!other).then_some(key)).await
    }

    /// How its author may change it now.
    pub(super) fn revision_of(&self, one: &Contribution, process: &Process) -> Outcome<Option<Revision>> {
        let open = self.slot(process)?.open;
        Ok(revision(one.moderation, one.assessment, one.supports).filter(|_| open))
    }

    /// What its author added to a contribution, the oldest first.
    pub(super) async fn added_words(&self, tx: &Tx, id: ContributionId, count: u32) -> Outcome<Vec<AddedWords>> {
        if count == 0 {
            return Ok(Vec::new());
        }
        let all = contributions::additions(tx, &self.scope, id).await?;
        Ok(all.into_iter().map(|one| AddedWords { body: one.body, at: one.at }).collect())
    }
}
