//! Addresses of the agenda's actions.

use super::encode;

/// The actions of the tenant's agenda.
pub const ACTIONS: &str = "/azioni";

/// One action.
#[must_use]
pub fn action(code: &str) -> String {
    format!("{ACTIONS}/{}", encode(code))
}
