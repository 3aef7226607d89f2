//! Addresses of pages. Words in addresses are Italian, as people see them.

mod actions;
mod contributions;
mod documents;
mod follow;
mod identity;
mod meetings;
mod oidc;
mod platform;
mod process;
mod processing;
mod proposal_document;
mod questionnaires;

use domain::{logo::Logo, role::Role};

pub use {
    actions::*, contributions::*, documents::*, follow::*, identity::*, meetings::*, oidc::*, platform::*, process::*,
    processing::*, proposal_document::*, questionnaires::*,
};

/// The home page of a host.
pub const HOME: &str = "/";
/// Where one signs in.
pub const SIGN_IN: &str = "/accedi";
/// Where the one-time code is typed.
pub const SIGN_IN_CODE: &str = "/accedi/codice";
/// Leads back to the mailed link that this browser opened last.
pub const BACK_TO_LINK: &str = "/accedi/torna";
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
/// Where one is signed in, and what is kept of one.
pub const OWN_DATA: &str = "/spazio/dati";
/// What is kept of one, for programs.
pub const OWN_DATA_FILE: &str = "/spazio/dati.json";
/// What is kept of one, to be read.
pub const OWN_DATA_PAGE: &str = "/spazio/dati.html";
/// In which ways one signs in.
pub const WAYS_IN: &str = "/spazio/accesso";
/// Where one erases one's account.
pub const ERASE_ACCOUNT: &str = "/spazio/cancella";
/// Who works for the tenant.
pub const STAFF: &str = "/lavoro/persone";
/// The tenant's settings.
pub const SETTINGS: &str = "/lavoro/impostazioni";
/// The audit log.
pub const AUDIT: &str = "/lavoro/registro";
/// All data of the tenant as a file.
pub const EXPORT: &str = "/lavoro/esporta";

/// The picture of a tenant's logo; another picture has another address.
#[must_use]
pub fn logo(logo: &Logo) -> String {
    format!("/logo/{logo}")
}

/// The sign-in page that leads to `back` afterwards.
#[must_use]
pub fn sign_in(back: &str) -> String {
    format!("{SIGN_IN}?dopo={}", back_in_query(back))
}

/// The page for the one-time code, which leads to `back` afterwards.
#[must_use]
pub fn sign_in_code(back: &str) -> String {
    format!("{SIGN_IN_CODE}?dopo={}", back_in_query(back))
}

/// `back` as a query may hold it: an address that is itself a permission is kept by the browser instead.
fn back_in_query(back: &str) -> String {
    encode(match back {
        _ if leads_on(back) => BACK_TO_LINK,
        _ if is_keyed(back) => HOME,
        _ => back,
    })
}

/// Whether a mailed link leads to something for which one signs in: never a receipt, which nobody after its reader may
/// meet at the same machine.
#[must_use]
pub fn leads_on(path: &str) -> bool {
    ["/invito/", "/inviti/", "/accordo/", "/questionari/invito/"].iter().any(|start| path.starts_with(start))
}

/// `path` if it is an address on this host, else the home page: no open redirects.
#[must_use]
pub fn local(path: &str) -> &str {
    // What RFC 3986 lets stand in a path and a query.
    let plain = path.bytes().all(|c| c.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/?".contains(&c));
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

/// Whether the address is itself a permission, as that of a mailed link: it stands in no query and in no log.
#[must_use]
pub fn is_keyed(path: &str) -> bool {
    leads_on(path) || ["/ricevuta/", "/questionari/ricevuta/"].iter().any(|start| path.starts_with(start))
}

/// Where a person with this role finds what is to be done.
#[must_use]
pub const fn first_page_of(role: Role) -> &'static str {
    match role {
        Role::Guarantor => GUARANTOR_QUEUE,
        role if role.is_staff() => WORK,
        _ => HOME,
    }
}

/// The link of an invitation.
#[must_use]
pub fn invitation(key: &str) -> String {
    format!("/invito/{}", encode(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_on_this_host() {
        assert_eq!(local("/percorsi/a?x=1"), "/percorsi/a?x=1");
        for c in (0..=255_u8).map(char::from) {
            let path = format!("/a{c}");
            assert!(local(&path).parse::<http::Uri>().is_ok(), "{path:?}");
        }
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
