//! Puts data in place without a browser: for the demo, the command line and tests.

use crate::{
    auth::{self, TenantScope, secret},
    state::App,
    store::{
        OrUnavailable, Tx, grants,
        people::{self, Grant, Person},
        sessions,
        tenants::{self, Tenant},
    },
    use_cases::Handle,
};
use app::error::{AppError, Outcome};
use chrono::TimeDelta;
use domain::{
    id::{PersonId, ProcessId, TenantId},
    role::Role,
};
use std::sync::Arc;

/// One tenant, from the inside.
#[derive(Debug, Clone)]
pub struct Seed {
    app: App,
    scope: TenantScope,
}

/// The age that people who are put in place are taken to have declared.
const ADULT: u8 = 18;

/// A person to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPerson {
    pub email: String,
    pub name: String,
    pub language: String,
}

impl Seed {
    /// Makes a tenant.
    ///
    /// # Errors
    /// `Conflict` where its slug is taken.
    pub async fn tenant(app: &App, new: Tenant) -> Outcome<Self> {
        if tenants::insert(&app.db, &new).await? { Ok(Self::inside(app, new)) } else { Err(AppError::Conflict) }
    }

    /// The tenant with this slug; `platform` is the platform itself.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn of(app: &App, slug: &str) -> Outcome<Self> {
        let tenant = match slug {
            "platform" => tenants::platform(&app.db).await?,
            slug => tenants::by_host(&app.db, Some(slug), "").await?,
        };
        Ok(Self::inside(app, tenant))
    }

    fn inside(app: &App, tenant: Tenant) -> Self {
        Self { app: app.clone(), scope: TenantScope::visitor(Arc::new(tenant), "seed".into()) }
    }

    /// The tenant's id.
    #[must_use]
    pub fn tenant_id(&self) -> TenantId {
        self.scope.tenant()
    }

    /// The scope of a visitor, for store functions.
    #[must_use]
    pub fn scope(&self) -> &TenantScope {
        &self.scope
    }

    /// A transaction in the tenant.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn begin(&self) -> Outcome<Tx> {
        self.app.db.write(self.scope.wall()).await
    }

    /// The person with this address, made when missing.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn person(&self, typed: TypedPerson) -> Outcome<PersonId> {
        let tx = self.begin().await?;
        if let Some(known) = people::by_email(&tx, &self.scope, &typed.email).await? {
            return Ok(known.id);
        }
        let id = PersonId::fresh();
        let person = Person {
            id,
            email: typed.email,
            name: typed.name,
            language: typed.language,
            created_at: self.app.clock.now(),
            age_reached: Some(ADULT),
        };
        people::insert(&tx, &self.scope, &person).await?;
        tx.commit().await.or_unavailable()?;
        Ok(id)
    }

    /// Grants a role, in the tenant or in one process.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn grant(&self, person: PersonId, role: Role, process: Option<ProcessId>) -> Outcome<()> {
        let tx = self.begin().await?;
        grants::add(&tx, &self.scope, person, Grant { role, process }, self.app.clock.now()).await?;
        tx.commit().await.or_unavailable()
    }

    /// Opens a session that lasts ten years on the application's clock, and gives its key.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn session(&self, person: PersonId) -> Outcome<String> {
        let tx = self.begin().await?;
        let key = secret::fresh_key();
        let now = self.app.clock.now();
        let until = now + TimeDelta::days(3650);
        sessions::insert(&tx, &self.scope, secret::key_hash(&key), person, None, now, until).await?;
        tx.commit().await.or_unavailable()?;
        Ok(key)
    }

    /// The use cases as somebody would have them who did not sign in.
    #[must_use]
    pub fn visiting(&self) -> Handle {
        Handle::new(self.app.clone(), self.scope.clone(), "seed".into())
    }

    /// The use cases as `person` has them in a session of their own, with the roles of this moment.
    ///
    /// # Errors
    /// `Unavailable`, also where nobody has this identifier.
    pub async fn acting(&self, person: PersonId) -> Outcome<Handle> {
        let key = self.session(person).await?;
        let scope = auth::enter(&self.app, self.scope.place().clone(), "seed", Some(&key)).await?;
        Ok(Handle::new(self.app.clone(), scope, "seed".into()))
    }
}
