//! Who people are for a tenant: the roles, and where each one is granted.

use crate::code::coded;

coded! {
    /// A role; a person may hold several. Everybody is a visitor, and whoever signed in is a citizen too.
    pub enum Role {
        /// Operates the platform for the region: provisions tenants, sees deadlines, reads no drafts.
        Coordinator = "coordinator",
        /// Manages people, templates and settings of one tenant.
        TenantAdmin = "tenant_admin",
        /// Mayor or president: signs start notice, extension request and agreement.
        LegalRepresentative = "legal_representative",
        /// Answers for a process (*responsabile del processo*).
        ProcessOwner = "process_owner",
        /// Neutral conductor of meetings, tables and syntheses (*curatore*).
        ProcessFacilitator = "process_facilitator",
        /// Sits at the negotiation table for an organisation (*TdN*).
        TableMember = "table_member",
        /// Sits on the local guarantee committee (*CGL*).
        CommitteeMember = "committee_member",
        /// Regional guarantor of participation (*Tecnico di garanzia*).
        Guarantor = "guarantor",
        /// Officer in charge of the grant (*responsabile del procedimento*).
        FundingOfficer = "funding_officer",
        /// Registers the acts of the body that decides (*segreteria dell'ente titolare*).
        BodySecretary = "body_secretary",
        /// Hides with a reason, restores, answers reports.
        Moderator = "moderator",
        /// Keeps an action sheet of the agenda up to date.
        ActionOwner = "action_owner",
        /// Coordinates the digital facilitation points.
        PointCoordinator = "point_coordinator",
        /// Helps citizens at a digital facilitation point.
        DigitalFacilitator = "digital_facilitator",
        /// Data protection officer or auditor: reads the audit log, edits nothing.
        PrivacyOfficer = "privacy_officer",
        /// A registered person.
        Citizen = "citizen",
        /// Anybody, without signing in.
        Visitor = "visitor",
    }
}

impl Role {
    /// Whether the role opens the back office of a tenant.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        match self {
            Self::TenantAdmin
            | Self::LegalRepresentative
            | Self::ProcessOwner
            | Self::ProcessFacilitator
            | Self::FundingOfficer
            | Self::BodySecretary
            | Self::Moderator
            | Self::ActionOwner
            | Self::PointCoordinator
            | Self::DigitalFacilitator
            | Self::PrivacyOfficer => true,
            Self::Coordinator
            | Self::TableMember
            | Self::CommitteeMember
            | Self::Guarantor
            | Self::Citizen
            | Self::Visitor => false,
        }
    }

    /// Whether the role is granted for one process rather than for a whole tenant.
    #[must_use]
    pub const fn per_process(self) -> bool {
        matches!(
            self,
            Self::ProcessOwner
                | Self::ProcessFacilitator
                | Self::TableMember
                | Self::CommitteeMember
                | Self::FundingOfficer
                | Self::BodySecretary
                | Self::Moderator
        )
    }

    /// Whether the role is granted by the platform, over all tenants.
    #[must_use]
    pub const fn over_tenants(self) -> bool {
        matches!(self, Self::Coordinator | Self::Guarantor)
    }

    /// Whether the role is held without any grant: by signing in, or by just coming.
    #[must_use]
    pub const fn is_implied(self) -> bool {
        matches!(self, Self::Citizen | Self::Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for &role in Role::ALL {
            assert_eq!(role.code().parse(), Ok(role));
        }
        assert!("mayor".parse::<Role>().is_err());
    }

    #[test]
    fn a_role_is_granted_in_one_place() {
        for &role in Role::ALL {
            let places = [role.per_process(), role.over_tenants(), role.is_implied()];
            assert!(places.iter().filter(|place| **place).count() <= 1, "{role}");
        }
    }
}
