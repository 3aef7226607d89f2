//! Formal documents (*documenti*): from draft to preservation, immutable once protocolled.

use crate::{
    action::Action,
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    policy::{permits, permits_any},
    refusal::{Blocker, StepRefused},
    role::Role,
    text,
};
use chrono::NaiveDate;

mod change;
mod citation;
mod kind;

pub use change::DocumentChange;
pub use citation::{Citation, may_correct, may_read_after, may_replace_file};
pub use kind::DocumentKind;

pub use crate::{
    protocol::{AnnotationKind, Direction, NewAnnotation, ProtocolRegistration},
    upload::{ATTACHMENT_KINDS, ATTACHMENT_MAX_MIB, FILE_MAX_MIB, FileKind, NewUpload, download_name},
};

coded! {
    /// Who may read a document.
    pub enum Visibility {
        Public = "public",
        Private = "private",
    }
}

coded! {
    /// Where a document stands.
    pub enum DocumentState {
        Draft = "draft",
        Final = "final",
        Signed = "signed",
        Protocolled = "protocolled",
        Transmitted = "transmitted",
        Received = "received",
        Published = "published",
        Preserved = "preserved",
    }
}

coded! {
    /// What moves a document.
    pub enum DocumentStep {
        /// The text is done.
        Finalise = "finalise",
        /// Back to draft, before anybody signed.
        Reopen = "reopen",
        /// One more signature.
        Sign = "sign",
        /// The tenant's register gave it a number.
        Protocol = "protocol",
        Transmit = "transmit",
        /// The receipt came in.
        Receive = "receive",
        Publish = "publish",
        Preserve = "preserve",
    }
}

impl Visibility {
    /// Who may read a document of this kind once it is published: everybody.
    ///
    /// # Errors
    /// `WrongState` for a kind that is never public.
    pub fn when_published(kind: DocumentKind) -> Result<Self, StepRefused> {
        if kind.may_be_public() { Ok(Self::Public) } else { Err(Blocker::WrongState.into()) }
    }
}

impl DocumentStep {
    /// The permission that the step asks for.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Finalise | Self::Reopen | Self::Sign => Action::UploadDocument,
            Self::Protocol | Self::Transmit | Self::Receive | Self::Publish | Self::Preserve => {
                Action::ProtocolDocument
            }
        }
    }
}

impl DocumentState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: DocumentStep) -> Result<Self, StepRefused> {
        use DocumentState as S;
        use DocumentStep as T;
        match (self, step) {
            (S::Draft, T::Finalise) => Ok(S::Final),
            (S::Final, T::Reopen) => Ok(S::Draft),
            (S::Final | S::Signed, T::Sign) => Ok(S::Signed),
            (S::Final | S::Signed, T::Protocol) => Ok(S::Protocolled),
            (S::Protocolled, T::Transmit) => Ok(S::Transmitted),
            (S::Transmitted, T::Receive) => Ok(S::Received),
            (S::Protocolled | S::Transmitted | S::Received, T::Publish) => Ok(S::Published),
            (S::Protocolled | S::Transmitted | S::Received | S::Published, T::Preserve) => Ok(S::Preserved),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether content and protocol data are beyond change.
    #[must_use]
    pub const fn is_immutable(self) -> bool {
        !matches!(self, Self::Draft | Self::Final | Self::Signed)
    }

    /// Whether the file may be replaced: before anybody signed it.
    ///
    /// # Errors
    /// `DocumentProtocolled`, or `WrongState` once signed.
    pub fn may_replace(self) -> Result<(), StepRefused> {
        match self {
            Self::Draft | Self::Final => Ok(()),
            Self::Signed => Err(Blocker::WrongState.into()),
            _ => Err(Blocker::DocumentProtocolled.into()),
        }
    }

    /// Whether the document may be deleted: never once protocolled, whoever asks.
    ///
    /// # Errors
    /// `DocumentProtocolled`.
    pub fn may_delete(self) -> Result<(), StepRefused> {
        if self.is_immutable() { Err(Blocker::DocumentProtocolled.into()) } else { Ok(()) }
    }

    /// Whether title and readers may change: until it is protocolled.
    ///
    /// # Errors
    /// `DocumentProtocolled`.
    pub fn may_edit(self) -> Result<(), StepRefused> {
        if self.is_immutable() { Err(Blocker::DocumentProtocolled.into()) } else { Ok(()) }
    }

    /// Whether an annotation, cancelling included, may be put to it: once protocolled.
    ///
    /// # Errors
    /// `WrongState` before, for then the document itself can change.
    pub fn may_annotate(self) -> Result<(), StepRefused> {
        if self.is_immutable() { Ok(()) } else { Err(Blocker::WrongState.into()) }
    }
}

/// Whether somebody who holds `roles` for its process may read a document.
#[must_use]
pub fn may_read(kind: DocumentKind, visibility: Visibility, state: DocumentState, roles: &[Role]) -> bool {
    match kind {
        DocumentKind::ReportAnnexPrivate => return permits_any(roles, Action::ReadPrivateAnnex),
        // Names, and perhaps tax codes, of who signed: for the offices alone, as where the parties are listed.
        DocumentKind::SignedAgreement => {
            return roles.iter().any(|&role| role.is_staff() && permits(role, Action::ReadDrafts));
        }
        _ => {}
    }
    let open = visibility == Visibility::Public && state != DocumentState::Draft;
    open || permits_any(roles, Action::ReadDrafts) || permits_any(roles, Action::UploadDocument)
}

/// What is typed about a document when its file is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    pub title: String,
    pub kind: DocumentKind,
    pub visibility: Visibility,
    /// The date that the document bears.
    pub dated: NaiveDate,
}

impl NewDocument {
    /// Reads the fields `title`, `kind`, `visibility` and `dated`.
    ///
    /// # Errors
    /// Field by field; `Choice` for the visibility of a kind that is never public.
    pub fn parse(title: &str, kind: &str, visibility: &str, dated: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 200));
        let filed = |kind: DocumentKind| if kind.is_filed() { Ok(kind) } else { Err(Fault::Choice) };
        let kind: Option<DocumentKind> = errors.take("kind", choice(kind).and_then(filed));
        let visibility = errors.take("visibility", readers(visibility, kind));
        let dated = errors.take("dated", text::date(dated));
        match (title, kind, visibility, dated) {
            (Some(title), Some(kind), Some(visibility), Some(dated)) => Ok(Self { title, kind, visibility, dated }),
            _ => Err(errors),
        }
    }

    /// The same on the day `today`: nothing bears a date that is still to come.
    ///
    /// # Errors
    /// `Future` for `dated`.
    pub fn by(self, today: NaiveDate) -> Result<Self, FieldErrors> {
        if self.dated > today { Err(FieldErrors::one("dated", Fault::Future)) } else { Ok(self) }
    }
}

/// Who may read a document of this kind, as typed; a kind that is never public stays private.
fn readers(typed: &str, kind: Option<DocumentKind>) -> Result<Visibility, Fault> {
    let open = kind.is_none_or(DocumentKind::may_be_public);
    choice(typed).and_then(|one| if one == Visibility::Public && !open { Err(Fault::Choice) } else { Ok(one) })
}

#[cfg(test)]
mod tests;
