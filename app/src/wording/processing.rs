//! What a tenant does with personal data, in words.

use crate::i18n::*;
use domain::{processing::LegalBasis, retention::Passing};

/// Why data are processed.
pub(crate) fn basis_words(l: Locale, basis: LegalBasis) -> String {
    match basis {
        LegalBasis::PublicTask => td_string!(l, processing.basis_public_task),
        LegalBasis::LegalObligation => td_string!(l, processing.basis_legal_obligation),
        LegalBasis::Contract => td_string!(l, processing.basis_contract),
        LegalBasis::Consent => td_string!(l, processing.basis_consent),
    }
    .to_string()
}

/// What passes.
pub(crate) fn passing_words(l: Locale, kind: Passing) -> String {
    match kind {
        Passing::Sessions => td_string!(l, processing.passing_sessions),
        Passing::SignIns => td_string!(l, processing.passing_sign_ins),
        Passing::Attempts => td_string!(l, processing.passing_attempts),
        Passing::Invitations => td_string!(l, processing.passing_invitations),
        Passing::Mails => td_string!(l, processing.passing_mails),
        Passing::Drafts => td_string!(l, processing.passing_drafts),
        Passing::FeedbackAddresses => td_string!(l, processing.passing_feedback_addresses),
        Passing::MeetingNeeds => td_string!(l, processing.passing_meeting_needs),
        Passing::Registrations => td_string!(l, processing.passing_registrations),
    }
    .to_string()
}

/// How long it is kept.
pub(crate) fn period_words(l: Locale, kind: Passing) -> String {
    match kind.kept_for() {
        None => td_string!(l, processing.period_expiry).to_string(),
        Some(span) if span.num_days() == 0 => td_string!(l, processing.period_hours, count = span.num_hours()),
        Some(span) => td_string!(l, processing.period_days, count = span.num_days()),
    }
}
