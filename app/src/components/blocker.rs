//! What stands in the way of a step, in words: one phrase for the list of requirements and for the refusal.

use crate::{
    format::{date, end},
    i18n::*,
    wording::{identity::assurance_words, section_words},
};
use domain::{pack::DurationUnit, refusal::Blocker};
use std::fmt::Display;

/// What is wanted, or why the step is refused.
#[must_use]
pub fn blocker_words(l: Locale, blocker: &Blocker) -> String {
    match blocker {
        Blocker::WrongState => td_string!(l, blocker.wrong_state).to_string(),
        Blocker::Object => td_string!(l, blocker.object).to_string(),
        Blocker::Phases => td_string!(l, blocker.phases).to_string(),
        Blocker::Staff => td_string!(l, blocker.staff).to_string(),
        Blocker::Owner => td_string!(l, blocker.owner).to_string(),
        Blocker::DecisionBody => td_string!(l, blocker.decision_body).to_string(),
        Blocker::SuspensionAct => td_string!(l, blocker.suspension_act).to_string(),
        Blocker::DurationWithin { max, unit: DurationUnit::Days, pack } => {
            td_string!(l, blocker.duration_within_days, max = max, pack = pack.clone())
        }
        Blocker::DurationWithin { max, pack, .. } => {
            td_string!(l, blocker.duration_within_months, max = max, pack = pack.clone())
        }
        Blocker::StartAction => td_string!(l, blocker.start_action).to_string(),
        Blocker::StartLink => td_string!(l, blocker.start_link).to_string(),
        Blocker::StartSignature => td_string!(l, blocker.start_signature).to_string(),
        Blocker::StartDate => td_string!(l, blocker.start_date).to_string(),
        Blocker::StartToCome { on } => td_string!(l, blocker.start_to_come, on = date(*on)),
        Blocker::EndAhead { end: Some(end), .. } => td_string!(l, blocker.end_ahead, end = date(*end)),
        Blocker::EndAhead { end: None, cycle: true } => td_string!(l, blocker.end_of_cycle).to_string(),
        Blocker::EndAhead { end: None, cycle: false } => td_string!(l, blocker.length).to_string(),
        Blocker::ContributionsAhead { close } => td_string!(l, blocker.contributions_ahead, close = date(*close)),
        Blocker::StartLimit { limit, given, pack } => td_string!(
            l,
            blocker.start_limit,
            limit = date(*limit),
            given = given.map(date).unwrap_or_default(),
            pack = pack.clone()
        ),
        Blocker::TableConstituted => td_string!(l, blocker.table_constituted).to_string(),
        Blocker::FirstTableMeeting => td_string!(l, blocker.first_table_meeting).to_string(),
        Blocker::FirstTableMinutes => td_string!(l, blocker.first_table_minutes).to_string(),
        Blocker::StakeholderMap => td_string!(l, blocker.stakeholder_map).to_string(),
        Blocker::MeetingsSettled { open } => td_string!(l, blocker.meetings_settled, open = open),
        Blocker::ContributionsAnswered { open } => td_string!(l, blocker.contributions_answered, open = open),
        Blocker::ComposedUntouched => td_string!(l, blocker.composed_untouched).to_string(),
        Blocker::NotAnswerable { count } => td_string!(l, blocker.not_answerable, count = *count),
        Blocker::DocumentSent { validation: true } => td_string!(l, blocker.document_sent_validated).to_string(),
        Blocker::DocumentSent { validation: false } => td_string!(l, blocker.document_sent).to_string(),
        Blocker::WithinAuthorisedEnd { end, .. } => td_string!(l, blocker.within_authorised_end, end = date(*end)),
        Blocker::Acknowledgement => td_string!(l, blocker.acknowledgement).to_string(),
        Blocker::AdoptionAct => td_string!(l, blocker.adoption_act).to_string(),
        Blocker::DecisionCommunicated => td_string!(l, blocker.decision_communicated).to_string(),
        Blocker::FinalReport => td_string!(l, blocker.final_report).to_string(),
        Blocker::ExtensionNotForeseen { pack } => td_string!(l, blocker.extension_not_foreseen, pack = pack.clone()),
        Blocker::ExtensionExpired { end } => td_string!(l, blocker.extension_expired, end = date(*end)),
        Blocker::ExtensionNotLater { end } => td_string!(l, blocker.extension_not_later, end = date(*end)),
        Blocker::ExtensionTooLong { asked, granted, max, pack } => {
            td_string!(l, blocker.extension_too_long, asked = asked, granted = granted, max = max, pack = pack.clone())
        }
        Blocker::ExtensionBeyond { until, cap, pack } => {
            td_string!(l, blocker.extension_beyond, until = date(*until), cap = date(*cap), pack = pack.clone())
        }
        Blocker::ExtensionDocument => td_string!(l, blocker.extension_document).to_string(),
        Blocker::ExtensionPending => td_string!(l, blocker.extension_pending).to_string(),
        Blocker::GrantedMoreThanAsked { granted, asked } => {
            td_string!(l, blocker.granted_more_than_asked, granted = granted, asked = asked)
        }
        Blocker::NobodyToMeet => td_string!(l, blocker.nobody_to_meet).to_string(),
        Blocker::ReviewedByAnother => td_string!(l, blocker.reviewed_by_another).to_string(),
        Blocker::NotGrantingBody { pack } => td_string!(l, blocker.not_granting_body, pack = pack.clone()),
        Blocker::RefusalMentioned => td_string!(l, blocker.refusal_mentioned).to_string(),
        Blocker::AcknowledgedBeforeConclusion { concluded } => {
            td_string!(l, blocker.acknowledged_before_conclusion, concluded = date(*concluded))
        }
        Blocker::ProposalsDecided { missing } => td_string!(l, blocker.proposals_decided, missing = list(missing)),
        Blocker::DecisionReasons { missing } => td_string!(l, blocker.decision_reasons, missing = list(missing)),
        Blocker::ProposalNotAccepted => td_string!(l, blocker.proposal_not_accepted).to_string(),
        Blocker::ReportSections { missing } => td_string!(l, blocker.report_sections, missing = sections(l, missing)),
        Blocker::SignaturesMissing { given, awaited } => {
            td_string!(l, blocker.signatures_missing, given = given, awaited = awaited)
        }
        Blocker::ReportExpenses => td_string!(l, blocker.report_expenses).to_string(),
        Blocker::ContributionsNotOpen => td_string!(l, blocker.contributions_not_open).to_string(),
        Blocker::ContributionsClosed { at } => td_string!(l, blocker.contributions_closed, at = end(*at)),
        Blocker::TextMismatch => td_string!(l, blocker.text_mismatch).to_string(),
        Blocker::NotAParty => td_string!(l, blocker.not_a_party).to_string(),
        Blocker::NotAMember => td_string!(l, blocker.not_a_member).to_string(),
        Blocker::NoVote => td_string!(l, blocker.no_vote).to_string(),
        Blocker::AlreadyApproved => td_string!(l, blocker.already_approved).to_string(),
        Blocker::AlreadyApplied => td_string!(l, blocker.already_applied).to_string(),
        Blocker::FacilitatorOnCommittee => td_string!(l, blocker.facilitator_on_committee).to_string(),
        Blocker::MeetingNotYetDue { on } => td_string!(l, blocker.meeting_not_yet_due, on = date(*on)),
        Blocker::QuestionsMissing => td_string!(l, blocker.questions_missing).to_string(),
        Blocker::ConditionBroken { number } => td_string!(l, blocker.condition_broken, number = number.to_string()),
        Blocker::SectionNotEmpty => td_string!(l, blocker.section_not_empty).to_string(),
        Blocker::QuestionnaireFull => td_string!(l, blocker.questionnaire_full).to_string(),
        Blocker::QuestionnaireNotOpen => td_string!(l, blocker.questionnaire_not_open).to_string(),
        Blocker::AlreadyAnswered => td_string!(l, blocker.already_answered).to_string(),
        Blocker::ToConclude => td_string!(l, blocker.to_conclude).to_string(),
        Blocker::SheetUsed => td_string!(l, blocker.sheet_used).to_string(),
        Blocker::RegistrationNotOpen => td_string!(l, blocker.registration_not_open).to_string(),
        Blocker::RegistrationClosed { at } => td_string!(l, blocker.registration_closed, at = end(*at)),
        Blocker::CommentsStillOpen { until } => td_string!(l, blocker.comments_still_open, until = end(*until)),
        Blocker::CommentsClosed { until } => td_string!(l, blocker.comments_closed, until = end(*until)),
        Blocker::MinutesApproved => td_string!(l, blocker.minutes_approved).to_string(),
        Blocker::SectionEmpty { title } => {
            let title = if l == Locale::it { &title.it } else { &title.en };
            td_string!(l, blocker.section_empty, title = title.clone())
        }
        Blocker::NoProposals => td_string!(l, blocker.no_proposals).to_string(),
        Blocker::PersonalDataFound { places } => td_string!(l, blocker.personal_data_found, places = places),
        Blocker::PersonalDataRefused => td_string!(l, blocker.personal_data_refused).to_string(),
        Blocker::BeforeClosing => td_string!(l, blocker.before_closing).to_string(),
        Blocker::TableOpinionMissing => td_string!(l, blocker.table_opinion_missing).to_string(),
        Blocker::TableOpinionOutdated => td_string!(l, blocker.table_opinion_outdated).to_string(),
        Blocker::TableOpinionContrary => td_string!(l, blocker.table_opinion_contrary).to_string(),
        Blocker::TextUnchanged => td_string!(l, blocker.text_unchanged).to_string(),
        Blocker::FileMismatch => td_string!(l, blocker.file_mismatch).to_string(),
        Blocker::ValidationRequired => td_string!(l, blocker.validation_required).to_string(),
        Blocker::LinkExpired => td_string!(l, blocker.link_expired).to_string(),
        Blocker::LinkUsed => td_string!(l, blocker.link_used).to_string(),
        Blocker::DocumentInUse => td_string!(l, blocker.document_in_use).to_string(),
        Blocker::PrivacyOfficer => td_string!(l, blocker.privacy_officer).to_string(),
        Blocker::LastAdministrator => td_string!(l, blocker.last_administrator).to_string(),
        Blocker::InvitationSpent => td_string!(l, blocker.invitation_spent).to_string(),
        Blocker::InvitationForAnother => td_string!(l, blocker.invitation_for_another).to_string(),
        Blocker::KnownTooLittle { needed } => {
            td_string!(l, blocker.known_too_little, level = assurance_words(l, *needed))
        }
        Blocker::ProviderNeeded { level } => {
            td_string!(l, blocker.provider_needed, level = assurance_words(l, *level))
        }
        Blocker::ProviderUntried => td_string!(l, blocker.provider_untried).to_string(),
        Blocker::ProviderSecret => td_string!(l, blocker.provider_secret).to_string(),
        Blocker::ProviderKnowsPeople => td_string!(l, blocker.provider_knows_people).to_string(),
        Blocker::SynthesisUsed => td_string!(l, blocker.synthesis_used).to_string(),
        Blocker::DocumentCited => td_string!(l, blocker.document_cited).to_string(),
        Blocker::DocumentProtocolled => td_string!(l, blocker.document_protocolled).to_string(),
    }
}

/// The sections of the final report with these codes.
fn sections(l: Locale, codes: &[String]) -> String {
    let name = |code: &String| code.parse().map_or_else(|_| code.clone(), |section| section_words(l, section));
    codes.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn list<T: Display>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
