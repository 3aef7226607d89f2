//! The page that is shown where another one broke: in both languages, for nothing is known any more of who asked.

use crate::{i18n::*, paths};
use std::fmt::Write;

/// A page that says that the fault is ours, and leads home.
#[must_use]
pub fn broken_page() -> String {
    let mut body = String::new();
    for l in [Locale::it, Locale::en] {
        let (lang, title) = (l.as_str(), td_string!(l, common.error_title));
        let (words, home) = (td_string!(l, common.broken), td_string!(l, common.to_home));
        write!(
            body,
            "<section lang=\"{lang}\"><h1>{title}</h1><p>{words}</p><p><a href=\"{}\">{home}</a></p></section>",
            paths::HOME
        )
        .expect("a string takes all that is written");
    }
    let title = td_string!(Locale::it, common.error_title);
    format!(
        "<!DOCTYPE html><html lang=\"it\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head><body><main>{body}</main></body></html>"
    )
}
