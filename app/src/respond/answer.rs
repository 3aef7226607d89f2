//! What the http layer is told, and what it hands over (server only).

use crate::{
    contract::{documents::SentFile, people::Session},
    notice::Notice,
};
use leptos::prelude::use_context;
use std::sync::{Arc, Mutex};

/// Sends the browser to `path` on this host, where `notice` is said.
pub fn redirect(path: &str, notice: Notice) {
    let (page, fragment) = path.split_once('#').map_or((path, None), |(page, part)| (page, Some(part)));
    let joint = if page.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|part| format!("#{part}")).unwrap_or_default();
    leptos_axum::redirect(&format!("{page}{joint}esito={}{fragment}", notice.code()));
}

/// Sends the browser to `path` on this host and says nothing.
pub fn redirect_silently(path: &str) {
    leptos_axum::redirect(path);
}

/// Tells the http layer to set the session's cookie.
#[derive(Debug, Clone)]
pub enum SessionChange {
    /// A code was sent to this address: the browser knows it until the code is typed, and no address bar shows it.
    Await(String),
    Open(Session),
    Close,
    /// The session is closed; with this key the browser signs out at the provider too.
    Leave(String),
}

/// The slot of a request in which a change of session is noted; the http layer provides and reads it.
pub type SessionSlot = Arc<Mutex<Option<SessionChange>>>;

/// Lets the browser remember to which address a code was sent.
pub fn await_code(email: &str) {
    note(SessionChange::Await(email.to_owned()));
}

/// Gives the browser the key of a new session.
pub fn open_session(session: &Session) {
    note(SessionChange::Open(session.clone()));
}

/// Takes the session's key away from the browser.
pub fn close_session() {
    note(SessionChange::Close);
}

/// Takes the session's key away from the browser, and gives it one for signing out at the provider too.
pub fn leave_session(key: &str) {
    note(SessionChange::Leave(key.to_owned()));
}

fn note(change: SessionChange) {
    if let Some(slot) = use_context::<SessionSlot>() {
        *slot.lock().expect("no holder of the slot panics") = Some(change);
    }
}

/// The files of the form being answered; the http layer provides them, for the first who takes them.
#[derive(Debug, Clone, Default)]
pub struct SentFiles(pub Arc<Mutex<Vec<SentFile>>>);

/// The file sent in `field`; an empty one when none was sent.
#[must_use]
pub fn sent_file(field: &str) -> SentFile {
    let Some(files) = use_context::<SentFiles>() else { return SentFile::default() };
    let mut files = files.0.lock().expect("no holder of the files panics");
    let place = files.iter().position(|file| file.field == field);
    place.map(|place| files.swap_remove(place)).unwrap_or_default()
}

/// The fields of the form being answered, as they were sent; the http layer provides them.
#[derive(Debug, Clone, Default)]
pub struct SentFields(pub Arc<Vec<(String, String)>>);

/// Every field of the form being answered.
#[must_use]
pub fn sent_fields() -> Vec<(String, String)> {
    use_context::<SentFields>().map(|fields| fields.0.to_vec()).unwrap_or_default()
}
