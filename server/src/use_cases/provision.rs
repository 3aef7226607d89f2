//! What the coordinator does to a tenant: each change is one transaction, told in both logs.

use super::Handle;
use crate::{
    auth::{PlatformScope, TenantScope},
    store::{
        Tx, Wall,
        audit::{self, Entry},
        grants, mails,
        people::{self, Grant, Person},
        stand_behind, tenant_list,
        tenants::{self, Tenant},
    },
};
use app::{
    error::{AppError, Outcome},
    letter,
};
use domain::{
    action::Action,
    id::TenantId,
    invalid::{Fault, FieldErrors},
    refusal::Blocker,
    role::Role,
    staff::{NewGrant, NewInvitation, take_back},
    tenant::{NewTenant, Slug, TenantKind, TenantState, TenantStep, TypedTenant},
};
use std::sync::Arc;

/// Accent of a tenant that has not chosen one.
const ACCENT: &str = "#0059b3";

fn administrator(email: String) -> NewInvitation {
    NewInvitation { email, grant: NewGrant { role: Role::TenantAdmin, process: None } }
}

impl Handle {
    /// Creates a tenant, with what its template starts with, and invites its first administrator.
    pub(super) async fn provision_tenant(&self, typed: TypedTenant) -> Outcome<String> {
        self.scope.authorise(Action::CreateTenant, None)?;
        let new = match NewTenant::parse(&typed, &self.packs()) {
            Ok(new) => new,
            Err(faults) => return Err(self.with_taken_slug(faults, &typed.slug).await?.into()),
        };
        let tenant = Arc::new(self.tenant_row(&new));
        let platform = PlatformScope::for_action(&self.scope, Action::CreateTenant)?;
        let inside = TenantScope::of_coordinator(&platform, Action::CreateTenant, Arc::clone(&tenant))?;
        let tx = self.app.db.write(inside.wall()).await?;
        if let Some(parent) = new.parent
            && !tenant_list::unions(&tx).await?.iter().any(|union| union.id == parent)
        {
            return Err(AppError::invalid("parent", Fault::Choice));
        }
        if !tenants::add(&tx, &tenant).await? {
            return Err(AppError::invalid("slug", Fault::Taken));
        }
        self.begin_template(&tx, &inside).await?;
        self.send_invitation(&tx, &inside, administrator(new.admin_email)).await?;
        self.tell_both(tx, &inside, Entry::made("tenant.create", "tenant", tenant.id.0, &*tenant)).await?;
        Ok(tenant.slug.clone())
    }

    /// The faults of a form, and that its slug is taken where it is.
    async fn with_taken_slug(&self, mut faults: FieldErrors, typed: &str) -> Outcome<FieldErrors> {
        if let Ok(slug) = Slug::parse(typed) {
            let tx = self.read().await?;
            match tenant_list::by_slug(&tx, slug.as_str()).await {
                Ok(_) => faults.add("slug", Fault::Taken),
                Err(AppError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(faults)
    }

    /// Suspends a tenant or opens it again.
    pub(super) async fn step_tenant(&self, slug: &str, step: TenantStep) -> Outcome<()> {
        self.scope.authorise(Action::SuspendTenant, None)?;
        let (tx, inside) = self.inside(Action::SuspendTenant, slug).await?;
        let before = tenants::lock(&tx, &inside).await?;
        let after = Tenant { state: before.state.after(step)?, ..before.clone() };
        tenants::set_state(&tx, &inside, after.state).await?;
        let action = match step {
            TenantStep::Suspend => "tenant.suspend",
            TenantStep::Resume => "tenant.resume",
        };
        self.tell_both(tx, &inside, Entry::changed(action, "tenant", before.id.0, &before, &after)).await
    }

    /// Invites an administrator into a tenant.
    pub(super) async fn invite_into(&self, slug: &str, email: String) -> Outcome<()> {
        self.scope.authorise(Action::InviteAdmin, None)?;
        let (tx, inside) = self.inside(Action::InviteAdmin, slug).await?;
        if inside.place().state != TenantState::Active {
            return Err(Blocker::WrongState.into());
        }
        let new = administrator(email);
        let entry = self.invited(&inside, &new);
        self.send_invitation(&tx, &inside, new).await?;
        self.tell_both(tx, &inside, entry).await
    }

    /// Invites a person into a tenant, or without one onto the platform itself, and tells the link.
    pub(crate) async fn invite_staff(&self, slug: Option<&str>, email: &str, role: &str) -> Outcome<String> {
        self.scope.authorise(Action::InviteAdmin, None)?;
        let Some(slug) = slug else {
            let new = NewInvitation::parse(email, role, "", TenantKind::Platform)?;
            let tx = self.begin().await?;
            let link = self.send_invitation(&tx, &self.scope, new).await?;
            self.commit(tx).await?;
            return Ok(link);
        };
        let (tx, inside) = self.inside(Action::InviteAdmin, slug).await?;
        let new = NewInvitation::parse(email, role, "", inside.place().kind)?;
        let entry = self.invited(&inside, &new);
        let link = self.send_invitation(&tx, &inside, new).await?;
        self.tell_both(tx, &inside, entry).await?;
        Ok(link)
    }

    /// Who holds which role in a tenant, or without one on the platform itself.
    pub(crate) async fn staff_of(&self, slug: Option<&str>) -> Outcome<Vec<(Person, Grant)>> {
        let (tx, inside) = self.within(slug).await?;
        let people = grants::holders(&tx, &inside).await?;
        let held = grants::all(&tx, &inside).await?;
        let theirs = |person: Person| {
            let grants: Vec<_> = held.iter().filter(|held| held.person == person.id).map(|held| held.grant).collect();
            grants.into_iter().map(move |grant| (person.clone(), grant))
        };
        Ok(people.into_iter().flat_map(theirs).collect())
    }

    /// Takes `role` back from a person of a tenant, or without one of the platform itself; tells how often it was held.
    pub(crate) async fn revoke_staff(&self, slug: Option<&str>, email: &str, role: &str) -> Outcome<usize> {
        let role: Role = role.parse().map_err(|_| AppError::invalid("role", Fault::Choice))?;
        let email = domain::text::email(email).map_err(|fault| AppError::invalid("email", fault))?;
        let (tx, inside) = self.within(slug).await?;
        let Some(person) = people::by_email(&tx, &inside, &email).await? else { return Ok(0) };
        let mut held = grants::all(&tx, &inside).await?;
        held.retain(|held| held.person == person.id && held.grant.role == role);
        if held.is_empty() {
            return Ok(0);
        }
        if inside.place().kind != TenantKind::Platform {
            take_back(role, grants::administrators(&tx, &inside).await?)?;
        }
        for held in &held {
            grants::remove(&tx, &inside, held.id).await?;
            let entry = Entry::removed("role.revoke", "person", person.id.0, &held.grant);
            audit::record(&tx, &inside, entry, self.now()).await?;
        }
        let words = letter::role_revoked(person.locale(), &inside.place().name, role);
        mails::post(&tx, &inside, person.email, words, self.now()).await?;
        self.commit(tx).await?;
        Ok(held.len())
    }

    /// A transaction inside the tenant with this slug, or without one on the platform itself.
    async fn within(&self, slug: Option<&str>) -> Outcome<(Tx, TenantScope)> {
        self.scope.authorise(Action::InviteAdmin, None)?;
        match slug {
            Some(slug) => self.inside(Action::InviteAdmin, slug).await,
            None => Ok((self.begin().await?, self.scope.clone())),
        }
    }

    /// A transaction inside the tenant with this slug.
    pub(super) async fn inside(&self, action: Action, slug: &str) -> Outcome<(Tx, TenantScope)> {
        let platform = PlatformScope::for_action(&self.scope, action)?;
        let tx = self.begin().await?;
        let tenant = Arc::new(tenant_list::by_slug(&tx, slug).await?);
        let inside = TenantScope::of_coordinator(&platform, action, tenant)?;
        stand_behind(&tx, inside.wall()).await?;
        Ok((tx, inside))
    }

    /// That somebody from the platform invited into the tenant.
    fn invited(&self, inside: &TenantScope, new: &NewInvitation) -> Entry {
        Entry::made("tenant.invite", "tenant", inside.tenant().0, &self.sealed(&(&new.email, new.grant.role)))
    }

    /// Writes the change into the tenant's log and into the platform's, then makes it last.
    pub(super) async fn tell_both(&self, tx: Tx, inside: &TenantScope, entry: Entry) -> Outcome<()> {
        audit::record(&tx, inside, entry.clone(), self.now()).await?;
        stand_behind(&tx, Wall::Tenant(self.scope.tenant())).await?;
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    fn tenant_row(&self, new: &NewTenant) -> Tenant {
        let description = match new.kind {
            TenantKind::Municipality => "Il comune e i suoi cittadini scrivono insieme l’agenda digitale.",
            _ => "I comuni dell’unione e i loro cittadini scrivono insieme l’agenda digitale.",
        };
        Tenant {
            id: TenantId::fresh(),
            kind: new.kind,
            state: TenantState::Active,
            name: new.name.clone(),
            slug: new.slug.as_str().to_owned(),
            custom_domain: None,
            description: description.into(),
            accent: ACCENT.into(),
            logo: None,
            istat_code: new.istat_code.clone(),
            ipa_code: new.ipa_code.clone(),
            parent: new.parent,
            pack: new.pack.clone(),
            template: new.template,
            patron_day: String::new(),
            has_agenda: false,
            holds_first: false,
            needs: domain::identification::Needs::default(),
            created_at: self.now(),
        }
    }
}
