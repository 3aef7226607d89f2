//! Reports, hiding with a reason, restoring.

use super::{Handle, contribution_parts::Limit, moderated_text::Text, moderation_lists};
use crate::store::{
    Tx,
    audit::Entry,
    comments, contributions, mails,
    moderation::{self, Report},
    people,
};
use app::{
    contract::{
        Slice,
        moderation::{Moderation, Queue, QueueItem, RegisterLine, Subject, TextRow},
    },
    error::{AppError, Outcome},
    i18n::Locale,
    letter::{self, Words},
    paths,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    action::Action,
    appeal::AppealState,
    contribution::{HideReason, ModeratedKind, ModerationState, ModerationStep},
    id::{CommentId, ContributionId},
    reason::Reason,
};
use uuid::Uuid;

const REPORTS: Limit = Limit { hour: 20, day: 60 };
const LOG: u64 = 30;

#[async_trait]
impl Moderation for Handle {
    async fn report(&self, subject: Subject, reason: Reason) -> Outcome<ContributionId> {
        self.scope.authorise(Action::Report, None)?;
        let person = self.scope.person()?;
        let tx = self.begin().await?;
        moderation::in_turn(&tx, &self.scope, subject).await?;
        let text = self.text(&tx, subject).await?;
        if !text.state.is_public() {
            return Err(AppError::NotFound);
        }
        self.within_limits(&tx, "report", person, REPORTS).await?;
        let report = Report {
            kind: subject.kind(),
            subject: text.id,
            contribution: text.contribution,
            reason: reason.to_string(),
            created_at: self.now(),
        };
        if moderation::report(&tx, &self.scope, &report, person).await? {
            // A text that was reported before stays as it is.
            let reported = text.state.after(ModerationStep::Report).unwrap_or(text.state);
            if reported != text.state {
                self.store_state(&tx, subject, (text.state, reported), None).await?;
            }
            let made = (&report, text.state, reported);
            self.record(&tx, Entry::made("moderation.report", subject.kind().code(), text.id, &made)).await?;
        }
        self.commit(tx).await?;
        Ok(text.contribution)
    }

    async fn moderation_queue(&self, place: u64, after: Option<String>) -> Outcome<Queue> {
        let beat = self.beat()?;
        let after = after.map(|after| after.parse().map_err(|_| AppError::NotFound)).transpose()?;
        let tx = self.read().await?;
        let waiting = moderation::count_waiting(&tx, &self.scope, &beat).await?;
        let place = place.clamp(1, waiting.max(1)).min(waiting);
        let reports = moderation::waiting_at(&tx, &self.scope, &beat, place).await?;
        let item = match reports.first() {
            Some(first) => {
                let subject = subject_of(first.kind, first.subject);
                let text = self.text(&tx, subject).await?;
                let reported: Vec<_> = reports.iter().map(|report| report.created_at).collect();
                Some(QueueItem {
                    more: self.more_words(&tx, &text, &reported).await?,
                    subject,
                    contribution: text.contribution,
                    title: text.title,
                    body: text.body,
                    state: text.state,
                    at: first.created_at,
                    reasons: reports
                        .into_iter()
                        .map(|report| report.reason)
                        .filter(|reason| !reason.is_empty())
                        .collect(),
                })
            }
            None => None,
        };
        let (entries, next) = moderation::log(&tx, &self.scope, &beat, after, LOG).await?;
        let rows = entries.into_iter().map(moderation_lists::line).collect();
        Ok(Queue { waiting, place, item, log: Slice { rows, next: next.map(|next| next.to_string()) } })
    }

    async fn moderated_texts(
        &self,
        kind: ModeratedKind,
        hidden: bool,
        after: Option<String>,
    ) -> Outcome<Slice<TextRow>> {
        self.texts_of_beat(kind, hidden, after).await
    }

    async fn moderation_register(&self, after: Option<String>) -> Outcome<Slice<RegisterLine>> {
        self.register_lines(after).await
    }

    async fn hide(&self, subject: Subject, reason: HideReason) -> Outcome<()> {
        let link = self.address(&paths::appeal(subject));
        let words = |l: Locale, text: &Text| match text.state {
            ModerationState::PendingModeration => letter::held_refused(l, &text.title, &reason, &link),
            _ => letter::hidden(l, &text.title, &reason, &link),
        };
        self.moderate(subject, ModerationStep::Hide, Some(&reason), reason.reason.as_str(), Some(&words)).await
    }

    async fn restore(&self, subject: Subject, reason: Reason) -> Outcome<()> {
        let words = |l: Locale, text: &Text| letter::restored(l, &text.title, reason.as_str());
        self.moderate(subject, ModerationStep::Restore, None, reason.as_str(), Some(&words)).await
    }

    async fn let_through(&self, subject: Subject) -> Outcome<()> {
        let words = |l: Locale, text: &Text| {
            let link = self.address(&paths::contribution(text.contribution));
            letter::let_through(l, &text.title, &link)
        };
        self.moderate(subject, ModerationStep::Publish, None, "", Some(&words)).await
    }

    async fn dismiss(&self, subject: Subject) -> Outcome<()> {
        self.moderate(subject, ModerationStep::Dismiss, None, "", None).await
    }
}

/// Makes the mail to an author, in their language, about the text as it was.
type Letter<'a> = &'a (dyn Fn(Locale, &Text) -> Words + Sync);

pub(super) fn subject_of(kind: ModeratedKind, id: Uuid) -> Subject {
    match kind {
        ModeratedKind::Contribution => Subject::Contribution(ContributionId(id)),
        ModeratedKind::Comment => Subject::Comment(CommentId(id)),
    }
}

impl Handle {
    /// Stores the state after the one that was read; `changed` is when its author may see that something became of it.
    async fn store_state(
        &self,
        tx: &Tx,
        subject: Subject,
        (before, after): (ModerationState, ModerationState),
        changed: Option<DateTime<Utc>>,
    ) -> Outcome<()> {
        match subject {
            Subject::Contribution(id) => contributions::moderate(tx, &self.scope, id, (before, after), changed).await,
            Subject::Comment(id) => {
                let read = comments::by_id(tx, &self.scope, id).await?;
                let read = comments::Comment { moderation: before, ..read };
                comments::moderate(tx, &self.scope, &read, after).await
            }
        }
    }

    /// One step of a moderator: state, log, audit, and a mail to the author.
    async fn moderate(
        &self,
        subject: Subject,
        step: ModerationStep,
        ground: Option<&HideReason>,
        reason: &str,
        letter: Option<Letter<'_>>,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        moderation::in_turn(&tx, &self.scope, subject).await?;
        let text = self.text(&tx, subject).await?;
        match step {
            ModerationStep::Restore => self.authorise_restore(&tx, &text).await?,
            _ => self.scope.authorise(Action::Moderate, Some(text.process))?,
        }
        let (now, after) = (self.now(), text.state.after(step)?);
        let news = (step != ModerationStep::Dismiss).then_some(now);
        self.store_state(&tx, subject, (text.state, after), news).await?;
        if step == ModerationStep::Publish {
            contributions::touch(&tx, &self.scope, text.contribution, now).await?;
        }
        moderation::settle(&tx, &self.scope, text.id).await?;
        if step == ModerationStep::Restore {
            moderation::settle_appeal(&tx, &self.scope, text.id, (AppealState::Granted, reason), now).await?;
        }
        if let (ModerationStep::Restore | ModerationStep::Publish, Subject::Contribution(id)) = (step, subject) {
            self.call_for_answer(&tx, id).await?;
        }
        let entry = moderation::Entry {
            kind: subject.kind(),
            subject: text.id,
            step,
            ground: ground.map(|hide| hide.ground),
            reason: reason.to_owned(),
            at: now,
        };
        moderation::note(&tx, &self.scope, &entry).await?;
        let action = match step {
            ModerationStep::Hide => "moderation.hide",
            ModerationStep::Publish => "moderation.let_through",
            ModerationStep::Restore => "moderation.restore",
            _ => "moderation.dismiss",
        };
        let change = Entry::changed(action, subject.kind().code(), text.id, &text.state, &after);
        self.record(&tx, change).await?;
        if let (Some(author), Some(letter)) = (text.author, letter) {
            let author = people::by_id(&tx, &self.scope, author).await?;
            let words = letter(author.locale(), &text);
            mails::post(&tx, &self.scope, author.email, words, now).await?;
        }
        self.commit(tx).await
    }
}
