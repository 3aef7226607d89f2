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

/// Where the project sheet of a process is edited.
#[must_use]
pub fn sheet(slug: &str) -> String {
    format!("{}/scheda", workspace(slug))
}

/// Where the times and the phases of a process are edited.
#[must_use]
pub fn times(slug: &str) -> String {
    format!("{}/tempi", workspace(slug))
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

/// One request for more time as the guarantor decides it, on the platform's host.
#[must_use]
pub fn extension_case(tenant: domain::id::TenantId, id: domain::id::ExtensionId) -> String {
    format!("{}/{tenant}/proroghe/{id}", super::GUARANTOR_QUEUE)
}

/// The document of a request for more time, for the guarantor.
#[must_use]
pub fn extension_request_file(tenant: domain::id::TenantId, id: domain::id::ExtensionId) -> String {
    format!("{}/richiesta", extension_case(tenant, id))
}

/// The document of the answer to a request for more time, for the guarantor.
#[must_use]
pub fn extension_answer_file(tenant: domain::id::TenantId, id: domain::id::ExtensionId) -> String {
    format!("{}/risposta", extension_case(tenant, id))
}

/// Where the record of a process for the regional observatory is prepared.
#[must_use]
pub fn observatory(slug: &str) -> String {
    format!("{}/osservatorio", workspace(slug))
}

/// The record of a process as a file, for those who prepare it.
#[must_use]
pub fn observatory_draft(slug: &str) -> String {
    format!("{}/osservatorio.csv", workspace(slug))
}

/// The record of a concluded process as a file, for everybody.
#[must_use]
pub fn observatory_file(slug: &str) -> String {
    format!("{}/osservatorio.csv", process(slug))
}

/// The proposal document that was sent, as a file.
#[must_use]
pub fn document_frozen(slug: &str) -> String {
    format!("{}/documento/file.txt", process(slug))
}

/// What was submitted as `number`, as a file, for those who prepare the document.
#[must_use]
pub fn submission_file(slug: &str, number: u32) -> String {
    format!("{}/documento/file.txt?numero={number}", workspace(slug))
}

/// What was submitted as `number`, as a file, for the guarantor.
#[must_use]
pub fn case_file(tenant: domain::id::TenantId, process: domain::id::ProcessId, number: u32) -> String {
    format!("{}/{tenant}/{process}/file.txt?numero={number}", super::GUARANTOR_QUEUE)
}
