//! Who sits for whom, what entering and leaving bring with them, and who is told.

use super::{super::Handle, role_on};
use crate::store::{
    Tx,
    audit::Entry,
    delegates, grants, mails,
    members::{self, Member},
    organs::Organ,
    people::{self, Grant, Person},
    processes::Process,
};
use app::{error::Outcome, i18n::Locale, letter, paths};
use domain::{
    calendar::day_in_rome,
    id::{MemberId, PersonId},
    organ::{self, MemberState, MemberStep},
    reason::Reason,
    role::Role,
};

impl Handle {
    /// Whether the person who asks is the delegate of `member`, by name or by the address that was invited.
    pub(super) async fn sits_for(&self, tx: &Tx, member: &Member) -> Outcome<bool> {
        let Some(actor) = self.scope.signed_in() else { return Ok(false) };
        let delegate = delegates::of_member(tx, &self.scope, member.id).await?;
        Ok(delegate.is_some_and(|delegate| match delegate.person {
            Some(person) => person == actor.person.id,
            None => delegate.email == actor.person.email,
        }))
    }

    /// Who sits for a member, as the audit log hashes it.
    pub(super) async fn sealed_delegate(&self, tx: &Tx, member: MemberId) -> Outcome<Option<String>> {
        Ok(delegates::of_member(tx, &self.scope, member).await?.map(|delegate| self.sealed(&delegate)))
    }

    /// Refuses a facilitator of the process on its guarantee committee.
    pub(super) async fn may_sit(&self, tx: &Tx, organ: &Organ, person: PersonId) -> Outcome<()> {
        let grants = people::grants_of(tx, &self.scope, person).await?;
        let here = |grant: &Grant| grant.process.is_none_or(|process| process == organ.process);
        let facilitates = grants.iter().any(|grant| grant.role == Role::ProcessFacilitator && here(grant));
        Ok(organ::may_sit(organ.kind, facilitates)?)
    }

    /// The member after its step: who said yes enters with its delegate, who goes gives the role back.
    pub(super) async fn entered(
        &self,
        tx: &Tx,
        organ: &Organ,
        mut member: Member,
        reason: Option<Reason>,
    ) -> Outcome<Member> {
        // The answer to its last candidacy stays beside that of who proposes itself again.
        if member.state != MemberState::SelfCandidate {
            member.reason = reason.map(|reason| reason.to_string());
        }
        let delegate = delegates::of_member(tx, &self.scope, member.id).await?;
        let person = match &delegate {
            Some(delegate) => match delegate.person {
                Some(person) => Some(person),
                None => people::by_email(tx, &self.scope, &delegate.email).await?.map(|person| person.id),
            },
            None => None,
        };
        if member.state == MemberState::Accepted && person.is_some() {
            member.state = member.state.after(MemberStep::Activate)?;
        }
        let role = role_on(organ.kind);
        match (member.state, person) {
            (MemberState::Active, Some(person)) => {
                self.may_sit(tx, organ, person).await?;
                delegates::link(tx, &self.scope, member.id, person).await?;
                let grant = Grant { role, process: Some(organ.process) };
                if !people::grants_of(tx, &self.scope, person).await?.contains(&grant) {
                    grants::add(tx, &self.scope, person, grant, self.now()).await?;
                    self.record(tx, Entry::made("role.grant", "person", person.0, &grant)).await?;
                }
            }
            (MemberState::Left, Some(person)) => {
                let seats = members::of_person(tx, &self.scope, organ.process, person).await?;
                let other = |seat: &Member| seat.organ == organ.id && seat.id != member.id && seat.state.is_member();
                if !seats.iter().any(other) {
                    grants::take_back(tx, &self.scope, person, role, organ.process).await?;
                    let left = Grant { role, process: Some(organ.process) };
                    let entry = Entry::removed("role.revoke", "person", person.0, &left);
                    self.record(tx, entry).await?;
                }
            }
            _ => {}
        }
        match member.state {
            MemberState::Active => member.since = Some(day_in_rome(self.now())),
            MemberState::SelfCandidate => member.since = None,
            MemberState::Invited => member.invited_at = Some(self.now()),
            _ => {}
        }
        Ok(member)
    }

    /// Tells the owners of the path that somebody proposed itself.
    pub(super) async fn tell_of_candidature(
        &self,
        tx: &Tx,
        member: &Member,
        organ: &Organ,
        path: &Process,
    ) -> Outcome<()> {
        self.mail_holders(tx, path.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::organs_work(&path.slug));
            letter::organ::candidature(l, &member.organisation, organ.kind, &path.title, &link)
        })
        .await
    }

    /// Tells the owners of the path that an organisation left, but for the one who records it.
    async fn tell_of_leaving(&self, tx: &Tx, member: &Member, organ: &Organ, path: &Process) -> Outcome<()> {
        self.mail_others(tx, path.id, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", paths::organs_work(&path.slug));
            letter::organ::left(l, &member.organisation, organ.kind, &path.title, &link)
        })
        .await
    }

    /// Tells who must hear of the step.
    pub(super) async fn tell_member(
        &self,
        tx: &Tx,
        step: MemberStep,
        member: &Member,
        organ: &Organ,
        path: &Process,
    ) -> Outcome<()> {
        if step == MemberStep::Apply {
            return self.tell_of_candidature(tx, member, organ, path).await;
        }
        if step == MemberStep::Leave {
            return self.tell_of_leaving(tx, member, organ, path).await;
        }
        let Some(delegate) = delegates::of_member(tx, &self.scope, member.id).await? else { return Ok(()) };
        let known = people::by_email(tx, &self.scope, &delegate.email).await?;
        let l = known.as_ref().map_or(Locale::it, Person::locale);
        let (name, title) = (&member.organisation, &path.title);
        let words = match step {
            MemberStep::Accept | MemberStep::Activate => {
                let link = self.address(&paths::who_does_what(&path.slug));
                letter::organ::accepted(l, name, organ.kind, title, &link)
            }
            MemberStep::Refuse => {
                letter::organ::refused(l, name, organ.kind, title, member.reason.as_deref().unwrap_or_default())
            }
            MemberStep::TakeBack => {
                letter::organ::taken_back(l, name, organ.kind, title, member.reason.as_deref().unwrap_or_default())
            }
            MemberStep::Invite => self.invitation_words(l, member, organ, path),
            MemberStep::Decline | MemberStep::Leave | MemberStep::Apply => return Ok(()),
        };
        mails::post(tx, &self.scope, delegate.email, words, self.now()).await
    }
}
