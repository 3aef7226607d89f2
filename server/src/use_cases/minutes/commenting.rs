//! Members comment on the minutes that lie before them; what is objected stands in them for good.

use super::{super::Handle, approving::speaks_for};
use crate::store::{
    audit::Entry,
    minutes,
    minutes_comments::{self, Comment},
};
use app::{
    contract::{Slice, minutes::MinutesComment},
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    id::MeetingId,
    minutes::{Minutes as Rules, NewMinutesComment},
};
use uuid::Uuid;

/// How many comments one person makes in an hour: everybody reads the objections for good.
const PER_HOUR: u64 = 20;

impl Handle {
    /// Comments for the organisation whose seat the person holds.
    pub(super) async fn add_comment(&self, id: MeetingId, new: NewMinutesComment) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        let person = self.scope.person()?;
        // What is being approved for good takes no objection any more.
        let kept = minutes::locked(&tx, &self.scope, id).await?;
        self.may_see_minutes(kept.as_ref(), &path)?;
        self.scope.authorise(Action::CommentMinutes, Some(path.id))?;
        let seat = speaks_for(&self.seats_at(&tx, &meeting).await?);
        kept.map_or(Rules::DRAFT, |kept| kept.rules).may_comment(seat.is_some(), self.now())?;
        self.within_limit(&tx, "minutes_comment", person, PER_HOUR).await?;
        let comment = Comment {
            person: Some(person),
            organisation: seat.unwrap_or_default(),
            text: new.text,
            objection: new.objection,
            at: self.now(),
        };
        self.tell_of_objection(&tx, &meeting, &comment).await?;
        minutes_comments::insert(&tx, &self.scope, id, &comment).await?;
        self.record(&tx, Entry::made("minutes.comment", "meeting", id.0, &comment)).await?;
        self.commit(tx).await
    }
}

/// A page of comments, each under the name of its organisation.
pub(super) fn shown_comments(comments: Vec<Comment>, next: Option<Uuid>) -> Slice<MinutesComment> {
    let shown = |comment: Comment| MinutesComment {
        organisation: comment.organisation,
        text: comment.text,
        objection: comment.objection,
        at: comment.at,
    };
    Slice { rows: comments.into_iter().map(shown).collect(), next: next.map(|next| next.to_string()) }
}

/// The comment after which a page begins, as its address says.
pub(in crate::use_cases) fn comment_after(after: Option<String>) -> Outcome<Option<Uuid>> {
    after.map(|after| after.parse().map_err(|_| AppError::NotFound)).transpose()
}
