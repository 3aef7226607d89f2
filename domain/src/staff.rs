//! Who gives which role to whom: invitations, grants, and the last administrator.

use crate::{
    code::choice,
    id::ProcessId,
    invalid::{Fault, FieldErrors},
    refusal::{Blocker, StepRefused},
    role::Role,
    tenant::TenantKind,
    text,
};
use chrono::{DateTime, Utc};

/// The roles that can be given on a host of this kind, in the order in which they are offered.
pub fn given_in(kind: TenantKind) -> impl Iterator<Item = Role> {
    let platform = kind == TenantKind::Platform;
    Role::ALL
        .iter()
        .copied()
        .filter(move |role| role.over_tenants() == platform && !role.is_implied() && !of_organ(*role))
}

/// Whether the role comes with a seat on an organ, and is given by that alone.
const fn of_organ(role: Role) -> bool {
    matches!(role, Role::TableMember | Role::CommitteeMember)
}

/// A role to be given, and where it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewGrant {
    pub role: Role,
    /// The process it counts in; none for all of them.
    pub process: Option<ProcessId>,
}

impl NewGrant {
    /// Reads a role and, blank for all, a process.
    ///
    /// # Errors
    /// `Required` or `Choice` for the field that was not accepted.
    pub fn parse(role: &str, process: &str, kind: TenantKind) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let offered =
            |role: Role| if given_in(kind).any(|given| given == role) { Ok(role) } else { Err(Fault::Choice) };
        let role = errors.take("role", choice(role).and_then(offered));
        let anywhere = process.trim().is_empty();
        let process = errors.take("process", if anywhere { Ok(None) } else { choice(process).map(Some) });
        match (role, process) {
            (Some(role), Some(Some(_))) if !role.per_process() => Err(FieldErrors::one("process", Fault::Choice)),
            (Some(role), Some(process)) => Ok(Self { role, process }),
            _ => Err(errors),
        }
    }
}

/// An invitation to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    pub email: String,
    pub grant: NewGrant,
}

impl NewInvitation {
    /// Reads the form, on a host of this kind.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(email: &str, role: &str, process: &str, kind: TenantKind) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let email = errors.take("email", text::email(email));
        match (email, NewGrant::parse(role, process, kind)) {
            (Some(email), Ok(grant)) => Ok(Self { email, grant }),
            (_, Ok(_)) => Err(errors),
            (_, Err(faults)) => {
                faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone()));
                Err(errors)
            }
        }
    }

    /// Whether none of those that `wait` for an answer gives the same address the same role.
    ///
    /// # Errors
    /// `Invited` at `email`.
    pub fn beside<'a>(&self, mut wait: impl Iterator<Item = (&'a str, NewGrant)>) -> Result<(), FieldErrors> {
        if wait.any(|sent| sent == (self.email.as_str(), self.grant)) {
            return Err(FieldErrors::one("email", Fault::Invited));
        }
        Ok(())
    }
}

/// Whether a role may be taken back, when `administrators` people hold that of administrator.
///
/// # Errors
/// `LastAdministrator`.
pub fn take_back(role: Role, administrators: usize) -> Result<(), StepRefused> {
    if role == Role::TenantAdmin && administrators <= 1 {
        return Err(Blocker::LastAdministrator.into());
    }
    Ok(())
}

/// What is known of an invitation when somebody accepts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentInvitation<'a> {
    pub email: &'a str,
    pub expires_at: DateTime<Utc>,
    pub used: bool,
}

impl SentInvitation<'_> {
    /// Whether it can still be accepted at `now`.
    #[must_use]
    pub fn stands(&self, now: DateTime<Utc>) -> bool {
        !self.used && now < self.expires_at
    }

    /// Whether the person with `address` may accept it at `now`.
    ///
    /// # Errors
    /// `InvitationSpent`, `InvitationForAnother`.
    pub fn accept(&self, address: &str, now: DateTime<Utc>) -> Result<(), StepRefused> {
        if !self.stands(now) {
            return Err(Blocker::InvitationSpent.into());
        }
        if self.email != address {
            return Err(Blocker::InvitationForAnother.into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_gives_its_own_roles() {
        let platform: Vec<_> = given_in(TenantKind::Platform).collect();
        assert_eq!(platform, [Role::Coordinator, Role::Guarantor]);
        for kind in [TenantKind::Union, TenantKind::Municipality] {
            assert!(given_in(kind).all(|role| !role.over_tenants() && !role.is_implied()));
            assert!(given_in(kind).any(|role| role == Role::TenantAdmin));
            assert!(given_in(kind).all(|role| role != Role::TableMember && role != Role::CommitteeMember));
        }
    }

    #[test]
    fn a_role_is_given_where_it_counts() {
        let process = ProcessId::fresh();
        let read = |role: &str, process: &str| NewGrant::parse(role, process, TenantKind::Union);
        let owner = NewGrant { role: Role::ProcessOwner, process: Some(process) };
        assert_eq!(read("process_owner", &process.to_string()), Ok(owner));
        assert_eq!(read("process_owner", " "), Ok(NewGrant { process: None, ..owner }));
        let moderator = NewGrant { role: Role::Moderator, process: Some(process) };
        assert_eq!(read("moderator", &process.to_string()), Ok(moderator));
        assert_eq!(read("moderator", " "), Ok(NewGrant { process: None, ..moderator }));
        for (role, process, field, fault) in [
            ("", String::new(), "role", Fault::Required),
            ("mayor", String::new(), "role", Fault::Choice),
            ("guarantor", String::new(), "role", Fault::Choice),
            ("citizen", String::new(), "role", Fault::Choice),
            ("privacy_officer", process.to_string(), "process", Fault::Choice),
            ("process_owner", "x".into(), "process", Fault::Choice),
        ] {
            assert_eq!(read(role, &process).unwrap_err().of(field), Some(&fault), "{role} {process}");
        }
        assert_eq!(
            NewGrant::parse("tenant_admin", "", TenantKind::Platform).unwrap_err().of("role"),
            Some(&Fault::Choice)
        );
    }

    #[test]
    fn an_invitation_names_every_fault() {
        let errors = NewInvitation::parse("x", "y", "", TenantKind::Union).unwrap_err();
        assert_eq!((errors.of("email"), errors.of("role")), (Some(&Fault::Email), Some(&Fault::Choice)));
    }

    #[test]
    fn the_same_invitation_is_not_sent_twice() {
        let new = NewInvitation::parse("dora@b.it", "process_owner", "", TenantKind::Union).unwrap();
        let one_path = NewGrant { process: Some(ProcessId::fresh()), ..new.grant };
        let moderator = NewGrant { role: Role::Moderator, ..new.grant };
        let others = [("anna@b.it", new.grant), ("dora@b.it", one_path), ("dora@b.it", moderator)];
        assert_eq!(new.beside(others.into_iter()), Ok(()));
        let again = others.into_iter().chain([("dora@b.it", new.grant)]);
        assert_eq!(new.beside(again), Err(FieldErrors::one("email", Fault::Invited)));
    }

    #[test]
    fn the_last_administrator_stays() {
        assert_eq!(take_back(Role::TenantAdmin, 1), Err(Blocker::LastAdministrator.into()));
        assert_eq!(take_back(Role::TenantAdmin, 2), Ok(()));
        assert_eq!(take_back(Role::Moderator, 0), Ok(()));
    }

    #[test]
    fn an_invitation_is_accepted_once_in_time_by_its_address() {
        let now: DateTime<Utc> = "2022-10-05T08:00:00Z".parse().unwrap();
        let sent = SentInvitation { email: "a@b.it", expires_at: now + crate::sign_in::INVITATION_LIFE, used: false };
        assert_eq!(sent.accept("a@b.it", now), Ok(()));
        assert_eq!(sent.accept("c@b.it", now), Err(Blocker::InvitationForAnother.into()));
        assert_eq!(sent.accept("a@b.it", sent.expires_at), Err(Blocker::InvitationSpent.into()));
        assert_eq!(SentInvitation { used: true, ..sent }.accept("a@b.it", now), Err(Blocker::InvitationSpent.into()));
    }
}
