//! What an administrator may change of a tenant.

use super::documents::SentFile;
use crate::error::Outcome;
use async_trait::async_trait;
use domain::{
    assurance::Assurance,
    identification::{Bounds, Needs, TypedNeeds},
    logo::Logo,
    pack::RulePack,
    settings::TypedSettings,
};

/// The settings as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsView {
    pub current: TypedSettings,
    pub logo: Option<Logo>,
    /// Whether a moderator reads the first words of new people before everybody does.
    pub first_held: bool,
    /// The tenant's address on the web.
    pub origin: String,
    /// Stands for the settings that were shown: a change of others' in between is refused.
    pub version: String,
}

/// How surely the tenant wants to know who acts.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedsView {
    pub current: Needs,
    /// What can be asked.
    pub bounds: Bounds,
    /// The rules that say the least.
    pub rules: &'static RulePack,
    /// How many people were recognised at each level or above when they last signed in so, the lowest first.
    pub known: Vec<(Assurance, u64)>,
    /// Stands for what was shown.
    pub version: String,
}

#[async_trait]
pub trait Settings {
    /// The tenant's settings. Administrators only.
    async fn settings(&self) -> Outcome<SettingsView>;

    /// Changes them, unless somebody else did since `version`. Administrators only.
    async fn change_settings(&self, typed: TypedSettings, version: String) -> Outcome<()>;

    /// How surely the tenant wants to know who acts. Administrators only.
    async fn needs(&self) -> Outcome<NeedsView>;

    /// Changes it, unless somebody else did since `version`. Administrators only.
    async fn change_needs(&self, typed: TypedNeeds, version: String) -> Outcome<()>;

    /// Lets a moderator read the first words of new people before everybody does (`held`), or no longer; what waits
    /// already goes on waiting. Administrators only.
    async fn hold_first(&self, held: bool) -> Outcome<()>;

    /// Gives the tenant this logo, or takes it away, unless somebody else changed the settings since `version`.
    /// Administrators only.
    async fn change_logo(&self, file: Option<SentFile>, version: String) -> Outcome<()>;
}
