//! What an administrator may change of a tenant.

use crate::error::Outcome;
use async_trait::async_trait;
use domain::settings::TypedSettings;

/// The settings as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsView {
    pub current: TypedSettings,
    /// The tenant's address on the web.
    pub origin: String,
    /// Stands for the settings that were shown: a change of others' in between is refused.
    pub version: String,
}

#[async_trait]
pub trait Settings {
    /// The tenant's settings. Administrators only.
    async fn settings(&self) -> Outcome<SettingsView>;

    /// Changes them, unless somebody else did since `version`. Administrators only.
    async fn change_settings(&self, typed: TypedSettings, version: String) -> Outcome<()>;
}
