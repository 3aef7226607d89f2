//! People who work for a tenant, its settings, its log.

mod audit;
mod grant;
mod invitation;
mod people;
mod settings;

pub(crate) use audit::AuditPage;
pub(crate) use invitation::InvitationPage;
pub(crate) use people::StaffPage;
pub(crate) use settings::SettingsPage;
