//! Whose data a request may touch, and in which roles.

use crate::store::{
    Wall,
    people::{Grant, Person},
    tenants::Tenant,
};
use app::error::{AppError, Outcome};
use domain::{
    action::Action,
    assurance::Assurance,
    id::{PersonId, ProcessId, TenantId},
    identification::Activity,
    policy,
    role::Role,
    tenant::TenantState,
};
use std::sync::{Arc, Mutex};

/// The person who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub person: Person,
    pub grants: Vec<Grant>,
    /// Hash of the session's key.
    pub session: String,
    /// How surely the person was recognised when the session began.
    pub level: Assurance,
}

/// One tenant, one request, and the person who asks, if any. Only this module makes one.
#[derive(Debug, Clone)]
pub struct TenantScope {
    tenant: Arc<Tenant>,
    actor: Option<Actor>,
    request: Arc<str>,
    /// The person at the server's command line, who acts as the coordinator.
    operator: bool,
    /// The role by which the last authorisation passed: what follows is done in it.
    acting: Arc<Mutex<Option<Role>>>,
    /// What was refused last for want of a role.
    refused: Arc<Mutex<Option<Action>>>,
}

impl TenantScope {
    /// A visitor of `tenant`.
    pub(crate) fn visitor(tenant: Arc<Tenant>, request: Arc<str>) -> Self {
        Self { tenant, actor: None, request, operator: false, acting: Arc::default(), refused: Arc::default() }
    }

    /// The same request, made by nobody who signed in.
    pub(crate) fn as_visitor(&self) -> Self {
        Self::visitor(Arc::clone(&self.tenant), Arc::clone(&self.request))
    }

    /// The same request, once it changed its own tenant to `tenant`.
    pub(crate) fn with_changed(&self, tenant: Tenant) -> Self {
        debug_assert_eq!(self.tenant.id, tenant.id, "a request stays in its tenant");
        Self { tenant: Arc::new(tenant), ..self.clone() }
    }

    /// The person at the server's command line.
    pub(crate) fn operator(platform: Arc<Tenant>) -> Self {
        Self { operator: true, ..Self::visitor(platform, "command line".into()) }
    }

    /// The coordinator's way into `tenant`, to do `action`: the same person and request.
    ///
    /// # Errors
    /// `SignInRequired` or `Forbidden`.
    pub(crate) fn of_coordinator(platform: &PlatformScope, action: Action, tenant: Arc<Tenant>) -> Outcome<Self> {
        platform.asking.authorise(action, None)?;
        Ok(Self { tenant, ..platform.asking.clone() })
    }

    /// The same request, made by `actor`.
    pub(super) fn of(self, actor: Actor) -> Self {
        Self { actor: Some(actor), ..self }
    }

    /// The guarantor's own narrow way into `tenant`: the same request and person, in that role alone.
    ///
    /// # Errors
    /// `SignInRequired` or `Forbidden`.
    pub(crate) fn of_guarantor(platform: &PlatformScope, tenant: Arc<Tenant>) -> Outcome<Self> {
        let guarantor = &platform.asking;
        guarantor.authorise(Action::ValidateDocument, None)?;
        let grants = vec![Grant { role: Role::Guarantor, process: None }];
        let actor = guarantor.actor.clone().map(|actor| Actor { grants, ..actor });
        let scope = Self { actor, ..Self::visitor(tenant, Arc::clone(&guarantor.request)) };
        scope.authorise(Action::ValidateDocument, None)?;
        Ok(scope)
    }

    /// The tenant's id.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.tenant.id
    }

    /// The tenant's row.
    #[must_use]
    pub fn place(&self) -> &Tenant {
        &self.tenant
    }

    /// The wall that transactions of this scope stand behind.
    #[must_use]
    pub fn wall(&self) -> Wall {
        Wall::Tenant(self.tenant.id)
    }

    /// Who asks.
    #[must_use]
    pub fn actor(&self) -> Option<PersonId> {
        self.actor.as_ref().map(|actor| actor.person.id)
    }

    /// Who asks, with name and roles.
    #[must_use]
    pub fn signed_in(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }

    /// Who asks.
    ///
    /// # Errors
    /// `SignInRequired`.
    pub fn person(&self) -> Outcome<PersonId> {
        self.actor().ok_or(AppError::SignInRequired)
    }

    /// Identifier of the request.
    #[must_use]
    pub fn request(&self) -> &str {
        &self.request
    }

    /// The role in which the person acts, for the audit log: the one that allowed what is being done.
    #[must_use]
    pub fn acting_role(&self) -> Role {
        let standing = match (&self.actor, self.operator) {
            (_, true) => Role::Coordinator,
            (Some(_), false) => Role::Citizen,
            (None, false) => Role::Visitor,
        };
        self.acting.lock().ok().and_then(|acting| *acting).unwrap_or(standing)
    }

    /// The roles that count for `process`: those of the whole tenant, and those of that process.
    #[must_use]
    pub fn roles_in(&self, process: Option<ProcessId>) -> Vec<Role> {
        let mut roles = vec![Role::Visitor];
        if self.operator {
            roles.push(Role::Coordinator);
        }
        if let Some(actor) = &self.actor {
            roles.push(Role::Citizen);
            let counts = |grant: &&Grant| grant.process.is_none() || (process.is_some() && grant.process == process);
            roles.extend(actor.grants.iter().filter(counts).map(|grant| grant.role));
        }
        roles
    }

    /// The role in which the person does `action`, for records that name roles instead of people.
    #[must_use]
    pub fn role_for(&self, action: Action, process: Option<ProcessId>) -> Role {
        let roles = self.roles_in(process);
        roles.into_iter().find(|&role| policy::permits(role, action)).unwrap_or(Role::Visitor)
    }

    /// Whether the person may do `action`, in `process` when it belongs to one.
    #[must_use]
    pub fn may(&self, action: Action, process: Option<ProcessId>) -> bool {
        let open =
            self.tenant.state == TenantState::Active || matches!(action, Action::ReadPublic | Action::ExportTenant);
        open && self.roles_in(process).into_iter().any(|role| policy::permits(role, action))
    }

    /// Refuses unless the person may do `action`, and is known surely enough for it.
    ///
    /// # Errors
    /// `SignInRequired` for visitors, else `Forbidden`; `KnownTooLittle`.
    pub fn authorise(&self, action: Action, process: Option<ProcessId>) -> Outcome<()> {
        match (self.may(action, process), &self.actor) {
            (true, _) => {
                self.known_for(Activity::of(action))?;
                if let Ok(mut acting) = self.acting.lock() {
                    *acting = Some(self.role_for(action, process));
                }
                Ok(())
            }
            (false, None) => Err(AppError::SignInRequired),
            (false, Some(_)) => {
                if let Ok(mut refused) = self.refused.lock() {
                    *refused = Some(action);
                }
                Err(AppError::Forbidden)
            }
        }
    }

    /// What this request was refused last for want of a role; nothing where no role would have helped.
    #[must_use]
    pub fn refused(&self) -> Option<Action> {
        let refused = self.refused.lock().ok().and_then(|refused| *refused);
        refused.filter(|_| self.tenant.state == TenantState::Active)
    }

    /// Refuses what is `activity` to who is not known as surely as the tenant wants.
    ///
    /// # Errors
    /// `KnownTooLittle`.
    pub fn known_for(&self, activity: Activity) -> Outcome<()> {
        // Who comes over the platform signed in there, and who sits at the server's command line nowhere.
        let grants = self.actor.iter().flat_map(|actor| &actor.grants);
        if self.operator || grants.into_iter().any(|grant| grant.role == Role::Guarantor) {
            return Ok(());
        }
        let known = self.actor.as_ref().map_or(Assurance::Address, |actor| actor.level);
        Ok(self.tenant.needs.met(activity, known)?)
    }
}

/// Reading over all tenants, for the coordinator and the guarantor alone; it can write nothing.
#[derive(Debug, Clone)]
pub struct PlatformScope {
    /// Who asks, on the platform's own host.
    asking: TenantScope,
}

impl PlatformScope {
    /// The platform's view for a person of the platform's own host who may do `action`.
    ///
    /// # Errors
    /// `SignInRequired` or `Forbidden`; `NotFound` on a tenant's host.
    pub fn for_action(scope: &TenantScope, action: Action) -> Outcome<Self> {
        if scope.place().kind != domain::tenant::TenantKind::Platform {
            return Err(AppError::NotFound);
        }
        scope.authorise(action, None)?;
        Ok(Self { asking: scope.clone() })
    }

    /// The wall that reading stands behind.
    #[must_use]
    pub fn wall(&self) -> Wall {
        Wall::Platform
    }
}
