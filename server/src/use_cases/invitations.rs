//! Invitations: sent by mail, accepted once.

use super::{Handle, people::has_first_name, staff::may_hold};
use crate::{
    auth::{TenantScope, secret},
    store::{
        Tx,
        audit::{self, Entry},
        grants,
        invitations::{self, Invitation},
        mails,
        people::{self, Grant},
        processes,
    },
};
use app::{
    contract::staff::InvitationView,
    error::{AppError, Outcome},
    format,
    i18n::Locale,
    letter, paths,
};
use domain::{
    id::InvitationId,
    refusal::Blocker,
    role::Role,
    sign_in::INVITATION_LIFE,
    staff::{NewInvitation, SentInvitation},
};

fn known(sent: &Invitation) -> SentInvitation<'_> {
    SentInvitation { email: &sent.email, expires_at: sent.expires_at, used: sent.used_at.is_some() }
}

impl Handle {
    /// Keeps an invitation into the tenant of `scope`, mails its link within the transaction, and tells it.
    pub(super) async fn send_invitation(&self, tx: &Tx, scope: &TenantScope, new: NewInvitation) -> Outcome<String> {
        let now = self.now();
        let key = secret::fresh_key();
        let expires_at = now + INVITATION_LIFE;
        let grant = Grant { role: new.grant.role, process: new.grant.process };
        let sent = Invitation { id: InvitationId::fresh(), email: new.email, grant, expires_at, used_at: None };
        invitations::insert(tx, scope, &sent, secret::key_hash(&key)).await?;
        let l = people::by_email(tx, scope, &sent.email).await?.map_or(Locale::it, |person| person.locale());
        let link = format!("{}{}", self.app.origin_of(scope.place()), paths::invitation(&key));
        let until = format::day_of(expires_at);
        let words = letter::invitation(l, &scope.place().name, grant.role, &link, &until);
        let entry = Entry::made("invitation.send", "invitation", sent.id.0, &self.sealed(&sent));
        mails::post(tx, scope, sent.email, words, now).await?;
        audit::record(tx, scope, entry, now).await?;
        Ok(link)
    }

    /// The invitation behind a link; one that was never there looks like one that is over.
    pub(super) async fn invitation_behind(&self, key: &str) -> Outcome<InvitationView> {
        let tx = self.read().await?;
        let sent = invitations::by_key(&tx, &self.scope, &secret::key_hash(key)).await?.ok_or(AppError::NotFound)?;
        let process = match sent.grant.process {
            Some(process) => Some(processes::by_id(&tx, &self.scope, process).await?.title),
            None => None,
        };
        let me = self.scope.signed_in().map(|actor| &actor.person);
        let mine = me.map(|person| person.email == sent.email);
        let name = me.filter(|person| !has_first_name(person)).map(|person| person.name.clone()).unwrap_or_default();
        Ok(InvitationView {
            stands: known(&sent).stands(self.now()),
            role: sent.grant.role,
            expires_at: sent.expires_at,
            process,
            mine,
            name,
            email: sent.email,
        })
    }

    /// Gives the invited role to the person signed in, who is shown by `name` from now on.
    pub(super) async fn accept(&self, key: &str, name: &str) -> Outcome<Role> {
        let person = self.scope.person()?;
        let address = self.scope.signed_in().map(|actor| actor.person.email.clone()).unwrap_or_default();
        let tx = self.begin().await?;
        let now = self.now();
        let sent = invitations::by_key(&tx, &self.scope, &secret::key_hash(key)).await?.ok_or(AppError::NotFound)?;
        known(&sent).accept(&address, now)?;
        if !invitations::use_up(&tx, &self.scope, sent.id, now).await? {
            return Err(Blocker::InvitationSpent.into());
        }
        let held = grants::all(&tx, &self.scope).await?;
        let mine = held.iter().filter(|held| held.person == person).map(|held| &held.grant);
        may_hold(mine, sent.grant)?;
        if !held.iter().any(|held| held.person == person && held.grant == sent.grant) {
            grants::add(&tx, &self.scope, person, sent.grant, now).await?;
            self.record(&tx, Entry::made("role.grant", "person", person.0, &sent.grant)).await?;
        }
        let known = people::by_id(&tx, &self.scope, person).await?;
        if known.name != name {
            self.rename(&tx, &known, name, &known.language).await?;
        }
        let used = Invitation { used_at: Some(now), ..sent.clone() };
        let entry = self.sealed_change("invitation.accept", "invitation", sent.id.0, &sent, &used);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(sent.grant.role)
    }
}
