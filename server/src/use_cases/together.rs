//! Several contributions of a path, answered at once.

use super::{Handle, tables::name_of};
use crate::store::{
    Tx,
    contributions::{self, Contribution, Row},
    processes::Process,
};
use app::{
    contract::together::{Ticked, Together, TogetherDesk},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    evaluation::{Answer, all_answerable, unanswerable},
    id::{ContributionId, PersonId},
};
use std::collections::BTreeSet;

#[async_trait]
impl Together for Handle {
    async fn together_desk(&self, process: String, ids: Vec<ContributionId>) -> Outcome<TogetherDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::AnswerContribution).await?;
        let all = self.ticked(&tx, &process, &ids).await?;
        let concerned = self.concerned(&tx, all.iter()).await?;
        let told: BTreeSet<PersonId> = concerned.into_values().flatten().collect();
        let row = |one: Contribution| Ticked {
            id: one.id,
            why_not: unanswerable(one.moderation, one.assessment),
            title: Some(one.title).filter(|_| one.moderation.is_public()),
        };
        Ok(TogetherDesk {
            told: u32::try_from(told.len()).unwrap_or(u32::MAX),
            rows: all.into_iter().map(row).collect(),
            process: name_of(&process)?,
        })
    }

    async fn answer_together(&self, process: String, ids: Vec<ContributionId>, answer: Answer) -> Outcome<()> {
        let tx = self.begin().await?;
        let process = self.process_for(&tx, &process, Action::AnswerContribution).await?;
        self.writes_in(&process, Action::AnswerContribution)?;
        let all = self.ticked(&tx, &process, &ids).await?;
        all_answerable(all.iter().map(|one| (one.moderation, one.assessment)))?;
        self.give_one_answer(&tx, (answer, all)).await?;
        self.commit(tx).await
    }
}

impl Handle {
    /// What was ticked among the open contributions of `process`, without the `rows` that a page shows anyway.
    pub(super) async fn ticked_elsewhere(
        &self,
        tx: &Tx,
        process: &Process,
        ids: &[ContributionId],
        rows: &[Row],
    ) -> Outcome<Vec<(ContributionId, String)>> {
        let ids: Vec<_> = ids.iter().copied().filter(|id| rows.iter().all(|row| row.id != *id)).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let all = contributions::of_ids(tx, &self.scope, &ids).await?.into_iter();
        let open =
            all.filter(|one| one.process == process.id && unanswerable(one.moderation, one.assessment).is_none());
        Ok(open.map(|one| (one.id, one.title)).collect())
    }

    /// The contributions of `process` with these ids; `NotFound` where one is none of them.
    pub(super) async fn ticked(
        &self,
        tx: &Tx,
        process: &Process,
        ids: &[ContributionId],
    ) -> Outcome<Vec<Contribution>> {
        let all = contributions::of_ids(tx, &self.scope, ids).await?;
        let here = all.iter().all(|one| one.process == process.id);
        if here && all.len() == ids.len() { Ok(all) } else { Err(AppError::NotFound) }
    }
}
