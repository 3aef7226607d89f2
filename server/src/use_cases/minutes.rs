//! Minutes: written, commented and approved by the members, published, added to.

mod approving;
mod beside;
mod commenting;
mod readers;

use super::{
    Handle,
    meetings::{MeetingPart, row},
};
use crate::store::{
    Tx,
    audit::Entry,
    deadlines,
    meetings::{self, Meeting},
    minutes::{self, Minutes},
    minutes_comments::{self, Which},
    process_facts::holidays,
    processes::Process,
};
use app::{
    contract::minutes::{MinutesOf, MinutesRoom},
    error::{AppError, Outcome},
    letter, paths,
};
use approving::{speaks_for, tally};
use async_trait::async_trait;
pub(super) use commenting::comment_after;
use commenting::shown_comments;
use domain::{
    action::Action,
    calendar::day_in_rome,
    id::{MeetingId, MemberId},
    meeting::MeetingOf,
    minutes::{
        Dissent, Minutes as Rules, MinutesState, MinutesStep, NewAddendum, NewMinutes, NewMinutesComment,
        comment_window, may_begin, with_decision, with_dissent,
    },
    refusal::Blocker,
};

#[async_trait]
impl MinutesOf for Handle {
    async fn minutes_room(&self, id: MeetingId, after: Option<String>) -> Outcome<MinutesRoom> {
        let after = comment_after(after)?;
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        let kept = minutes::of_meeting(&tx, &self.scope, id).await?;
        let may = |action| self.scope.may(action, Some(path.id));
        let runs = self.runs(&tx, meeting.of).await?;
        let writes = may(Action::WriteMinutes) && runs;
        let shown = kept.as_ref().is_some_and(|kept| kept.rules.state != MinutesState::Draft);
        let reads = shown && may(Action::ReadOrganPapers);
        if !writes && !reads {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let rules = kept.as_ref().map_or(Rules::DRAFT, |kept| kept.rules);
        let seats = self.seats_at(&tx, &meeting).await?;
        let members = meeting.of != MeetingOf::Public;
        let open = |step: &MinutesStep| {
            runs && kept.is_some() && self.may_take(&path, *step) && rules.state.after_among(*step, members).is_ok()
        };
        let (comments, next) = minutes_comments::page(&tx, &self.scope, id, Which::All, after).await?;
        let whole = after.is_none() && next.is_none();
        let objected = comments.iter().any(|comment| comment.objection)
            || (!whole && minutes_comments::objected(&tx, &self.scope, id, None).await?);
        let approvals = tally(&seats, objected);
        let may_write = writes && rules.may_edit().is_ok() && may_begin(meeting.state).is_ok();
        Ok(MinutesRoom {
            beside: if may_write { Some(self.beside_minutes(&tx, &meeting).await?) } else { None },
            state: kept.as_ref().map(|kept| kept.rules.state),
            comments: shown_comments(comments, next),
            addenda: minutes::addenda(&tx, &self.scope, id).await?,
            comments_until: rules.comments_until,
            comment_days: self.comment_days(&tx, &meeting, &path).await?,
            version: kept.as_ref().map_or(0, |kept| kept.version),
            comments_for: speaks_for(&seats).filter(|_| rules.may_comment(true, self.now()).is_ok()),
            approves_for: if may(Action::ApproveAsMember) {
                self.approves_for(rules, &seats, &approvals)
            } else {
                Vec::new()
            },
            approvals,
            approvals_fell_on: kept.as_ref().and_then(|kept| kept.approvals_fell_on),
            may_write,
            may_add: runs && may(Action::AddAddendum) && rules.may_add_addendum().is_ok(),
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
                approvals_fell_on: None,
                version: 1,
            };
            minutes::insert(&tx, &self.scope, &begun).await?;
            self.record(&tx, Entry::made("minutes.begin", "meeting", id.0, &begun)).await?;
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
        let members = meeting.of != MeetingOf::Public;
        let mut changed = Minutes { version, ..kept.clone() };
        let mut shown = meeting.clone();
        let link = self.address(&paths::minutes(id));
        match step {
            MinutesStep::OpenComments => {
                kept.rules.state.after_among(step, members)?;
                let days = self.comment_days(&tx, &meeting, &path).await?;
                let until = comment_window(today, days, path.pack()?, holidays(&self.scope)).instant();
                changed.rules = kept.rules.open_comments(until)?;
                self.tell_members(&tx, &meeting, |l| {
                    letter::organ::minutes_in_comment(l, &meeting.title, until, &link)
                })
                .await?;
            }
            MinutesStep::Rewrite => {
                changed.rules = kept.rules.rewrite()?;
                if self.approvals_fall(&tx, id).await? {
                    changed.approvals_fell_on = Some(today);
                }
            }
            MinutesStep::Approve => {
                changed.rules = if members {
                    kept.rules.approve(self.now(), self.tally(&tx, &meeting).await?.agreed)?
                } else {
                    kept.rules.approve_alone(self.now())?
                };
                changed.approved_on = Some(today);
            }
            MinutesStep::Publish => {
                changed.rules = kept.rules.publish()?;
                changed.published_on = Some(today);
                let public = self.address(&paths::meeting(id));
                self.tell_members(&tx, &meeting, |l| letter::organ::minutes_published(l, &meeting.title, &public))
                    .await?;
                shown.minutes_published_on = Some(today);
                meetings::update(&tx, &self.scope, &shown).await?;
            }
        }
        minutes::update(&tx, &self.scope, &changed).await?;
        // The window of comments is a deadline of the path: it begins or ends here.
        deadlines::refresh(&tx, &self.scope, &path, self.now()).await?;
        let (was, is) = ((&kept, &meeting), (&changed, &shown));
        self.record(&tx, Entry::changed("minutes.move", "meeting", id.0, &was, &is)).await?;
        self.commit(tx).await
    }

    async fn comment_minutes(&self, id: MeetingId, new: NewMinutesComment) -> Outcome<()> {
        self.add_comment(id, new).await
    }

    async fn approve_minutes(&self, id: MeetingId, version: i32, member: MemberId) -> Outcome<()> {
        self.approve_for(id, version, member).await
    }

    async fn add_addendum(&self, id: MeetingId, new: NewAddendum) -> Outcome<()> {
        let tx = self.begin().await?;
        self.meeting_for(&tx, id, Action::AddAddendum).await?;
        self.begun(&tx, id).await?.rules.may_add_addendum()?;
        minutes::add_addendum(&tx, &self.scope, id, new.text.clone(), self.now()).await?;
        self.record(&tx, Entry::made("minutes.add", "meeting", id.0, &new.text)).await?;
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

impl Handle {
    fn may_take(&self, path: &Process, step: MinutesStep) -> bool {
        self.scope.may(action_of(step), Some(path.id))
    }

    async fn meeting_for(&self, tx: &Tx, id: MeetingId, action: Action) -> Outcome<MeetingPart> {
        let (meeting, path) = self.meeting_in_view(tx, id).await?;
        self.scope.authorise(action, Some(path.id))?;
        if self.runs(tx, meeting.of).await? { Ok((meeting, path)) } else { Err(AppError::Forbidden) }
    }

    /// The minutes, which somebody must have begun; nobody else changes them meanwhile.
    async fn begun(&self, tx: &Tx, id: MeetingId) -> Outcome<Minutes> {
        minutes::locked(tx, &self.scope, id).await?.ok_or(Blocker::WrongState.into())
    }

    async fn keep_minutes(&self, tx: Tx, what: &'static str, before: Minutes, after: Minutes) -> Outcome<()> {
        minutes::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed(what, "meeting", after.meeting.0, &before, &after)).await?;
        self.commit(tx).await
    }
}
