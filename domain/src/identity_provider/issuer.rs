//! The address by which a provider names itself.

use crate::{invalid::Fault, text};

/// Where a provider describes itself, after its issuer (OpenID Connect Discovery 1.0, section 4).
const DESCRIPTION: &str = "/.well-known/openid-configuration";

/// An issuer; who pastes the address of its description means the issuer. Whether `http` will do is the
/// connection's to say.
pub(super) fn issuer(typed: &str) -> Result<String, Fault> {
    let text = text::line(typed, 500)?;
    let text = text.strip_suffix(DESCRIPTION).unwrap_or(&text);
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or(Fault::Link)?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%!$&'()*+,;=:@".contains(c);
    if is_authority(authority) && path.chars().all(plain) { Ok(text.to_owned()) } else { Err(Fault::Link) }
}

/// A host, with or without a port; nobody's name before it.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !text.ends_with(']') => (host, Some(port)),
        _ => (text, None),
    };
    let named = |host: &str| {
        host.split('.').all(|label| {
            (1..=63).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
    };
    let numbered = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .is_some_and(|host| host.parse::<std::net::Ipv6Addr>().is_ok());
    (numbered || named(host)) && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}
