//! The page that leads on to the provider after signing out here: no form may leave our pages, so none is used.

use crate::i18n::*;

/// A page that goes on to `to` by itself, and offers the way where it does not.
#[must_use]
pub fn leaving_page(l: Locale, to: &str) -> String {
    let safe = to.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    let (lang, title, words) = (l.as_str(), td_string!(l, people.leaving), td_string!(l, people.leaving_provider));
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"refresh\" content=\"0;url={safe}\"></head>\
         <body><main><h1>{title}</h1><p><a href=\"{safe}\">{words}</a></p></main></body></html>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_an_address() {
        let page = leaving_page(Locale::it, "https://idp.example/?a=1&b=\"><script>");
        assert!(page.contains("href=\"https://idp.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;\""), "{page}");
    }
}
