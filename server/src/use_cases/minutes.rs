//! Minutes: written, commented by the members, approved, published, added to.

use super::{
    Handle,
    meetings::{MeetingPart, row},
};
use crate::store::{
    Tx,
    audit::Entry,
    meetings::{self, Meeting},
    members,
    minutes::{self, Comment, Minutes},
    processes::Process,
};
use app::{
    contract::minutes::{MinutesComment, MinutesOf, MinutesRoom, PublicMinutes},
    error::{AppError, Outcome},
    letter, paths,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    calendar::{Holidays, PatronDay, day_in_rome},
    id::MeetingId,
    meeting::MeetingOf,
    minutes::{
        Dissent, Minutes as Rules, MinutesState, MinutesStep, NewAddendum, NewMinutes, NewMinutesComment,
        comment_window, may_begin, with_decision, with_dissent,
    },
    refusal::Blocker,
};

#[async_trait]
impl MinutesOf for Handle {
    async fn minutes_room(&self, id: MeetingId) -> Outcome<MinutesRoom> {
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        let kept = minutes::of_meeting(&tx, &self.scope, id).await?;
        let may = |action| self.scope.may(action, Some(path.id));
        let writes = may(Action::WriteMinutes);
        let shown = kept.as_ref().is_some_and(|kept| kept.rules.state != MinutesState::Draft);
        let reads = shown && may(Action::ReadOrganPapers);
        if !writes && !reads {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let rules = kept.as_ref().map_or(Rules::DRAFT, |kept| kept.rules);
        let seat = self.seat(&tx, &meeting).await?;
        let open =
            |step: &MinutesStep| kept.is_some() && self.may_take(&path, *step) && rules.state.after(*step).is_ok();
        let comments = minutes::comments(&tx, &self.scope, id).await?;
        Ok(MinutesRoom {
            state: kept.as_ref().map(|kept| kept.rules.state),
            comments: comments.into_iter().map(shown_comment).collect(),
            addenda: minutes::addenda(&tx, &self.scope, id).await?,
            comments_until: rules.comments_until,
            comment_days: path.pack()?.minutes_comment_days,
            version: kept.as_ref().map_or(0, |kept| kept.version),
            comments_for: seat.filter(|_| rules.may_comment(true, self.now()).is_ok()),
            may_write: writes && rules.may_edit().is_ok() && may_begin(meeting.state).is_ok(),
            may_add: may(Action::AddAddendum) && rules.may_add_addendum().is_ok(),
            steps: MinutesStep::ALL.iter().copied().filter(open).collect(),
            text: kept.as_ref().map(|kept| kept.text.clone()).unwrap_or_default(),
            decisions: kept.map(|kept| kept.decisions).unwrap_or_default(),
            meeting: row(meeting, &path),
        })
    }

    async fn write_minutes(&self, id: MeetingId, version: i32, new: NewMinutes) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, _) = self.meeting_for(&tx, id, Action::WriteMinutes).await?;
        let Some(kept) = minutes::of_meeting(&tx, &self.scope, id).await? else {
            may_begin(meeting.state)?;
            let begun = Minutes {
                meeting: id,
                text: new.text,
                decisions: Vec::new(),
                rules: Rules::DRAFT,
                approved_on: None,
                published_on: None,
                version: 1,
            };
            minutes::insert(&tx, &self.scope, &begun).await?;
            self.record(&tx, Entry::change("minutes.begin", "meeting", id.0, None::<&Minutes>, Some(&begun))).await?;
            return self.commit(tx).await;
        };
        kept.rules.may_edit()?;
        let changed = Minutes { text: new.text, version, ..kept.clone() };
        self.keep_minutes(tx, "minutes.write", kept, changed).await
    }

    async fn add_decision(&self, id: MeetingId, version: i32, text: String) -> Outcome<()> {
        let tx = self.begin().await?;
        self.meeting_for(&tx, id, Action::WriteMinutes).await?;
        let kept = self.begun(&tx, id).await?;
        kept.rules.may_edit()?;
        let changed = Minutes { decisions: with_decision(kept.decisions.clone(), &text)?, version, ..kept.clone() };
        self.keep_minutes(tx, "minutes.decide", kept, changed).await
    }

    async fn add_dissent(&self, id: MeetingId, version: i32, number: String, new: Dissent) -> Outcome<()> {
        let tx = self.begin().await?;
        self.meeting_for(&tx, id, Action::WriteMinutes).await?;
        let kept = self.begun(&tx, id).await?;
        kept.rules.may_edit()?;
        let decisions = with_dissent(kept.decisions.clone(), &number, new)?;
        let changed = Minutes { decisions, version, ..kept.clone() };
        self.keep_minutes(tx, "minutes.dissent", kept, changed).await
    }

    async fn move_minutes(&self, id: MeetingId, version: i32, step: MinutesStep) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_for(&tx, id, action_of(step)).await?;
        let kept = self.begun(&tx, id).await?;
        let today = day_in_rome(self.now());
        let mut changed = Minutes { version, ..kept.clone() };
        let link = self.address(&paths::minutes(id));
        match step {
            MinutesStep::OpenComments => {
                let until = comment_window(today, path.pack()?, self.local_holidays()).instant();
                changed.rules = kept.rules.open_comments(until)?;
                self.tell_members(&tx, &meeting, |l| {
                    letter::organ::minutes_in_comment(l, &meeting.title, until, &link)
                })
                .await?;
            }
            MinutesStep::Rewrite => changed.rules = kept.rules.rewrite()?,
            MinutesStep::Approve => {
                changed.rules = kept.rules.approve(self.now())?;
                changed.approved_on = Some(today);
            }
            MinutesStep::Publish => {
                changed.rules = kept.rules.publish()?;
                changed.published_on = Some(today);
                let public = self.address(&paths::meeting(id));
                self.tell_members(&tx, &meeting, |l| letter::organ::minutes_published(l, &meeting.title, &public))
                    .await?;
                let shown = Meeting { minutes_published_on: Some(today), ..meeting.clone() };
                meetings::update(&tx, &self.scope, &shown).await?;
            }
        }
        self.keep_minutes(tx, "minutes.move", kept, changed).await
    }

    async fn comment_minutes(&self, id: MeetingId, new: NewMinutesComment) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        let person = self.scope.person()?;
        let kept = minutes::of_meeting(&tx, &self.scope, id).await?;
        let hidden = kept.as_ref().is_none_or(|kept| kept.rules.state != MinutesState::Published);
        if hidden && !self.scope.may(Action::ReadOrganPapers, Some(path.id)) {
            return Err(AppError::NotFound);
        }
        self.scope.authorise(Action::CommentMinutes, Some(path.id))?;
        let seat = self.seat(&tx, &meeting).await?;
        kept.map_or(Rules::DRAFT, |kept| kept.rules).may_comment(seat.is_some(), self.now())?;
        let comment = Comment {
            person: Some(person),
            organisation: seat.unwrap_or_default(),
            text: new.text,
            objection: new.objection,
            at: self.now(),
        };
        minutes::add_comment(&tx, &self.scope, id, &comment).await?;
        self.record(&tx, Entry::change("minutes.comment", "meeting", id.0, None::<&Comment>, Some(&comment))).await?;
        self.commit(tx).await
    }

    async fn add_addendum(&self, id: MeetingId, new: NewAddendum) -> Outcome<()> {
        let tx = self.begin().await?;
        self.meeting_for(&tx, id, Action::AddAddendum).await?;
        self.begun(&tx, id).await?.rules.may_add_addendum()?;
        minutes::add_addendum(&tx, &self.scope, id, new.text.clone(), self.now()).await?;
        self.record(&tx, Entry::change("minutes.add", "meeting", id.0, None::<&String>, Some(&new.text))).await?;
        self.commit(tx).await
    }
}

/// The permission that a step needs.
const fn action_of(step: MinutesStep) -> Action {
    match step {
        MinutesStep::OpenComments | MinutesStep::Rewrite => Action::WriteMinutes,
        MinutesStep::Approve | MinutesStep::Publish => Action::ApproveMinutes,
    }
}

fn shown_comment(comment: Comment) -> MinutesComment {
    MinutesComment {
        organisation: comment.organisation,
        text: comment.text,
        objection: comment.objection,
        at: comment.at,
    }
}

impl Handle {
    fn may_take(&self, path: &Process, step: MinutesStep) -> bool {
        self.scope.may(action_of(step), Some(path.id))
    }

    async fn meeting_for(&self, tx: &Tx, id: MeetingId, action: Action) -> Outcome<MeetingPart> {
        let (meeting, path) = self.meeting_in_view(tx, id).await?;
        self.scope.authorise(action, Some(path.id))?;
        Ok((meeting, path))
    }

    /// The minutes, which somebody must have begun.
    async fn begun(&self, tx: &Tx, id: MeetingId) -> Outcome<Minutes> {
        minutes::of_meeting(tx, &self.scope, id).await?.ok_or(Blocker::WrongState.into())
    }

    /// The organisation for which the person sits on the body that met; tables and public meetings take any organ's.
    async fn seat(&self, tx: &Tx, meeting: &Meeting) -> Outcome<Option<String>> {
        let Some(person) = self.scope.actor() else { return Ok(None) };
        let seats = members::of_person(tx, &self.scope, meeting.process, person).await?;
        let counts = |member: &members::Member| {
            member.state.is_member() && !matches!(meeting.of, MeetingOf::Organ(organ) if organ != member.organ)
        };
        Ok(seats.into_iter().find(counts).map(|member| member.organisation))
    }

    fn local_holidays(&self) -> Holidays {
        let day = self.scope.place().patron_day.split_once('-');
        let patron =
            day.and_then(|(month, day)| Some(PatronDay { month: month.parse().ok()?, day: day.parse().ok()? }));
        Holidays { patron }
    }

    async fn keep_minutes(&self, tx: Tx, what: &'static str, before: Minutes, after: Minutes) -> Outcome<()> {
        minutes::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::change(what, "meeting", after.meeting.0, Some(&before), Some(&after))).await?;
        self.commit(tx).await
    }

    /// Minutes as everybody reads them.
    pub(super) async fn public_minutes(&self, tx: &Tx, kept: Minutes) -> Outcome<PublicMinutes> {
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
