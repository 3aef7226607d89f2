//! People who work for a tenant: roles given and taken back.

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    grants::{self, Held},
    invitations, mails,
    people::{self, Grant},
    processes,
};
use app::{
    contract::staff::{HeldRole, InvitationView, PendingInvitation, Staff, StaffMember, StaffView},
    error::{AppError, Outcome},
    letter,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::{GrantId, InvitationId, PersonId, ProcessId},
    invalid::Fault,
    organ::may_facilitate,
    role::Role,
    staff::{NewGrant, NewInvitation, given_in, take_back},
};

#[async_trait]
impl Staff for Handle {
    async fn staff(&self) -> Outcome<StaffView> {
        self.scope.authorise(Action::ManagePeople, None)?;
        let tx = self.read().await?;
        let held = grants::all(&tx, &self.scope).await?;
        let people = grants::holders(&tx, &self.scope).await?;
        let pending = invitations::pending(&tx, &self.scope, self.now()).await?;
        let processes: Vec<_> =
            processes::all(&tx, &self.scope).await?.into_iter().map(|process| (process.id, process.title)).collect();
        let title = |id: Option<ProcessId>| {
            id.and_then(|id| processes.iter().find(|(each, _)| *each == id).map(|(_, title)| title.clone()))
        };
        let roles = |person: PersonId| {
            let mine = held.iter().filter(|held| held.person == person);
            mine.map(|held| HeldRole { id: held.id, role: held.grant.role, process: title(held.grant.process) })
                .collect()
        };
        Ok(StaffView {
            people: people
                .into_iter()
                .map(|person| StaffMember {
                    roles: roles(person.id),
                    id: person.id,
                    name: person.name,
                    email: person.email,
                })
                .collect(),
            pending: pending
                .into_iter()
                .map(|sent| PendingInvitation {
                    id: sent.id,
                    email: sent.email,
                    role: sent.grant.role,
                    process: title(sent.grant.process),
                    expires_at: sent.expires_at,
                })
                .collect(),
            roles: given_in(self.scope.place().kind).collect(),
            processes: processes.into_iter().map(|(id, title)| (id.to_string(), title)).collect(),
        })
    }

    async fn invite(&self, email: String, role: String, process: String) -> Outcome<()> {
        self.scope.authorise(Action::ManagePeople, None)?;
        let new = NewInvitation::parse(&email, &role, &process, self.scope.place().kind)?;
        let tx = self.begin().await?;
        self.is_here(&tx, new.grant).await?;
        // Of two who send the same at once the second sees the first.
        invitations::take_turn(&tx, &self.scope, &new.email).await?;
        let pending = invitations::pending(&tx, &self.scope, self.now()).await?;
        let grant = |grant: Grant| NewGrant { role: grant.role, process: grant.process };
        new.beside(pending.iter().map(|sent| (sent.email.as_str(), grant(sent.grant))))?;
        self.send_invitation(&tx, &self.scope, new).await?;
        self.commit(tx).await
    }

    async fn withdraw_invitation(&self, invitation: InvitationId) -> Outcome<()> {
        self.scope.authorise(Action::ManagePeople, None)?;
        let tx = self.begin().await?;
        let gone = invitations::withdraw(&tx, &self.scope, invitation).await?;
        self.record(&tx, Entry::removed("invitation.withdraw", "invitation", invitation.0, &self.sealed(&gone)))
            .await?;
        self.commit(tx).await
    }

    async fn grant_role(&self, to: PersonId, role: String, process: String) -> Outcome<()> {
        self.scope.authorise(Action::ManagePeople, None)?;
        let new = NewGrant::parse(&role, &process, self.scope.place().kind)?;
        let tx = self.begin().await?;
        self.is_here(&tx, new).await?;
        let mut theirs = grants::all(&tx, &self.scope).await?;
        theirs.retain(|held| held.person == to);
        if theirs.is_empty() {
            return Err(AppError::NotFound);
        }
        let grant = Grant { role: new.role, process: new.process };
        if theirs.iter().any(|held| held.grant == grant) {
            return Err(AppError::invalid("role", Fault::Taken));
        }
        may_hold(theirs.iter().map(|held| &held.grant), grant)?;
        let now = self.now();
        grants::add(&tx, &self.scope, to, grant, now).await?;
        let person = people::by_id(&tx, &self.scope, to).await?;
        let place = self.scope.place();
        let words = letter::role_granted(person.locale(), &place.name, grant.role, &self.app.origin_of(place));
        mails::post(&tx, &self.scope, person.email, words, now).await?;
        self.record(&tx, Entry::made("role.grant", "person", to.0, &grant)).await?;
        self.commit(tx).await
    }

    async fn revoke_role(&self, grant: GrantId) -> Outcome<()> {
        self.scope.authorise(Action::ManagePeople, None)?;
        let tx = self.begin().await?;
        let administrators = grants::administrators(&tx, &self.scope).await?;
        let held: Held = grants::by_id(&tx, &self.scope, grant).await?.ok_or(AppError::NotFound)?;
        take_back(held.grant.role, administrators)?;
        grants::remove(&tx, &self.scope, grant).await?;
        let person = people::by_id(&tx, &self.scope, held.person).await?;
        let words = letter::role_revoked(person.locale(), &self.scope.place().name, held.grant.role);
        mails::post(&tx, &self.scope, person.email, words, self.now()).await?;
        self.record(&tx, Entry::removed("role.revoke", "person", held.person.0, &held.grant)).await?;
        self.commit(tx).await
    }

    async fn invitation(&self, key: String) -> Outcome<InvitationView> {
        self.invitation_behind(&key).await
    }

    async fn accept_invitation(&self, key: String, name: String) -> Outcome<Role> {
        self.accept(&key, &name).await
    }
}

/// Refuses a facilitator's role to who sits on the guarantee committee of the same process.
pub(super) fn may_hold<'a>(held: impl Iterator<Item = &'a Grant>, new: Grant) -> Outcome<()> {
    let mut same = held.filter(|each| new.process.is_none() || each.process.is_none() || each.process == new.process);
    if new.role != Role::ProcessFacilitator {
        return Ok(());
    }
    Ok(may_facilitate(same.any(|each| each.role == Role::CommitteeMember))?)
}

impl Handle {
    /// Refuses a role in a process of somebody else.
    async fn is_here(&self, tx: &Tx, grant: NewGrant) -> Outcome<()> {
        let Some(process) = grant.process else { return Ok(()) };
        match processes::by_id(tx, &self.scope, process).await {
            Err(AppError::NotFound) => Err(AppError::invalid("process", Fault::Choice)),
            found => found.map(drop),
        }
    }
}
