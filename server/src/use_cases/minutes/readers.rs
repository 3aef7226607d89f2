//! Who reads minutes, for how long they are commented, and what everybody sees.

use super::{super::Handle, Meeting, Minutes, Process, approving::tally, commenting::shown_comments};
use crate::store::{
    Tx, minutes, minutes_approvals,
    minutes_comments::{self, Which},
    organs,
};
use app::{
    contract::minutes::PublicMinutes,
    error::{AppError, Outcome},
};
use domain::{action::Action, meeting::MeetingOf, minutes::MinutesState};
use uuid::Uuid;

impl Handle {
    /// Lets pass who may know of the minutes at all: everybody once they are published, before that the body's readers.
    pub(super) fn may_see_minutes(&self, kept: Option<&Minutes>, path: &Process) -> Outcome<()> {
        let hidden = kept.is_none_or(|kept| kept.rules.state != MinutesState::Published);
        let inside = self.scope.may(Action::ReadOrganPapers, Some(path.id));
        if hidden && !inside { Err(AppError::NotFound) } else { Ok(()) }
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
    pub(in crate::use_cases) async fn public_minutes(
        &self,
        tx: &Tx,
        meeting: &Meeting,
        kept: Minutes,
        after: Option<Uuid>,
    ) -> Outcome<PublicMinutes> {
        let (objections, next) =
            minutes_comments::page(tx, &self.scope, kept.meeting, Which::Objections, after).await?;
        let seats = minutes_approvals::of_body(tx, &self.scope, meeting, None).await?;
        Ok(PublicMinutes {
            approved_by: tally(&seats, !objections.is_empty()).approved,
            objections: shown_comments(objections, next),
            addenda: minutes::addenda(tx, &self.scope, kept.meeting).await?,
            text: kept.text,
            decisions: kept.decisions,
            approved_on: kept.approved_on,
            published_on: kept.published_on,
        })
    }
}
