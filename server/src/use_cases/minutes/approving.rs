//! The members approve the minutes that lie before them; a text that is written anew is approved anew.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    meetings::Meeting,
    minutes,
    minutes_approvals::{self, Approval, Seat},
    minutes_comments::{self, Comment},
};
use app::{
    error::{AppError, Outcome},
    letter, paths,
};
use domain::{
    action::Action,
    id::{MeetingId, MemberId},
    minutes::{Minutes as Rules, Tally},
    role::Role,
};

impl Handle {
    /// Approves the minutes for `member`, in the version that its delegate read.
    pub(super) async fn approve_for(&self, id: MeetingId, version: i32, member: MemberId) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        self.scope.person()?;
        // Until the approval is written nobody takes back what it is about, nor approves for the same organisation.
        let kept = minutes::locked(&tx, &self.scope, id).await?;
        self.may_see_minutes(kept.as_ref(), &path)?;
        self.scope.authorise(Action::ApproveAsMember, Some(path.id))?;
        let seats = self.seats_at(&tx, &meeting).await?;
        let seat = seats.iter().find(|seat| seat.member == member && seat.mine).ok_or(AppError::NotFound)?;
        let said = Tally::of(seats.iter().map(|seat| seat.voice.clone()), false);
        let approved = said.has_approved(&seat.voice.organisation);
        let rules = kept.as_ref().map_or(Rules::DRAFT, |kept| kept.rules);
        rules.may_approve_as_member(seat.voice.sits, approved)?;
        if kept.is_none_or(|kept| kept.version != version) {
            return Err(AppError::Conflict);
        }
        let approval = Approval { meeting: id, member, at: self.now() };
        minutes_approvals::insert(&tx, &self.scope, &approval).await?;
        // After the days for comments nobody waits any more.
        let early = rules.comments_until.is_some_and(|until| self.now() < until);
        if early && self.tally(&tx, &meeting).await?.agreed {
            self.mail_others(&tx, path.id, &[Role::ProcessOwner], |l, origin| {
                letter::organ::minutes_agreed(l, &meeting.title, &format!("{origin}{}", paths::minutes_work(id)))
            })
            .await?;
        }
        self.record(&tx, Entry::made("minutes.approve", "meeting", id.0, &approval)).await?;
        self.commit(tx).await
    }

    /// Tells the owners of the path of the first objection of an organisation, before it is kept.
    pub(super) async fn tell_of_objection(&self, tx: &Tx, meeting: &Meeting, new: &Comment) -> Outcome<()> {
        if !new.objection || minutes_comments::objected(tx, &self.scope, meeting.id, Some(&new.organisation)).await? {
            return Ok(());
        }
        self.mail_others(tx, meeting.process, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::minutes_work(meeting.id));
            letter::organ::objection(l, &new.organisation, &meeting.title, &link)
        })
        .await
    }

    /// The seats on the body that met, and which of them are of the person who asks.
    pub(super) async fn seats_at(&self, tx: &Tx, meeting: &Meeting) -> Outcome<Vec<Seat>> {
        minutes_approvals::of_body(tx, &self.scope, meeting, self.scope.actor()).await
    }

    /// Who approved, and whether everybody did.
    pub(super) async fn tally(&self, tx: &Tx, meeting: &Meeting) -> Outcome<Tally> {
        let seats = minutes_approvals::of_body(tx, &self.scope, meeting, None).await?;
        Ok(tally(&seats, minutes_comments::objected(tx, &self.scope, meeting.id, None).await?))
    }

    /// Takes the approvals of the earlier text away, and gives whether there were any.
    pub(super) async fn approvals_fall(&self, tx: &Tx, id: MeetingId) -> Outcome<bool> {
        let fell = minutes_approvals::fall(tx, &self.scope, id).await?;
        if !fell.is_empty() {
            self.record(tx, Entry::removed("minutes.unapprove", "meeting", id.0, &fell)).await?;
        }
        Ok(!fell.is_empty())
    }

    /// The organisations for which the person may approve now.
    pub(super) fn approves_for(&self, rules: Rules, seats: &[Seat], said: &Tally) -> Vec<(MemberId, String)> {
        let may = |seat: &&Seat| {
            seat.mine
                && rules.may_approve_as_member(seat.voice.sits, said.has_approved(&seat.voice.organisation)).is_ok()
        };
        let mut theirs: Vec<(MemberId, String)> = Vec::new();
        for seat in seats.iter().filter(may) {
            let organisation = &seat.voice.organisation;
            if theirs.iter().all(|(_, one)| one.to_lowercase() != organisation.to_lowercase()) {
                theirs.push((seat.member, organisation.clone()));
            }
        }
        theirs
    }
}

/// Who approved; an objection counts whichever text it was made to, since it is published with the minutes.
pub(super) fn tally(seats: &[Seat], objected: bool) -> Tally {
    Tally::of(seats.iter().map(|seat| seat.voice.clone()), objected)
}

/// The organisation for which the person comments: the first of the seats that are held today.
pub(super) fn speaks_for(seats: &[Seat]) -> Option<String> {
    seats.iter().find(|seat| seat.mine && seat.voice.sits).map(|seat| seat.voice.organisation.clone())
}
