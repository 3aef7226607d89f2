//! Identity providers in words: how surely they know people, how the platform proves itself to them, what came of a trial.

use crate::{
    components::sentence, contract::identity_providers::TrialView, format::moment, i18n::*,
    wording::oidc_fault::oidc_fault_words,
};
use domain::{assurance::Assurance, identity_provider::ClientAuth};

/// How surely somebody is known.
pub(crate) fn assurance_words(l: Locale, level: Assurance) -> String {
    match level {
        Assurance::Address => td_string!(l, identity.level_address),
        Assurance::Low => td_string!(l, identity.level_low),
        Assurance::Substantial => td_string!(l, identity.level_substantial),
        Assurance::High => td_string!(l, identity.level_high),
    }
    .to_string()
}

/// How the platform proves itself.
pub(crate) fn client_auth_words(l: Locale, auth: ClientAuth) -> String {
    match auth {
        ClientAuth::SecretBasic => td_string!(l, identity.auth_basic),
        ClientAuth::SecretPost => td_string!(l, identity.auth_post),
        ClientAuth::PrivateKeyJwt => td_string!(l, identity.auth_key),
    }
    .to_string()
}

/// What came of the last trial, with the colour of its badge.
pub(crate) fn trial_words(l: Locale, trial: TrialView) -> (String, &'static str) {
    match trial {
        TrialView::Never => (td_string!(l, identity.trial_never).to_string(), "secondary"),
        TrialView::Outdated(_) => (td_string!(l, identity.trial_outdated).to_string(), "warning"),
        TrialView::Succeeded(_) => (td_string!(l, identity.trial_succeeded).to_string(), "success"),
        TrialView::Failed(..) => (td_string!(l, identity.trial_failed).to_string(), "danger"),
    }
}

/// The same in a sentence: when it was, what is wrong and who can mend it.
pub(crate) fn trial_told(l: Locale, trial: TrialView) -> String {
    match trial {
        TrialView::Never => td_string!(l, identity.trial_never_told).to_string(),
        TrialView::Outdated(at) => td_string!(l, identity.trial_outdated_told, at = moment(at)),
        TrialView::Succeeded(at) => td_string!(l, identity.trial_succeeded_told, at = moment(at)),
        TrialView::Failed(at, fault) => {
            let fault = sentence(&oidc_fault_words(l, fault));
            td_string!(l, identity.trial_failed_told, at = moment(at), fault = fault)
        }
    }
}
