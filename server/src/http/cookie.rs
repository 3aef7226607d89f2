//! Cookies: the session's key and the language, nothing else.

use crate::config::{Config, Scheme};
use app::{
    i18n::{Locale, LocaleExt},
    respond::SessionChange,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use cookie::CookieBuilder;
use http::{HeaderMap, HeaderValue, header};

const LANGUAGE: &str = "lingua";

/// `__Host-` keeps the cookie to this very host; browsers take it over https alone.
fn session_name(config: &Config) -> &'static str {
    match config.scheme {
        Scheme::Https => "__Host-tavolo",
        Scheme::Http => "tavolo",
    }
}

/// The session's key, if the browser sent one.
pub(super) fn session_key(config: &Config, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(session_name(config)).map(|cookie| cookie.value().to_owned())
}

/// The language chosen before, else the browser's first wish, else Italian.
pub(super) fn locale(headers: &HeaderMap) -> Locale {
    let chosen = CookieJar::from_headers(headers).get(LANGUAGE).map(|cookie| cookie.value().to_owned());
    let wish = || {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|wish| wish.to_str().ok())
            .map(|wish| wish.chars().take(2).collect())
    };
    match chosen.or_else(wish).as_deref() {
        Some("en") => Locale::en,
        _ => Locale::it,
    }
}

/// The header that keeps `locale` for a year.
pub(super) fn keep_language(config: &Config, locale: Locale) -> HeaderValue {
    let cookie = base(config, LANGUAGE, locale.as_str().to_owned()).max_age(days(365)).build();
    value(&cookie)
}

/// The header that opens or closes the session in the browser.
pub(super) fn session_change(config: &Config, change: &SessionChange) -> HeaderValue {
    let cookie = match change {
        SessionChange::Open(session) => {
            base(config, session_name(config), session.key.clone()).max_age(days(14)).build()
        }
        SessionChange::Close => base(config, session_name(config), String::new()).max_age(days(0)).build(),
    };
    value(&cookie)
}

fn base(config: &Config, name: &'static str, value: String) -> CookieBuilder<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(config.scheme == Scheme::Https)
}

fn days(count: i64) -> time::Duration {
    time::Duration::days(count)
}

fn value(cookie: &Cookie<'_>) -> HeaderValue {
    HeaderValue::from_str(&cookie.to_string()).expect("our cookies are plain text")
}
