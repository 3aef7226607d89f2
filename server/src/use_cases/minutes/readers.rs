//! Who reads and comments minutes, for how long, and what they see.

use super::{super::Handle, Comment, Meeting, Minutes, Process};
use crate::store::{Tx, members, minutes, organs};
use app::{
    contract::minutes::{MinutesComment, PublicMinutes},
    error::Outcome,
};
use domain::meeting::MeetingOf;

impl Handle {
    /// The organisation for which the person sits on the body that met; tables and public meetings take any organ's.
    pub(super) async fn seat(&self, tx: &Tx, meeting: &Meeting) -> Outcome<Option<String>> {
        let Some(person) = self.scope.actor() else { return Ok(None) };
        let seats = members::of_person(tx, &self.scope, meeting.process, person).await?;
        let counts = |member: &members::Member| {
            member.state.is_member() && !matches!(meeting.of, MeetingOf::Organ(organ) if organ != member.organ)
        };
        Ok(seats.into_iter().find(counts).map(|member| member.organisation))
    }

    /// Days to comment: those of the organ's rules, else those of the pack.
    pub(super) async fn comment_days(&self, tx: &Tx, meeting: &Meeting, path: &Process) -> Outcome<u32> {
        let pack_days = path.pack()?.minutes_comment_days;
        match meeting.of {
            MeetingOf::Organ(id) => Ok(organs::by_id(tx, &self.scope, id).await?.rules.comment_days(pack_days)),
            MeetingOf::Table(_) | MeetingOf::Public => Ok(pack_days),
        }
    }

    /// Minutes as everybody reads them.
    pub(in crate::use_cases) async fn public_minutes(&self, tx: &Tx, kept: Minutes) -> Outcome<PublicMinutes> {
        let comments = minutes::comments(tx, &self.scope, kept.meeting).await?;
        Ok(PublicMinutes {
            objections: comments.into_iter().filter(|comment| comment.objection).map(shown_comment).collect(),
            addenda: minutes::addenda(tx, &self.scope, kept.meeting).await?,
            text: kept.text,
            decisions: kept.decisions,
            approved_on: kept.approved_on,
            published_on: kept.published_on,
        })
    }
}

/// A comment under the name of its organisation.
pub(super) fn shown_comment(comment: Comment) -> MinutesComment {
    MinutesComment {
        organisation: comment.organisation,
        text: comment.text,
        objection: comment.objection,
        at: comment.at,
    }
}
