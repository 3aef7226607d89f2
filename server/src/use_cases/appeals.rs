//! Appeals against hiding.

use super::{Handle, contribution_parts::Limit, moderated_text::Text, moderation::subject_of};
use crate::store::{
    Tx,
    audit::Entry,
    mails,
    moderation::{self, Appeal},
    people,
};
use app::{
    contract::{
        appeals::{AppealDesk, AppealQueue, AppealView, Appeals},
        moderation::Subject,
    },
    error::{AppError, Outcome},
    letter,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    appeal::{AppealState, may_appeal},
    contribution::{HideReason, ModerationStep},
    reason::Reason,
};
use uuid::Uuid;

const APPEALS: Limit = Limit { hour: 5, day: 10 };

#[async_trait]
impl Appeals for Handle {
    async fn appeal_desk(&self, subject: Subject) -> Outcome<AppealDesk> {
        let tx = self.read().await?;
        let text = self.own_text(&tx, subject).await?;
        let (_, made) = self.hiding_and_appeal(&tx, text.id).await?;
        self.appeal_desk(&tx, subject, text, made).await
    }

    async fn appeal(&self, subject: Subject, reason: Reason) -> Outcome<()> {
        self.scope.authorise(Action::Report, None)?;
        let tx = self.begin().await?;
        moderation::in_turn(&tx, &self.scope, subject).await?;
        let text = self.own_text(&tx, subject).await?;
        let (entry, made) = self.hiding_and_appeal(&tx, text.id).await?;
        if !may_appeal(text.state, made.map(|made| made.state)) {
            return Err(AppError::Conflict);
        }
        let me = self.scope.person()?;
        self.within_limits(&tx, "appeal", me, APPEALS).await?;
        let appeal = Appeal {
            id: Uuid::now_v7(),
            entry,
            kind: subject.kind(),
            subject: text.id,
            contribution: text.contribution,
            reason: reason.to_string(),
            state: AppealState::Open,
            answer: String::new(),
            made_at: self.now(),
        };
        moderation::appeal(&tx, &self.scope, &appeal, me).await?;
        self.record(&tx, Entry::made("moderation.appeal", subject.kind().code(), text.id, &appeal)).await?;
        self.commit(tx).await
    }

    async fn appeals(&self) -> Outcome<AppealQueue> {
        let tx = self.read().await?;
        let open = self.open_appeals(&tx).await?;
        let first = match open.mine.first() {
            Some(first) => {
                let subject = subject_of(first.kind, first.subject);
                let text = self.text(&tx, subject).await?;
                Some(self.appeal_desk(&tx, subject, text, Some(first.clone())).await?)
            }
            None => None,
        };
        Ok(AppealQueue {
            waiting: open.mine.len() as u64,
            first,
            barred: open.barred,
            reviewers: open.reviewers,
            moderates: self.beat().is_ok(),
        })
    }

    async fn refuse_appeal(&self, subject: Subject, reason: Reason) -> Outcome<()> {
        let tx = self.begin().await?;
        moderation::in_turn(&tx, &self.scope, subject).await?;
        let text = self.text(&tx, subject).await?;
        self.authorise_review(&tx, &text).await?;
        let answer = (AppealState::Refused, reason.as_str());
        if !moderation::settle_appeal(&tx, &self.scope, text.id, answer, self.now()).await? {
            return Err(AppError::Conflict);
        }
        let kind = subject.kind().code();
        let (open, refused) = (AppealState::Open, AppealState::Refused);
        self.record(&tx, Entry::changed("moderation.refuse_appeal", kind, text.id, &open, &refused)).await?;
        if let Some(author) = text.author {
            let author = people::by_id(&tx, &self.scope, author).await?;
            let words = letter::appeal_refused(author.locale(), &text.title, reason.as_str());
            mails::post(&tx, &self.scope, author.email, words, self.now()).await?;
        }
        self.commit(tx).await
    }
}

impl Handle {
    /// A text of the person who asks; those of others do not exist.
    async fn own_text(&self, tx: &Tx, subject: Subject) -> Outcome<Text> {
        let me = self.scope.person()?;
        let text = self.text(tx, subject).await?;
        if text.author == Some(me) { Ok(text) } else { Err(AppError::NotFound) }
    }

    /// The entry with which a text was hidden last, and the appeal made since; what was never hidden has none.
    async fn hiding_and_appeal(&self, tx: &Tx, subject: Uuid) -> Outcome<(Uuid, Option<Appeal>)> {
        let (entry, _) = moderation::last_hiding(tx, &self.scope, subject).await?.ok_or(AppError::NotFound)?;
        Ok((entry, moderation::appeal_against(tx, &self.scope, entry).await?))
    }

    async fn appeal_desk(&self, tx: &Tx, subject: Subject, text: Text, made: Option<Appeal>) -> Outcome<AppealDesk> {
        let log = moderation::log_of(tx, &self.scope, text.id).await?;
        let hidden = log.into_iter().find(|entry| entry.step == ModerationStep::Hide);
        let why = hidden
            .and_then(|entry| Some(HideReason { ground: entry.ground?, reason: Reason::parse(&entry.reason).ok()? }));
        let state = made.as_ref().map(|made| made.state);
        let appeal = made.map(|made| AppealView {
            reason: made.reason,
            at: made.made_at,
            state: made.state,
            answer: made.answer,
        });
        Ok(AppealDesk {
            more: self.more_words(tx, &text, &[]).await?,
            subject,
            contribution: text.contribution,
            may_appeal: may_appeal(text.state, state),
            title: text.title,
            body: text.body,
            why,
            appeal,
        })
    }
}
