//! Closed lists of tenants in words.

use crate::i18n::*;
use domain::{
    pack,
    tenant::{TenantKind, TenantState},
};

pub(super) fn kind_words(l: Locale, kind: TenantKind) -> String {
    match kind {
        TenantKind::Platform => td_string!(l, console.kind_platform),
        TenantKind::Union => td_string!(l, console.kind_union),
        TenantKind::Municipality => td_string!(l, console.kind_municipality),
    }
    .to_string()
}

pub(super) fn state_words(l: Locale, state: TenantState) -> String {
    match state {
        TenantState::Active => td_string!(l, console.state_active),
        TenantState::Suspended => td_string!(l, console.state_suspended),
    }
    .to_string()
}

pub(super) fn state_tone(state: TenantState) -> &'static str {
    match state {
        TenantState::Active => "success",
        TenantState::Suspended => "danger",
    }
}

/// The name of the newest version of a rule pack, or its key where this build knows none.
pub(super) fn pack_words(l: Locale, key: &str) -> String {
    pack::newest(key).map_or_else(
        || key.to_owned(),
        |pack| match l {
            Locale::it => pack.name.it.clone(),
            Locale::en => pack.name.en.clone(),
        },
    )
}
