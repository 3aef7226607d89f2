//! How an organisation comes to an organ: invited by its owner, or as a candidate.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    delegates,
    members::{self, Member},
    organs::Organ,
    people::Person,
    processes::Process,
};
use app::{
    error::{AppError, Outcome},
    format,
    i18n::Locale,
    letter, paths,
};
use domain::{
    id::MemberId,
    invalid::Fault,
    organ::{EntryWay, MemberState, MemberStep, NewCandidature, NewMember},
    sign_in::INVITATION_LIFE,
};

impl Handle {
    /// The seat of an organisation on the organ, wherever it stands: it has one at most.
    async fn seat_of(&self, tx: &Tx, organ: &Organ, organisation: &str) -> Outcome<Option<Member>> {
        let name = organisation.to_lowercase();
        let members = members::of_organs(tx, &self.scope, &[organ.id]).await?;
        Ok(members.into_iter().find(|member| member.organisation.to_lowercase() == name))
    }

    /// The organisation as invited, with its delegate. One whose invitation was taken back comes back to its own seat,
    /// perhaps through somebody else; any other has a seat already.
    pub(super) async fn take_invited(&self, tx: &Tx, organ: &Organ, new: NewMember, votes: bool) -> Outcome<Member> {
        let seat = self.seat_of(tx, organ, &new.organisation).await?;
        if seat.as_ref().is_some_and(|seat| seat.state != MemberState::TakenBack) {
            return Err(AppError::invalid("organisation", Fault::Taken));
        }
        let member = Member {
            id: seat.as_ref().map_or_else(MemberId::fresh, |seat| seat.id),
            process: organ.process,
            organ: organ.id,
            organisation: new.organisation,
            kind: new.kind,
            category: new.category,
            way: EntryWay::Invited,
            state: MemberState::Invited,
            votes,
            since: None,
            why: None,
            reason: None,
            created_at: seat.as_ref().map_or_else(|| self.now(), |seat| seat.created_at),
            invited_at: Some(self.now()),
        };
        let delegate = delegates::Delegate { member: member.id, name: new.delegate, email: new.email, person: None };
        let is = self.sealed(&delegate);
        let entry = match seat {
            Some(before) => {
                let was = self.sealed_delegate(tx, before.id).await?;
                members::update(tx, &self.scope, &member, before.state).await?;
                delegates::replace(tx, &self.scope, &delegate).await?;
                Entry::changed("member.move", "member", member.id.0, &(&before, was), &(&member, Some(is)))
            }
            None => {
                members::insert(tx, &self.scope, &member).await?;
                delegates::insert(tx, &self.scope, &delegate).await?;
                Entry::made("member.invite", "member", member.id.0, &(&member, is))
            }
        };
        self.record(tx, entry).await?;
        Ok(member)
    }

    /// The mail that invites, with the link to its answer and the end of it.
    pub(super) fn invitation_words(&self, l: Locale, member: &Member, organ: &Organ, path: &Process) -> letter::Words {
        let link = self.address(&paths::member_invitation(member.id));
        let until = format::moment(self.now() + INVITATION_LIFE);
        letter::organ::invited(l, (member.organisation.as_str(), organ.kind), &path.title, &link, &until)
    }

    /// The organisation as a candidate. One that is out comes back to its own seat, through who speaks for it; the
    /// answer to its last candidacy stays beside the new one.
    pub(super) async fn candidate(
        &self,
        tx: &Tx,
        organ: &Organ,
        new: NewCandidature,
        person: Person,
    ) -> Outcome<Member> {
        let way = EntryWay::SelfCandidate;
        if let Some(before) = self.seat_of(tx, organ, &new.organisation).await? {
            let again = before.state.after(MemberStep::Apply).ok();
            if let Some(state) = again
                && self.sits_for(tx, &before).await?
            {
                let (kind, category, why) = (new.kind, new.category, Some(new.why));
                let after = Member { state, way, kind, category, why, since: None, ..before.clone() };
                members::update(tx, &self.scope, &after, before.state).await?;
                let sits = self.sealed_delegate(tx, after.id).await?;
                let (was, is) = ((&before, &sits), (&after, &sits));
                self.record(tx, Entry::changed("member.move", "member", after.id.0, &was, &is)).await?;
                return Ok(after);
            }
            return Err(AppError::invalid("organisation", Fault::Taken));
        }
        let member = Member {
            id: MemberId::fresh(),
            process: organ.process,
            organ: organ.id,
            organisation: new.organisation,
            kind: new.kind,
            category: new.category,
            way,
            state: MemberState::SelfCandidate,
            votes: true,
            since: None,
            why: Some(new.why),
            reason: None,
            created_at: self.now(),
            invited_at: None,
        };
        members::insert(tx, &self.scope, &member).await?;
        let delegate =
            delegates::Delegate { member: member.id, name: person.name, email: person.email, person: Some(person.id) };
        delegates::insert(tx, &self.scope, &delegate).await?;
        let named = (&member, self.sealed(&delegate));
        self.record(tx, Entry::made("member.apply", "member", member.id.0, &named)).await?;
        Ok(member)
    }
}
