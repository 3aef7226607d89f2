//! The fields of a provider's settings.

use crate::{
    components::{Check, SecretField, SelectField, TextArea, TextField},
    format::day_of,
    i18n::*,
    visit::locale,
    wording::identity::{assurance_words, client_auth_words},
};
use chrono::{DateTime, Utc};
use domain::{
    assurance::Assurance,
    identity_provider::{ClientAuth, TypedClaims, TypedIdentityProvider},
};
use leptos::prelude::*;

/// What is kept of the secret of a provider that is there already: none where nothing is, and since when.
pub(super) type Kept = Option<DateTime<Utc>>;

/// All fields as they stand; `kept` is none for a provider that is to be added.
pub(super) fn fields(now: TypedIdentityProvider, kept: Option<Kept>) -> impl IntoView {
    let l = locale();
    let auths = ClientAuth::ALL.iter().map(|auth| (auth.code().to_owned(), client_auth_words(l, *auth))).collect();
    let levels = Assurance::ALL.iter().map(|level| (level.code().to_owned(), assurance_words(l, *level))).collect();
    let secret = secret(&now.auth, kept);
    view! {
        <TextField name="name" label=td_string!(l, identity.name) hint=td_string!(l, identity.name_hint).to_string() value=now.name max=60/>
        <TextField
            name="issuer" label=td_string!(l, identity.issuer) hint=td_string!(l, identity.issuer_hint).to_string()
            value=now.issuer max=500 inputmode="url" autocomplete="off"
        />
        <TextField
            name="client_id" label=td_string!(l, identity.client_id) hint=td_string!(l, identity.client_id_hint).to_string()
            value=now.client_id max=255 autocomplete="off"
        />
        <SelectField
            name="auth" label=td_string!(l, identity.auth) hint=td_string!(l, identity.auth_hint).to_string()
            value=now.auth options=auths
        />
        {secret}
        <TextField
            name="scopes" label=td_string!(l, identity.scopes) hint=td_string!(l, identity.scopes_hint).to_string()
            value=now.scopes optional=true autocomplete="off"
        />
        <TextArea
            name="acr_values" label=td_string!(l, identity.acr_values)
            hint=td_string!(l, identity.acr_values_hint).to_string() value=now.acr_values max=2000 rows=2 optional=true
        />
        <SelectField
            name="least" label=td_string!(l, identity.least) hint=td_string!(l, identity.least_hint).to_string()
            value=now.least options=levels
        />
        {claims(now.claims)}
    }
}

/// The secret, which is never shown, and what else may become of it.
fn secret(auth: &str, kept: Option<Kept>) -> impl IntoView + use<> {
    let l = locale();
    let by_key = auth == ClientAuth::PrivateKeyJwt.code();
    let hint = match kept {
        None => td_string!(l, identity.secret_hint_new).to_string(),
        Some(None) => td_string!(l, identity.secret_none).to_string(),
        Some(Some(since)) if by_key => td_string!(l, identity.secret_hint_key, since = day_of(since)),
        Some(Some(since)) => td_string!(l, identity.secret_hint_kept, since = day_of(since)),
    };
    let remove = kept.flatten().map(|_| {
        let label = if by_key { td_string!(l, identity.key_renew) } else { td_string!(l, identity.secret_remove) };
        view! { <Check name="remove_secret" label=label/> }
    });
    view! {
        <SecretField name="secret" label=td_string!(l, identity.secret) hint=hint max=500/>
        {remove}
    }
}

fn claims(now: TypedClaims) -> impl IntoView {
    let l = locale();
    view! {
        <fieldset>
            <legend>{td_string!(l, identity.claims)}</legend>
            <p>{td_string!(l, identity.claims_lead)}</p>
            <TextArea name="claim_fiscal_code" label=td_string!(l, identity.claim_fiscal_code) value=now.fiscal_code max=2000 rows=3 optional=true/>
            <TextArea name="claim_name" label=td_string!(l, identity.claim_name) value=now.name max=2000 rows=2 optional=true/>
            <TextArea name="claim_family_name" label=td_string!(l, identity.claim_family_name) value=now.family_name max=2000 rows=2 optional=true/>
            <TextArea name="claim_birth_date" label=td_string!(l, identity.claim_birth_date) value=now.birth_date max=2000 rows=2 optional=true/>
            <TextArea name="claim_email" label=td_string!(l, identity.claim_email) value=now.email max=2000 rows=2 optional=true/>
        </fieldset>
    }
}
