//! Why a sign-in through an identity provider, or the trial of its settings, did not succeed, in words.

use crate::i18n::*;
use domain::oidc_fault::OidcFault;

/// What went wrong and what to do: for who signs in and for who sets the provider up.
pub(crate) fn oidc_fault_words(l: Locale, fault: OidcFault) -> String {
    match fault {
        OidcFault::Unreachable => td_string!(l, oidc_fault.unreachable),
        OidcFault::Slow => td_string!(l, oidc_fault.slow),
        OidcFault::TooLarge => td_string!(l, oidc_fault.too_large),
        OidcFault::Redirected => td_string!(l, oidc_fault.redirected),
        OidcFault::PrivateAddress => td_string!(l, oidc_fault.private_address),
        OidcFault::NotHttps => td_string!(l, oidc_fault.not_https),
        OidcFault::NotJson => td_string!(l, oidc_fault.not_json),
        OidcFault::WrongIssuer => td_string!(l, oidc_fault.wrong_issuer),
        OidcFault::NoKeys => td_string!(l, oidc_fault.no_keys),
        OidcFault::UnknownKey => td_string!(l, oidc_fault.unknown_key),
        OidcFault::Signature => td_string!(l, oidc_fault.signature),
        OidcFault::Algorithm => td_string!(l, oidc_fault.algorithm),
        OidcFault::Audience => td_string!(l, oidc_fault.audience),
        OidcFault::Expired => td_string!(l, oidc_fault.expired),
        OidcFault::Nonce => td_string!(l, oidc_fault.nonce),
        OidcFault::State => td_string!(l, oidc_fault.state),
        OidcFault::Level => td_string!(l, oidc_fault.level),
        OidcFault::Subject => td_string!(l, oidc_fault.subject),
        OidcFault::Code => td_string!(l, oidc_fault.code),
        OidcFault::Client => td_string!(l, oidc_fault.client),
        OidcFault::Refused => td_string!(l, oidc_fault.refused),
        OidcFault::NoAddress => td_string!(l, oidc_fault.no_address),
        OidcFault::AddressTaken => td_string!(l, oidc_fault.address_taken),
        OidcFault::OfAnother => td_string!(l, oidc_fault.of_another),
        OidcFault::Mismatch => td_string!(l, oidc_fault.mismatch),
    }
    .to_string()
}
