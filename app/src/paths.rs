//! Addresses of pages. Words in addresses are Italian, as people see them.

mod process;

pub use process::*;

/// The home page of a host.
pub const HOME: &str = "/";
/// Where one signs in.
pub const SIGN_IN: &str = "/accedi";
/// Where the one-time code is typed.
pub const SIGN_IN_CODE: &str = "/accedi/codice";
/// What one did, and what became of it.
pub const MY_SPACE: &str = "/spazio";
/// What is due for staff.
pub const WORK: &str = "/lavoro";
/// How personal data are treated.
pub const PRIVACY: &str = "/privacy";
/// Legal notes.
pub const LEGAL_NOTES: &str = "/note-legali";
/// Accessibility statement and feedback.
pub const ACCESSIBILITY: &str = "/accessibilita";
/// What visitors reported about the site.
pub const FEEDBACK: &str = "/lavoro/segnalazioni";
/// Mail kept in demo mode.
pub const DEV_MAIL: &str = "/dev/mail";

/// The tenant's public documents.
pub const DOCUMENTS: &str = "/documenti";

/// The sign-in page that leads to `back` afterwards.
#[must_use]
pub fn sign_in(back: &str) -> String {
    format!("{SIGN_IN}?dopo={}", encode(back))
}

/// The page for the one-time code sent to `email`.
#[must_use]
pub fn sign_in_code(email: &str, back: &str) -> String {
    format!("{SIGN_IN_CODE}?email={}&dopo={}", encode(email), encode(back))
}

/// `path` if it is an address on this host, else the home page: no open redirects.
#[must_use]
pub fn local(path: &str) -> &str {
    let plain = path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if path.starts_with('/') && !path.starts_with("//") && plain && !path.starts_with("/api/") { path } else { HOME }
}

/// `text` percent-encoded for a query.
#[must_use]
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

/// The public documents of a path.
#[must_use]
pub fn path_documents(slug: &str) -> String {
    format!("/percorsi/{slug}/documenti")
}

/// Where the documents of a path are filed.
#[must_use]
pub fn path_documents_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/documenti")
}

/// The formal agreement of a path.
#[must_use]
pub fn path_agreement(slug: &str) -> String {
    format!("/percorsi/{slug}/accordo")
}

/// Where the agreement of a path is written and its parties are invited.
#[must_use]
pub fn path_agreement_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/accordo")
}

/// The text of a path's agreement as a file.
#[must_use]
pub fn agreement_text(slug: &str, version: u32) -> String {
    format!("/percorsi/{slug}/accordo/testo.txt?versione={version}")
}

/// Where a party answers, by the key that was mailed to it.
#[must_use]
pub fn signing(key: &str) -> String {
    format!("/accordo/{}", encode(key))
}

/// Where one document is worked on.
#[must_use]
pub fn document_work(id: domain::id::DocumentId) -> String {
    format!("/lavoro/documenti/{id}")
}

/// The file of a document.
#[must_use]
pub fn document_file(id: domain::id::DocumentId) -> String {
    format!("/documenti/{id}/file")
}

/// The public page of a process.
#[must_use]
pub fn path(slug: &str) -> String {
    format!("/percorsi/{slug}")
}

/// Where staff work on a process.
#[must_use]
pub fn path_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}")
}

/// The proposals of the whole tenant.
pub const CONTRIBUTIONS: &str = "/proposte";
/// Where a proposal is written.
pub const PROPOSE: &str = "/proposte/nuova";
/// The moderators' queue.
pub const MODERATION: &str = "/lavoro/moderazione";
/// Where one erases one's account.
pub const ERASE_ACCOUNT: &str = "/spazio/cancella";

/// Where a proposal for `table` is written.
#[must_use]
pub fn propose_at(table: domain::id::TableId) -> String {
    format!("{PROPOSE}?tavolo={table}")
}

/// One proposal.
#[must_use]
pub fn contribution(id: domain::id::ContributionId) -> String {
    format!("/proposte/{id}")
}

/// The proposals of a process.
#[must_use]
pub fn contributions_of(slug: &str) -> String {
    format!("/proposte?percorso={}", encode(slug))
}

/// The proposals of a table.
#[must_use]
pub fn contributions_at(table: domain::id::TableId) -> String {
    format!("/proposte?tavolo={table}")
}

/// The thematic tables of a process.
#[must_use]
pub fn tables(slug: &str) -> String {
    format!("/percorsi/{slug}/tavoli")
}

/// One thematic table.
#[must_use]
pub fn table(slug: &str, id: domain::id::TableId) -> String {
    format!("/percorsi/{slug}/tavoli/{id}")
}

/// One synthesis, on the page of its table.
#[must_use]
pub fn synthesis(slug: &str, table: domain::id::TableId, id: domain::id::SynthesisId) -> String {
    format!("/percorsi/{slug}/tavoli/{table}#sintesi-{id}")
}

/// Where the tables of a process are edited.
#[must_use]
pub fn tables_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/tavoli")
}

/// Where a table is edited and its syntheses are written.
#[must_use]
pub fn table_work(slug: &str, id: domain::id::TableId) -> String {
    format!("/lavoro/percorsi/{slug}/tavoli/{id}")
}

/// Where the contributions of a process are answered.
#[must_use]
pub fn answers_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/risposte")
}

// The coordinator's console.

/// Every tenant, for the coordinator.
pub const TENANTS: &str = "/enti";
/// Where a tenant is created.
pub const NEW_TENANT: &str = "/enti/nuovo";

/// One tenant, for the coordinator.
#[must_use]
pub fn tenant(slug: &str) -> String {
    format!("{TENANTS}/{}", encode(slug))
}

// People of a tenant, its settings, its log.

/// Who works for the tenant.
pub const STAFF: &str = "/lavoro/persone";
/// The tenant's settings.
pub const SETTINGS: &str = "/lavoro/impostazioni";
/// The audit log.
pub const AUDIT: &str = "/lavoro/registro";
/// All data of the tenant as a file.
pub const EXPORT: &str = "/lavoro/esporta";
/// All open deadlines of all tenants, for the coordinator.
pub const DEADLINES: &str = "/scadenze";

/// The link of an invitation.
#[must_use]
pub fn invitation(key: &str) -> String {
    format!("/invito/{}", encode(key))
}

/// Everything that meets, by date.
pub const CALENDAR: &str = "/calendario";

/// Who does what in a process.
#[must_use]
pub fn who_does_what(slug: &str) -> String {
    format!("/percorsi/{slug}/chi-fa-cosa")
}

/// The meetings of a process.
#[must_use]
pub fn meetings(slug: &str) -> String {
    format!("/percorsi/{slug}/incontri")
}

/// One meeting.
#[must_use]
pub fn meeting(id: domain::id::MeetingId) -> String {
    format!("/incontri/{id}")
}

/// The minutes of a meeting, where members comment on them.
#[must_use]
pub fn minutes(id: domain::id::MeetingId) -> String {
    format!("/incontri/{id}/verbale")
}

/// Where an organisation answers its invitation to an organ.
#[must_use]
pub fn member_invitation(id: domain::id::MemberId) -> String {
    format!("/inviti/organi/{id}")
}

/// Where the organs of a process are run.
#[must_use]
pub fn organs_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/organi")
}

/// Where the meetings of a process are run.
#[must_use]
pub fn meetings_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/incontri")
}

/// Where one meeting is run.
#[must_use]
pub fn meeting_work(id: domain::id::MeetingId) -> String {
    format!("/lavoro/incontri/{id}")
}

/// Who attended a meeting, by name.
#[must_use]
pub fn attendance(id: domain::id::MeetingId) -> String {
    format!("/lavoro/incontri/{id}/presenze")
}

/// Where the minutes of a meeting are written.
#[must_use]
pub fn minutes_work(id: domain::id::MeetingId) -> String {
    format!("/lavoro/incontri/{id}/verbale")
}

// Proposal document, guarantor, outcome, report.

/// The guarantor's queue, on the platform's host.
pub const GUARANTOR_QUEUE: &str = "/garanzia";

/// What one process submitted to the guarantor.
#[must_use]
pub fn guarantor_case(tenant: domain::id::TenantId, process: domain::id::ProcessId) -> String {
    format!("{GUARANTOR_QUEUE}/{tenant}/{process}")
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_on_this_host() {
        assert_eq!(local("/percorsi/a?x=1"), "/percorsi/a?x=1");
        for bad in ["https://evil.example", "//evil.example", "/\\evil.example", "", "/api/people/sign-out", "/a\r\nx"]
        {
            assert_eq!(local(bad), HOME, "{bad}");
        }
    }

    #[test]
    fn a_query_is_encoded() {
        assert_eq!(encode("a b&c=/è"), "a%20b%26c%3D/%C3%A8");
    }
}
