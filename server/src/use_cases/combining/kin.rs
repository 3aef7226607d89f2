//! What a contribution was composed from, and what was composed from it.

use super::{Handle, name_of};
use crate::store::{
    Tx,
    contribution_origins::{self, Link},
    contribution_returns::{self, Return},
    contributions::{self, Contribution},
    processes::Process,
};
use app::{
    contract::{
        combining::{Lineage, Named, Returned},
        contributions::{StoryPlace, StoryStep, StoryWhat},
    },
    error::{AppError, Outcome},
};
use domain::{action::Action, calendar::day_in_rome, evaluation::may_take_back, id::ContributionId, refusal::Blocker};
use std::collections::BTreeSet;

/// The contributions to which one is related.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::use_cases) struct Kin {
    pub born: Option<Lineage>,
    pub became: Option<Lineage>,
    /// Everything that was composed from it, straight or not.
    pub later: Vec<ContributionId>,
}

impl Handle {
    /// The contributions to which `one` is related, as everybody may read of them.
    pub(in crate::use_cases) async fn kin(&self, tx: &Tx, one: ContributionId) -> Outcome<Kin> {
        let links = contribution_origins::around(tx, &self.scope, one).await?;
        if links.is_empty() {
            return Ok(Kin::default());
        }
        let other = |link: &Link| if link.origin == one { link.contribution } else { link.origin };
        let ids: Vec<ContributionId> = links.iter().filter(|link| link.direct).map(other).collect();
        let mut shown = contributions::by_ids(tx, &self.scope, &ids).await?;
        shown.sort_by_key(|row| row.id);
        let lineage = |wanted: &dyn Fn(&Link) -> bool| {
            let own: Vec<&Link> = links.iter().filter(|link| link.direct && wanted(link)).collect();
            let named = shown.iter().filter(|row| own.iter().any(|link| other(link) == row.id));
            let others: Vec<Named> = named.map(|row| (row.id, row.title.clone())).collect();
            own.first().map(|first| Lineage {
                kind: first.kind,
                by: first.role,
                at: first.at,
                why: first.reason.clone(),
                others,
            })
        };
        Ok(Kin {
            born: lineage(&|link| link.contribution == one),
            became: lineage(&|link| link.origin == one),
            later: links.iter().filter(|link| link.origin == one).map(|link| link.contribution).collect(),
        })
    }

    /// From what `one` was composed, straight, and everything that was composed with it.
    pub(super) async fn made_together(
        &self,
        tx: &Tx,
        one: ContributionId,
    ) -> Outcome<(Vec<Link>, Vec<ContributionId>)> {
        let mut links = contribution_origins::behind(tx, &self.scope, &[one]).await?;
        links.retain(|link| link.direct);
        let origins: Vec<ContributionId> = links.iter().map(|link| link.origin).collect();
        let made = contribution_origins::made_of(tx, &self.scope, &origins).await?;
        let made: BTreeSet<ContributionId> = made.into_iter().map(|link| link.contribution).collect();
        Ok((links, made.into_iter().collect()))
    }

    /// What stands where `gone` was taken back.
    pub(in crate::use_cases) async fn taken_back(&self, tx: &Tx, gone: ContributionId) -> Outcome<Returned> {
        let returns = contribution_returns::behind(tx, &self.scope, gone).await?;
        let one = returns.first().ok_or(AppError::NotFound)?;
        let ids: Vec<ContributionId> = returns.iter().map(|one| one.contribution).collect();
        let (_, process) = contributions::with_process(tx, &self.scope, one.contribution).await?;
        let process = self.in_view(process)?;
        let others = contributions::of_ids(tx, &self.scope, &ids).await?.into_iter();
        Ok(Returned {
            process: name_of(&process)?,
            kind: one.kind,
            title: one.gone_title.clone(),
            by: one.role,
            at: one.at,
            why: one.reason.clone(),
            others: others.filter(|one| one.moderation.is_public()).map(|one| (one.id, one.title)).collect(),
        })
    }

    /// The steps of its story that were taken back, one for each time.
    pub(in crate::use_cases) async fn returned_steps(&self, tx: &Tx, of: ContributionId) -> Outcome<Vec<StoryStep>> {
        let returns = contribution_returns::of(tx, &self.scope, of).await?;
        let step = |all: &[Return]| {
            let one = all.first()?;
            let titles = all.iter().map(|one| one.gone_title.clone()).collect();
            let what = StoryWhat::Returned { kind: one.kind, titles, by: one.role };
            let (on, why) = (Some(day_in_rome(one.at)), Some(one.reason.clone()));
            Some(StoryStep { what, place: StoryPlace::Done, on, href: None, why })
        };
        Ok(returns.chunk_by(|one, next| one.at == next.at).filter_map(step).collect())
    }

    /// For who composes contributions: why `one`, which was composed, cannot be taken back; nothing where it can.
    pub(in crate::use_cases) async fn may_take_back(
        &self,
        tx: &Tx,
        one: &Contribution,
        process: &Process,
    ) -> Outcome<Option<Vec<Blocker>>> {
        if !self.may_write_in(process, Action::CombineContributions) {
            return Ok(None);
        }
        let (_, made) = self.made_together(tx, one.id).await?;
        let made = contributions::of_ids(tx, &self.scope, &made).await?;
        let standings = self.standings(tx, &made).await?;
        Ok(Some(may_take_back(process.stage, standings).err().map(|refused| refused.blockers).unwrap_or_default()))
    }
}
