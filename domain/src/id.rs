//! Identifiers: one type for each concept, all of them UUID version 7 (RFC 9562).

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The text is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes a new identifier that sorts after those made before it.
            #[cfg(feature = "fresh")]
            #[must_use]
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::from_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )*};
}

ids! {
    /// A union or a municipality, or the platform itself.
    TenantId,
    /// A person known to one tenant.
    PersonId,
    /// One grant of a role to a person.
    GrantId,
    /// A participatory process (*percorso partecipativo*).
    ProcessId,
    /// The formal agreement (*accordo formale*) of a process.
    AgreementId,
    /// A party to a formal agreement.
    PartyId,
    /// A negotiation table or a local guarantee committee.
    OrganId,
    /// A member of an organ, for an organisation.
    MemberId,
    /// A remark or an opinion of a member of the guarantee committee.
    RemarkId,
    /// A meeting (*incontro*) of an organ, a table or the public.
    MeetingId,
    /// A thematic table (*tavolo tematico*), or an axis of a permanent process.
    TableId,
    /// A facilitator's synthesis of what a table gathered.
    SynthesisId,
    /// A citizen's contribution (*contributo*, on the site *proposta*).
    ContributionId,
    /// A comment on a contribution.
    CommentId,
    /// A request for more time (*proroga*).
    ExtensionId,
    /// The participated proposal document (*DocPP*) of a process.
    ProposalDocumentId,
    /// One proposal of the participated proposal document.
    ProposalId,
    /// One submission of the proposal document to the guarantor.
    RoundId,
    /// One expense of the final report.
    ExpenseId,
    /// A stored file with its protocol data.
    DocumentId,
    /// An administrative act (*atto*).
    ActId,
    /// One entry of the audit log.
    AuditId,
    /// A mail waiting in the outbox.
    MailId,
    /// A person on the private list of those who attended a meeting.
    AttendeeId,
    /// A person's registration to a meeting.
    RegistrationId,
    /// A questionnaire (*questionario*), one of its versions.
    QuestionnaireId,
    /// One person's answers to a questionnaire.
    AnswerId,
    /// A local digital agenda (*agenda digitale locale*).
    AgendaId,
    /// An action sheet (*scheda azione*) of an agenda.
    ActionSheetId,
    /// An invitation to take a role.
    InvitationId,
    /// An identity provider of a tenant.
    IdentityProviderId,
}
