//! People's words made safe to show.

#[cfg(feature = "ssr")]
mod markdown;

#[cfg(feature = "ssr")]
pub use markdown::*;

/// `text` as HTML reads it.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Markdown as it was written: a browser draws no page, and needs no reader of it.
#[cfg(not(feature = "ssr"))]
#[must_use]
pub fn markdown(source: &str) -> String {
    escape(source)
}
