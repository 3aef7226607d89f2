//! Papers of an organ's meeting: its members read them before they are public.

use crate::{
    action::Action,
    document::{DocumentKind, DocumentState},
    policy::permits_any,
    role::Role,
};

/// Whether somebody who holds `roles` in the process may read a document because it is a paper of an organ's meeting.
#[must_use]
pub fn may_read_paper(kind: DocumentKind, state: DocumentState, roles: &[Role]) -> bool {
    kind.may_be_public() && state != DocumentState::Draft && permits_any(roles, Action::ReadOrganPapers)
}
