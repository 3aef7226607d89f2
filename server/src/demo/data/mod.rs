//! The demo's data as its files give them; `demo/README.md` describes the shape.

mod contribution;
mod gathering;
mod process;
mod questionnaire;
mod result;

pub use contribution::*;
pub use gathering::*;
pub use process::*;
pub use questionnaire::*;
pub use result::*;

use domain::{
    role::Role,
    tenant::{Template, TenantKind},
};
use serde::Deserialize;

/// `tenants.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenants {
    pub tenant: Vec<TenantData>,
}

/// One tenant, or the platform.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenantData {
    pub key: String,
    pub slug: String,
    pub kind: TenantKind,
    pub name: String,
    #[serde(default)]
    pub description: String,
    pub accent: String,
    pub parent: Option<String>,
    pub istat: Option<String>,
    pub ipa: Option<String>,
    #[serde(default)]
    pub pack: String,
    pub template: Option<Template>,
    #[serde(default)]
    pub patron_day: String,
    pub patron: Option<String>,
    pub patron_certain: Option<bool>,
    pub province: Option<String>,
    pub address: Option<String>,
    #[serde(default)]
    pub fictional: bool,
    /// What was made up.
    pub note: Option<String>,
}

/// `people.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub person: Vec<PersonData>,
}

/// One demo person.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonData {
    pub key: String,
    pub tenant: String,
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
    pub organisation: Option<String>,
    pub place: Option<String>,
    pub about: Option<String>,
    #[serde(default)]
    pub fictional: bool,
}
