//! Contributions composed from others by staff. What people wrote stays as it is: it is answered with what was made.

mod kin;
mod told;

pub(super) use kin::Kin;

use super::{Handle, contribution_parts::Limit, proposing::fresh, tables::name_of};
use crate::store::{
    Tx,
    audit::Entry,
    contribution_origins::{self, Link},
    contribution_returns::{self, Return},
    contributions::{self, Contribution, SentKey},
    processes::Process,
    proposal_documents, proposal_origins, supports, thematic_tables,
};
use app::{
    contract::combining::{CombineDesk, CombiningContributions, Composed, Original, OriginalWords},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    contribution::{ContributionChannel, NewContribution},
    evaluation::{Answer, Combining, Divided, Merged, Standing, may_combine, may_take_back, suits, unanswerable},
    id::{ContributionId, PersonId},
    invalid::Fault,
    origin::Origin,
    reason::Reason,
    refusal::Blocker,
};
use std::collections::BTreeSet;

/// How often somebody composes contributions: each tells many people.
const COMBINED: Limit = Limit { hour: 60, day: 200 };

#[async_trait]
impl CombiningContributions for Handle {
    async fn combine_desk(&self, process: String, ids: Vec<ContributionId>) -> Outcome<CombineDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::CombineContributions).await?;
        let all = self.ticked(&tx, &process, &ids).await?;
        let tables = thematic_tables::of_process(&tx, &self.scope, process.id).await?;
        let told = self.hearers(&tx, &all).await?.len();
        let name =
            |one: &Contribution| tables.iter().find(|table| table.id == one.table).map(|table| table.name.clone());
        let original = |one: Contribution| Original {
            table: (one.table, name(&one).unwrap_or_default()),
            why_not: unanswerable(one.moderation, one.assessment),
            id: one.id,
            supports: one.supports,
            at: one.created_at,
            words: one.moderation.is_public().then_some(OriginalWords {
                title: one.title,
                body: one.body,
                place: one.place,
            }),
        };
        Ok(CombineDesk {
            originals: all.into_iter().map(original).collect(),
            told: u32::try_from(told).unwrap_or(u32::MAX),
            open: may_combine(process.stage, []).is_ok(),
            process: name_of(&process)?,
            tables: tables.into_iter().map(|table| (table.id, table.name)).collect(),
        })
    }

    async fn merge(&self, process: String, ids: Vec<ContributionId>, new: Merged) -> Outcome<Composed> {
        let tx = self.begin().await?;
        let process = self.process_for(&tx, &process, Action::CombineContributions).await?;
        let from = self.ticked(&tx, &process, &ids).await?;
        let made = vec![new.contribution];
        self.compose(tx, &process, Composing { kind: Combining::Merge, from, made, reason: new.reason }).await
    }

    async fn split(&self, process: String, id: ContributionId, new: Divided) -> Outcome<Composed> {
        let tx = self.begin().await?;
        let process = self.process_for(&tx, &process, Action::CombineContributions).await?;
        let from = self.ticked(&tx, &process, &[id]).await?;
        let (table, place) = from.first().map(|one| (one.table, one.place.clone())).ok_or(AppError::NotFound)?;
        let parts = new.parts.into_iter();
        let part =
            parts.map(|part| NewContribution { title: part.title, body: part.body, table, place: place.clone() });
        let made = part.collect();
        self.compose(tx, &process, Composing { kind: Combining::Split, from, made, reason: new.reason }).await
    }

    async fn take_back(&self, id: ContributionId, reason: Reason) -> Outcome<String> {
        let tx = self.begin().await?;
        let (one, process) = contributions::with_process(&tx, &self.scope, id).await?;
        let process = self.in_view(process)?;
        self.scope.authorise(Action::CombineContributions, Some(process.id))?;
        // With a part go all the others.
        let (links, made) = self.made_together(&tx, one.id).await?;
        let origins: Vec<ContributionId> = links.iter().map(|link| link.origin).collect();
        let kind = links.first().ok_or(AppError::NotFound)?.kind;
        // Nobody takes any of it into the document meanwhile.
        proposal_documents::lock(&tx, &self.scope, process.id).await?;
        let made = contributions::held(&tx, &self.scope, &made).await?;
        may_take_back(process.stage, self.standings(&tx, &made).await?)?;
        let from = contributions::of_ids(&tx, &self.scope, &origins).await?;
        self.tell_taken_back(&tx, (&from, &made), &reason).await?;
        let now = self.now();
        let mut entries = Vec::new();
        for before in &from {
            let was = links.iter().find(|link| link.origin == before.id).ok_or(AppError::NotFound)?.was;
            contributions::reopen(&tx, &self.scope, before.id, (kind.evaluation(), was), now).await?;
            let after = contributions::by_id(&tx, &self.scope, before.id).await?;
            entries.push(Entry::changed("contribution.reopen", "contribution", before.id.0, before, &after));
        }
        let ids: Vec<ContributionId> = made.iter().map(|one| one.id).collect();
        let role = self.acting(Action::CombineContributions, process.id);
        let returned = |origin: &Contribution, gone: &Contribution| Return {
            contribution: origin.id,
            gone: gone.id,
            gone_title: gone.title.clone(),
            kind,
            role,
            reason: reason.to_string(),
            at: now,
        };
        let returns = from.iter().flat_map(|origin| made.iter().map(move |gone| returned(origin, gone))).collect();
        contribution_returns::insert(&tx, &self.scope, returns).await?;
        contribution_returns::forget(&tx, &self.scope, &ids).await?;
        contribution_origins::forget(&tx, &self.scope, &ids).await?;
        contributions::remove(&tx, &self.scope, &ids).await?;
        entries.extend(made.iter().map(|one| Entry::removed("contribution.take_back", "contribution", one.id.0, one)));
        self.record_all(&tx, entries).await?;
        self.commit(tx).await?;
        Ok(process.slug)
    }
}

/// What the audit log calls it.
const fn recorded(kind: Combining) -> &'static str {
    match kind {
        Combining::Merge => "contribution.merge",
        Combining::Split => "contribution.split",
    }
}

/// By all of it, it is known when it comes a second time.
fn sent_key(
    me: PersonId,
    first: &Contribution,
    (kind, from, made, reason): (Combining, &[Contribution], &[Contribution], &Reason),
) -> SentKey {
    let names: Vec<String> = from.iter().map(|one| one.id.to_string()).collect();
    let words = made.iter().flat_map(|one| [one.title.as_str(), one.body.as_str()]);
    let told = [kind.code(), reason.as_str()].into_iter().chain(names.iter().map(String::as_str)).chain(words);
    SentKey::written_down(first, me, &told.collect::<Vec<_>>())
}

/// What is made from what, and why.
struct Composing {
    kind: Combining,
    from: Vec<Contribution>,
    made: Vec<NewContribution>,
    reason: Reason,
}

impl Handle {
    /// Makes what was asked for, answers what it comes from, and tells everybody whom it concerns.
    async fn compose(&self, tx: Tx, process: &Process, new: Composing) -> Outcome<Composed> {
        let (me, now) = (self.scope.person()?, self.now());
        let Composing { kind, from, made, reason } = new;
        let tables = thematic_tables::of_process(&tx, &self.scope, process.id).await?;
        if made.iter().any(|one| !tables.iter().any(|table| table.id == one.table)) {
            return Err(AppError::invalid("table", Fault::Choice));
        }
        let composed = |new| Contribution { channel: ContributionChannel::Composed, ..fresh(new, process.id, now) };
        let made: Vec<Contribution> = made.into_iter().map(composed).collect();
        let first = made.first().ok_or(Blocker::WrongState)?;
        self.within_limits(&tx, "combine", me, COMBINED).await?;
        let key = sent_key(me, first, (kind, &from, &made, &reason));
        if let Some(before) = contributions::sent_before(&tx, &self.scope, &key).await? {
            return Ok(Composed::Before(before));
        }
        may_combine(process.stage, from.iter().map(|one| (one.moderation, one.assessment)))?;
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        if !suits(kind, count(from.len()), count(made.len())) {
            return Err(AppError::invalid("ids", Fault::Choice));
        }
        let concerned = self.concerned(&tx, from.iter()).await?;
        let hearers = self.hearers(&tx, &from).await?;
        let answer = Answer { evaluation: kind.evaluation(), reason: reason.to_string() };
        let given = [(answer, from)];
        self.keep_answers(&tx, &given).await?;
        let [(_, from)] = given;
        let role = self.acting(Action::CombineContributions, process.id);
        let following: BTreeSet<PersonId> = concerned.into_values().flatten().collect();
        let following: Vec<PersonId> = following.into_iter().collect();
        let link = |one: &Contribution, origin: &Contribution| Link {
            contribution: one.id,
            origin: origin.id,
            direct: true,
            kind,
            was: origin.assessment.evaluation,
            role,
            at: now,
            reason: reason.to_string(),
        };
        let links: Vec<Link> = made.iter().flat_map(|one| from.iter().map(move |origin| link(one, origin))).collect();
        let mut entries = Vec::new();
        for one in &made {
            contributions::insert(&tx, &self.scope, one).await?;
            let own: Vec<&Link> = links.iter().filter(|link| link.contribution == one.id).collect();
            entries.push(Entry::made(recorded(kind), "contribution", one.id.0, &(one, &own, &following)));
        }
        contribution_origins::insert(&tx, &self.scope, &links).await?;
        contributions::mark_sent(&tx, &self.scope, first.id, Some(key)).await?;
        let ids: Vec<ContributionId> = made.iter().map(|one| one.id).collect();
        supports::follow_all(&tx, &self.scope, &ids, &following, now).await?;
        self.tell_combined(&tx, process, (&from, &made), (kind, &reason, &hearers)).await?;
        self.record_all(&tx, entries).await?;
        let first = first.id;
        self.commit(tx).await?;
        Ok(Composed::Now(first))
    }

    /// What became of contributions that were composed.
    pub(super) async fn standings(&self, tx: &Tx, made: &[Contribution]) -> Outcome<Vec<Standing>> {
        let ids: Vec<ContributionId> = made.iter().map(|one| one.id).collect();
        let origins: Vec<Origin> = ids.iter().map(|id| Origin::Contribution(*id)).collect();
        let touched = contribution_origins::touched(tx, &self.scope, &ids).await?
            || !proposal_origins::used(tx, &self.scope, &origins).await?.is_empty();
        let standing =
            |one: &Contribution| Standing { moderation: one.moderation, answered: one.assessment.answered, touched };
        Ok(made.iter().map(standing).collect())
    }
}
