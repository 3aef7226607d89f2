//! The closed lists of agreements in words.

use crate::i18n::*;
use domain::{
    agreement::{AgreementStanding, MissingSignature},
    party::{PartyKind, PartyState},
};

pub(super) fn kind_words(l: Locale, kind: PartyKind) -> String {
    use PartyKind as K;
    match kind {
        K::Proponent => td_string!(l, agreement.kind_proponent),
        K::DecisionBody => td_string!(l, agreement.kind_decision_body),
        K::Association => td_string!(l, agreement.kind_association),
        K::TradeUnion => td_string!(l, agreement.kind_trade_union),
        K::Firm => td_string!(l, agreement.kind_firm),
        K::Committee => td_string!(l, agreement.kind_committee),
        K::PublicBody => td_string!(l, agreement.kind_public_body),
        K::Other => td_string!(l, agreement.kind_other),
    }
    .to_string()
}

/// Where a party stands, and the tone in which it is shown.
pub(super) fn state_words(l: Locale, state: PartyState, signed_version: Option<u32>) -> (String, &'static str) {
    let (words, tone) = match (state, signed_version) {
        (PartyState::Invited, None) => (td_string!(l, agreement.state_invited), "status status-waiting"),
        (PartyState::Invited, Some(_)) => (td_string!(l, agreement.state_invited_again), "status status-waiting"),
        (PartyState::Signed, _) => (td_string!(l, agreement.state_signed), "status status-ok"),
        (PartyState::FileReceived, _) => (td_string!(l, agreement.state_file_received), "status status-partial"),
        (PartyState::FileTakenIn, _) => (td_string!(l, agreement.state_file_taken_in), "status status-partial"),
        (PartyState::Removed, _) => (td_string!(l, agreement.state_removed), "status status-no"),
        (PartyState::Declined, _) => (td_string!(l, agreement.state_declined), "status status-no"),
    };
    (words.to_string(), tone)
}

/// What a party answered, said to itself; none before it answered.
pub(super) fn answer_words(l: Locale, state: PartyState) -> Option<&'static str> {
    match state {
        PartyState::Signed => Some(td_string!(l, agreement.answer_signed)),
        PartyState::FileReceived => Some(td_string!(l, agreement.answer_file)),
        PartyState::FileTakenIn => Some(td_string!(l, agreement.answer_file_taken_in)),
        PartyState::Declined => Some(td_string!(l, agreement.answer_declined)),
        PartyState::Invited | PartyState::Removed => None,
    }
}

/// Whether the agreement is valid, or what is missing.
pub(super) fn standing_words(l: Locale, standing: &AgreementStanding) -> String {
    if standing.is_valid() {
        return td_string!(l, agreement.valid).to_string();
    }
    let missing = standing.missing.iter().map(|missing| missing_words(l, *missing)).collect::<Vec<_>>().join(", ");
    td_string!(l, agreement.missing, missing = missing)
}

fn missing_words(l: Locale, missing: MissingSignature) -> &'static str {
    match missing {
        MissingSignature::Proponent => td_string!(l, agreement.missing_proponent),
        MissingSignature::DecisionBody => td_string!(l, agreement.missing_decision_body),
        MissingSignature::AnotherParty => td_string!(l, agreement.missing_another_party),
    }
}
