//! One line for each server function: what would be sent to it, and who may.

mod organs;
mod people;
mod process;
mod proposal;
mod talk;

use domain::action::Action;

/// A server function under attack.
pub struct Case {
    /// Its endpoint.
    pub path: &'static str,
    /// Fields that the right person could send; `{table}` or `{table.column}` is a value of the attacked tenant.
    pub fields: &'static [(&'static str, &'static str)],
    pub who: Who,
    /// Sent with files, as `multipart/form-data`.
    pub files: bool,
}

/// Who may call a function at all.
pub enum Who {
    /// Everybody: what it does hangs on a code or a link that only its owner has.
    Anybody,
    /// Whoever signed in, for what is theirs.
    SignedIn,
    /// The roles that may do one of these.
    Only(&'static [Action]),
}

const fn only(path: &'static str, actions: &'static [Action], fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Only(actions), files: false }
}

const fn mine(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::SignedIn, files: false }
}

const fn open(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Anybody, files: false }
}

const fn with_files(case: Case) -> Case {
    Case { files: true, ..case }
}

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Every case.
pub fn all() -> impl Iterator<Item = &'static Case> {
    [people::CASES, process::CASES, talk::CASES, organs::CASES, proposal::CASES].into_iter().flatten()
}
