//! What a moderator meets: a contribution, or a comment below one.

use super::Handle;
use crate::store::{Tx, comments, contributions};
use app::{contract::moderation::Subject, error::Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::ModerationState,
    id::{ContributionId, PersonId, ProcessId},
};
use uuid::Uuid;

/// A text as the moderator meets it.
pub(super) struct Text {
    pub id: Uuid,
    pub contribution: ContributionId,
    pub process: ProcessId,
    pub author: Option<PersonId>,
    pub title: String,
    pub body: String,
    pub state: ModerationState,
    /// Of a proposal, where it is about, and since when it is there.
    pub place: Option<String>,
    pub since: Option<DateTime<Utc>>,
}

impl Handle {
    /// The text, whether or not it is public.
    pub(super) async fn text(&self, tx: &Tx, subject: Subject) -> Outcome<Text> {
        match subject {
            Subject::Contribution(id) => {
                let one = contributions::by_id(tx, &self.scope, id).await?;
                Ok(Text {
                    id: id.0,
                    contribution: id,
                    process: one.process,
                    author: one.author,
                    title: one.title,
                    body: one.body,
                    state: one.moderation,
                    place: one.place,
                    since: Some(one.created_at),
                })
            }
            Subject::Comment(id) => {
                let comment = comments::by_id(tx, &self.scope, id).await?;
                let on = contributions::by_id(tx, &self.scope, comment.contribution).await?;
                Ok(Text {
                    id: id.0,
                    contribution: on.id,
                    process: on.process,
                    author: comment.author,
                    title: on.title,
                    body: comment.body,
                    state: comment.moderation,
                    place: None,
                    since: None,
                })
            }
        }
    }
}
