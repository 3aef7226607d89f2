//! What moderators read: every text of their paths, and what was done; and what everybody reads of it.

use super::{Handle, moderated_text::Text, moderation::subject_of};
use crate::store::{
    Tx,
    contributions::{self, Wording},
    moderation::{self, Beat},
};
use app::{
    contract::{
        Slice,
        moderation::{LogLine, RegisterLine, TextRow},
        revisions::{AddedWords, EarlierWords, MoreWords},
    },
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{
    action::Action,
    contribution::{ModeratedKind, ModerationStep},
    id::ContributionId,
};
use std::collections::BTreeMap;

/// Rows of a page.
const PAGE: u64 = 20;
/// Lines of a page of the register.
const LINES: u64 = 50;

impl Handle {
    /// One page of the texts that the person moderates.
    pub(super) async fn texts_of_beat(
        &self,
        kind: ModeratedKind,
        hidden: bool,
        after: Option<String>,
    ) -> Outcome<Slice<TextRow>> {
        let beat = self.beat()?;
        let tx = self.read().await?;
        let wanted = (kind, hidden);
        let mut rows = moderation::texts(&tx, &self.scope, &beat, wanted, after.as_deref(), PAGE + 1).await?;
        let more = rows.len() as u64 > PAGE;
        rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let next = rows.last().map(moderation::Text::cursor).filter(|_| more);
        let proposals = match kind {
            ModeratedKind::Contribution => rows.iter().map(|row| row.contribution).collect(),
            ModeratedKind::Comment => Vec::new(),
        };
        let mut more = self.more_in_short(&tx, &proposals).await?;
        let row = |text: moderation::Text| TextRow {
            subject: subject_of(text.kind, text.id),
            contribution: text.contribution,
            more: MoreWords { place: text.place, ..more.remove(&text.contribution).unwrap_or_default() },
            title: text.title,
            body: text.body,
            state: text.state,
            at: text.at,
        };
        Ok(Slice { rows: rows.into_iter().map(row).collect(), next })
    }

    /// What was added to these proposals, and how often their words were replaced.
    async fn more_in_short(&self, tx: &Tx, of: &[ContributionId]) -> Outcome<BTreeMap<ContributionId, MoreWords>> {
        let mut more: BTreeMap<_, MoreWords> = BTreeMap::new();
        if of.is_empty() {
            return Ok(more);
        }
        for one in contributions::additions_of(tx, &self.scope, of).await? {
            more.entry(one.contribution).or_default().added.push(AddedWords { body: one.body, at: one.at });
        }
        for (id, times) in contributions::replaced_times(tx, &self.scope, of).await? {
            more.entry(id).or_default().replaced = times;
        }
        Ok(more)
    }

    /// All that a text says and said beside its title and text; `reported` is when somebody reported it.
    pub(super) async fn more_words(&self, tx: &Tx, text: &Text, reported: &[DateTime<Utc>]) -> Outcome<MoreWords> {
        let Some(mut from) = text.since else { return Ok(MoreWords::default()) };
        let mut earlier = Vec::new();
        for old in contributions::versions(tx, &self.scope, text.contribution).await? {
            let (Wording { title, body, place }, until) = (old.wording, old.replaced_at);
            let reported = reported.iter().any(|at| (from..until).contains(at));
            earlier.push(EarlierWords { title, body, place, from, until, reported });
            from = until;
        }
        earlier.reverse();
        let added = contributions::additions(tx, &self.scope, text.contribution).await?;
        Ok(MoreWords {
            place: text.place.clone(),
            added: added.into_iter().map(|one| AddedWords { body: one.body, at: one.at }).collect(),
            replaced: earlier.len() as u64,
            earlier,
        })
    }

    /// One page of what moderators did, as everybody may read it.
    pub(super) async fn register_lines(&self, after: Option<String>) -> Outcome<Slice<RegisterLine>> {
        let after = after.map(|after| after.parse().map_err(|_| AppError::NotFound)).transpose()?;
        let tx = self.read().await?;
        let (entries, next) = moderation::log(&tx, &self.scope, &Beat::Tenant, after, LINES).await?;
        let row = |logged: moderation::Logged| RegisterLine {
            kind: logged.entry.kind,
            step: logged.entry.step,
            ground: logged.entry.ground,
            at: logged.entry.at,
        };
        Ok(Slice { rows: entries.into_iter().map(row).collect(), next: next.map(|next| next.to_string()) })
    }

    /// The texts that the person moderates.
    pub(super) fn beat(&self) -> Outcome<Beat> {
        self.beat_of(Action::Moderate)
    }

    /// The texts with which the person may do `action`.
    pub(super) fn beat_of(&self, action: Action) -> Outcome<Beat> {
        if self.scope.may(action, None) {
            self.scope.authorise(action, None)?;
            return Ok(Beat::Tenant);
        }
        let grants = self.scope.signed_in().map(|actor| actor.grants.as_slice()).unwrap_or_default();
        let mut paths: Vec<_> = grants.iter().filter_map(|grant| grant.process).collect();
        paths.retain(|path| self.scope.may(action, Some(*path)));
        self.scope.authorise(action, paths.first().copied())?;
        Ok(Beat::Processes(paths))
    }
}

/// A line of the log; `last` when nothing was done with its text since.
pub(super) fn line(moderation::Logged { entry, title, last }: moderation::Logged) -> LogLine {
    LogLine {
        title,
        subject: subject_of(entry.kind, entry.subject),
        restorable: last && entry.step == ModerationStep::Hide,
        step: entry.step,
        ground: entry.ground,
        reason: entry.reason,
        at: entry.at,
    }
}
