//! Cookies: the session's key, the address whose code is awaited, the mailed link to come back to, what ties a sign-in
//! at a provider to its browser, and the language, nothing else.

use crate::config::{Config, Scheme};
use app::{
    i18n::{Locale, LocaleExt},
    respond::SessionChange,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use cookie::CookieBuilder;
use domain::sign_in::{CODE_LIFE, SIGN_IN_LIFE};
use http::{HeaderMap, HeaderValue, header};

const LANGUAGE: &str = "lingua";
const SESSION: &str = "__Host-tavolo";
const CODE: &str = "__Host-tavolo-codice";
const LINK: &str = "__Host-tavolo-collegamento";
const OIDC: &str = "__Host-tavolo-fornitore";
const LEAVING: &str = "__Host-tavolo-uscita";

/// A cookie's name here: `__Host-` keeps it to this very host, and browsers take that over https alone.
fn named(config: &Config, name: &'static str) -> &'static str {
    match config.scheme {
        Scheme::Https => name,
        Scheme::Http => name.trim_start_matches("__Host-"),
    }
}

/// The session's key, if the browser sent one.
pub(super) fn session_key(config: &Config, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(named(config, SESSION)).map(|cookie| cookie.value().to_owned())
}

/// The address to which this browser asked for a code, while that code may live.
pub(super) fn code_sent_to(config: &Config, headers: &HeaderMap) -> Option<String> {
    let kept = CookieJar::from_headers(headers).get(named(config, CODE))?.value().to_owned();
    String::from_utf8(hex::decode(kept).ok()?).ok()
}

/// The page of the mailed link that this browser opened last.
pub(super) fn link(config: &Config, headers: &HeaderMap) -> Option<String> {
    let kept = CookieJar::from_headers(headers).get(named(config, LINK))?.value().to_owned();
    String::from_utf8(hex::decode(kept).ok()?).ok()
}

/// The header that keeps the page of a mailed link while somebody signs in; an empty one is forgotten.
pub(super) fn keep_link(config: &Config, page: &str) -> HeaderValue {
    let life = if page.is_empty() { days(0) } else { time::Duration::seconds(SIGN_IN_LIFE.num_seconds()) };
    value(&base(config, named(config, LINK), hex::encode(page)).max_age(life).build())
}

/// What this browser keeps while it is at an identity provider.
pub(super) fn oidc_key(config: &Config, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(named(config, OIDC)).map(|cookie| cookie.value().to_owned())
}

/// The header that keeps `key` for as long as a sign-in may take; an empty one is forgotten.
pub(super) fn keep_oidc_key(config: &Config, key: &str) -> HeaderValue {
    let life = if key.is_empty() { days(0) } else { time::Duration::seconds(SIGN_IN_LIFE.num_seconds()) };
    value(&base(config, named(config, OIDC), key.to_owned()).max_age(life).build())
}

/// The key with which this browser signs out at an identity provider too.
pub(super) fn leaving_key(config: &Config, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(named(config, LEAVING)).map(|cookie| cookie.value().to_owned())
}

/// The header that forgets it.
pub(super) fn forget_leaving(config: &Config) -> HeaderValue {
    value(&base(config, named(config, LEAVING), String::new()).max_age(days(0)).build())
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

/// The headers that open or close the session in the browser; the address that waited for its code goes with both, and
/// the mailed link with the end.
pub(super) fn session_change(config: &Config, change: &SessionChange) -> Vec<HeaderValue> {
    let session = |key: &str, life| base(config, named(config, SESSION), key.to_owned()).max_age(life).build();
    let awaited = |email: &str, life| base(config, named(config, CODE), hex::encode(email)).max_age(life).build();
    let none = days(0);
    let cookies = match change {
        SessionChange::Await(email) => {
            vec![awaited(email, time::Duration::seconds(CODE_LIFE.num_seconds()))]
        }
        SessionChange::Open(opened) => vec![session(&opened.key, days(14)), awaited("", none)],
        SessionChange::Close => vec![session("", none), awaited("", none)],
        SessionChange::Leave(key) => {
            let soon = time::Duration::minutes(5);
            let leaving = base(config, named(config, LEAVING), key.clone()).max_age(soon).build();
            vec![session("", none), awaited("", none), leaving]
        }
    };
    let forgets = matches!(change, SessionChange::Close | SessionChange::Leave(_)).then(|| keep_link(config, ""));
    cookies.iter().map(value).chain(forgets).collect()
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
