//! What people see, and what it asks of the server.
//!
//! Pages are rendered on the server alone and read the [`contract`] directly; only islands run in the browser.
//! What a page changes goes through the server functions of [`api`], as plain forms.

pub mod api;
#[cfg(feature = "ssr")]
pub mod broken;
pub mod components;
pub mod contract;
pub mod draft;
pub mod error;
pub mod escape;
pub mod feed;
pub mod format;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod leaving;
pub mod letter;
pub mod notice;
#[cfg(feature = "ssr")]
pub mod own_data;
mod pages;
pub mod paths;
pub mod respond;
mod routes;
mod shell;
pub mod visit;
pub mod wording;

/// The words, in Italian and English: `td_string!(locale(), common.save)`.
pub mod i18n {
    #![expect(clippy::all, unreachable_pub, reason = "generated from the locale files")]
    include!(concat!(env!("OUT_DIR"), "/words/mod.rs"));
    pub use i18n::*;
    pub use leptos_i18n::Locale as LocaleExt;
    pub use leptos_i18n::{td, td_display, td_string};
}

pub use shell::shell;
