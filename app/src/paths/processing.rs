//! Addresses of what a tenant does with personal data.

/// The register of processing activities.
pub const PROCESSING_REGISTER: &str = "/lavoro/trattamenti";
/// Where an activity is added to it.
pub const NEW_ACTIVITY: &str = "/lavoro/trattamenti/nuovo";
/// What the platform deletes by itself.
pub const RETENTION: &str = "/lavoro/trattamenti/conservazione";

/// One activity of the register.
#[must_use]
pub fn activity(code: &str) -> String {
    format!("{PROCESSING_REGISTER}/{code}")
}
