//! Addresses of processes, public and in the back office.

use super::WORK;

/// The processes of the tenant.
pub const PROCESSES: &str = "/percorsi";
/// Where a process is created.
pub const NEW_PROCESS: &str = "/lavoro/percorsi/nuovo";

/// The public page of a process.
#[must_use]
pub fn process(slug: &str) -> String {
    format!("{PROCESSES}/{slug}")
}

/// The workspace of a process.
#[must_use]
pub fn workspace(slug: &str) -> String {
    format!("{WORK}{PROCESSES}/{slug}")
}

/// Where the project sheet, the times and the phases of a process are edited.
#[must_use]
pub fn sheet(slug: &str) -> String {
    format!("{}/scheda", workspace(slug))
}

/// Where the formal start of a process is written.
#[must_use]
pub fn start_notice(slug: &str) -> String {
    format!("{}/avvio", workspace(slug))
}

/// Where the acts of a process are registered.
#[must_use]
pub fn acts(slug: &str) -> String {
    format!("{}/atti", workspace(slug))
}

/// Where more time is asked and decided.
#[must_use]
pub fn extensions(slug: &str) -> String {
    format!("{}/proroghe", workspace(slug))
}
