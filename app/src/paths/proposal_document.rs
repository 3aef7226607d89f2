//! Addresses of the proposal document, its outcome and the final report.

/// Where the proposal document of a path is written.
#[must_use]
pub fn document_editor(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/documento")
}

/// Where one proposal of the document is written.
#[must_use]
pub fn proposal_editor(slug: &str, number: u32) -> String {
    format!("/lavoro/percorsi/{slug}/documento/proposte/{number}")
}

/// Where a new proposal of the document is written.
#[must_use]
pub fn new_proposal(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/documento/proposte/nuova")
}

/// The versions of the document, and their differences.
#[must_use]
pub fn document_versions(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/documento/versioni")
}

/// The proposal document as everybody reads it.
#[must_use]
pub fn proposal_document(slug: &str) -> String {
    format!("/percorsi/{slug}/documento")
}

/// One proposal of the document as everybody reads it.
#[must_use]
pub fn document_proposal(slug: &str, number: u32) -> String {
    format!("/percorsi/{slug}/documento#proposta-{number}")
}

/// Where the body's acknowledgement and decisions are recorded.
#[must_use]
pub fn outcome_editor(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/esito")
}

/// What the body decided.
#[must_use]
pub fn decisions(slug: &str) -> String {
    format!("/percorsi/{slug}/decisioni")
}

/// Where the final report is written.
#[must_use]
pub fn report_editor(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/relazione")
}

/// The public part of the final report.
#[must_use]
pub fn final_report(slug: &str) -> String {
    format!("/percorsi/{slug}/relazione")
}
