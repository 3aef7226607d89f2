//! Closed lists of the domain in words.

use crate::{
    error::AppError,
    format::number,
    i18n::*,
    wording::{finding_words, template_words},
};
use domain::{invalid::Fault, role::Role};

/// What is wrong with a field.
#[must_use]
pub fn fault_words(l: Locale, fault: &Fault) -> String {
    match fault {
        Fault::Required => td_string!(l, fault.required).to_string(),
        Fault::TooLong { max } => td_string!(l, fault.too_long, max = max),
        Fault::TooManyWords { max } => td_string!(l, fault.too_many_words, max = max),
        Fault::TooShort { min } => td_string!(l, fault.too_short, min = min),
        Fault::Email => td_string!(l, fault.email).to_string(),
        Fault::Date => td_string!(l, fault.date).to_string(),
        Fault::Time => td_string!(l, fault.time).to_string(),
        Fault::Number { min, max } => {
            // Four digits may be a year: they are written without a separator.
            let digits = |bound: i64| match bound.unsigned_abs() {
                short @ ..10_000 => short.to_string(),
                long => number(l, long),
            };
            td_string!(l, fault.number, min = digits(*min), max = digits(*max))
        }
        Fault::AboveCall { max } => td_string!(l, fault.above_call, max = number(l, max.unsigned_abs())),
        Fault::Digits { count } => td_string!(l, fault.digits, count = count),
        Fault::MunicipalitiesOnly => td_string!(l, fault.municipalities_only).to_string(),
        Fault::Link => td_string!(l, fault.link).to_string(),
        Fault::Choice => td_string!(l, fault.choice).to_string(),
        Fault::Unsuited { template } => td_string!(l, fault.unsuited, template = template_words(l, *template)),
        Fault::Form => td_string!(l, fault.form).to_string(),
        Fault::Unseen => td_string!(l, fault.unseen).to_string(),
        Fault::PersonalData { kinds } => {
            let kinds: Vec<String> = kinds.iter().map(|kind| finding_words(l, *kind)).collect();
            td_string!(l, fault.personal_data, what = kinds.join(", "))
        }
        Fault::Taken => td_string!(l, fault.taken).to_string(),
        Fault::Registered => td_string!(l, fault.registered).to_string(),
        Fault::Future => td_string!(l, fault.future).to_string(),
        Fault::Past => td_string!(l, fault.past).to_string(),
        Fault::Order => td_string!(l, fault.order).to_string(),
        Fault::FileKind => td_string!(l, fault.file_kind).to_string(),
        Fault::NoHeading => td_string!(l, fault.no_heading).to_string(),
        Fault::Encoding => td_string!(l, fault.encoding).to_string(),
        Fault::TooManyRows { max } => td_string!(l, fault.too_many_rows, max = max),
        Fault::NoProvider => td_string!(l, fault.no_provider).to_string(),
        Fault::BelowRules => td_string!(l, fault.below_rules).to_string(),
        Fault::TooYoung { min } => td_string!(l, fault.too_young, min = min),
        Fault::FileSize { max_kib } if max_kib % 1024 == 0 => {
            td_string!(l, fault.file_size, max = format!("{} MiB", max_kib / 1024))
        }
        Fault::FileSize { max_kib } => td_string!(l, fault.file_size, max = format!("{max_kib} KiB")),
        Fault::Contrast => td_string!(l, fault.contrast).to_string(),
        Fault::Lines { min, max } => td_string!(l, fault.lines, min = min, max = max),
        Fault::Repeated => td_string!(l, fault.repeated).to_string(),
        Fault::Invited => td_string!(l, fault.invited).to_string(),
        Fault::KnownAct => td_string!(l, fault.known_act).to_string(),
        Fault::Code => td_string!(l, fault.code).to_string(),
        Fault::Day => td_string!(l, fault.day).to_string(),
        Fault::Colour => td_string!(l, fault.colour).to_string(),
        Fault::Slug => td_string!(l, fault.slug).to_string(),
        Fault::Signs { signs } => td_string!(l, fault.signs, count = signs),
    }
}

/// Why a request was refused, a sentence for each reason; empty for faults of fields, which stand beside them.
#[must_use]
pub fn error_words(l: Locale, error: &AppError) -> Vec<String> {
    match error {
        AppError::Invalid(errors) => errors.of("").map(|fault| fault_words(l, fault)).into_iter().collect(),
        AppError::StepRefused(refused) => {
            refused.blockers.iter().map(|blocker| super::blocker_words(l, blocker)).collect()
        }
        AppError::SignInRequired => vec![td_string!(l, common.sign_in_required).to_string()],
        AppError::NotFound => vec![td_string!(l, common.not_found).to_string()],
        AppError::Forbidden => vec![td_string!(l, common.forbidden).to_string()],
        AppError::Conflict => vec![td_string!(l, common.conflict).to_string()],
        AppError::TooMany => vec![td_string!(l, common.too_many).to_string()],
        AppError::Unavailable => vec![td_string!(l, common.unavailable).to_string()],
    }
}

/// The name of a role.
#[must_use]
pub fn role_words(l: Locale, role: Role) -> String {
    match role {
        Role::Coordinator => td_string!(l, role.coordinator),
        Role::TenantAdmin => td_string!(l, role.tenant_admin),
        Role::LegalRepresentative => td_string!(l, role.legal_representative),
        Role::ProcessOwner => td_string!(l, role.process_owner),
        Role::ProcessFacilitator => td_string!(l, role.process_facilitator),
        Role::TableMember => td_string!(l, role.table_member),
        Role::CommitteeMember => td_string!(l, role.committee_member),
        Role::Guarantor => td_string!(l, role.guarantor),
        Role::FundingOfficer => td_string!(l, role.funding_officer),
        Role::BodySecretary => td_string!(l, role.body_secretary),
        Role::Moderator => td_string!(l, role.moderator),
        Role::ActionOwner => td_string!(l, role.action_owner),
        Role::PointCoordinator => td_string!(l, role.point_coordinator),
        Role::DigitalFacilitator => td_string!(l, role.digital_facilitator),
        Role::PrivacyOfficer => td_string!(l, role.privacy_officer),
        Role::Citizen => td_string!(l, role.citizen),
        Role::Visitor => td_string!(l, role.visitor),
    }
    .to_string()
}
