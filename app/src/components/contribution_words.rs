//! What became of a contribution, in words and in the colour that goes with them.

use crate::i18n::*;
use domain::{
    contribution::{ContributionChannel, HideGround, ModerationStep},
    evaluation::Evaluation,
    outcome::MeritDecision,
    thematic_table::SynthesisKind,
};
use leptos::prelude::*;

/// Endings of the files that are taken beside a contribution, for the browser's chooser.
pub const ATTACHMENT_ACCEPT: &str = ".pdf,.png,.jpg,.jpeg,.odt";

/// The state of a contribution, in a few words.
#[must_use]
pub fn evaluation_words(l: Locale, state: Evaluation) -> String {
    match state {
        Evaluation::Unassessed => td_string!(l, contribution.state_unassessed),
        Evaluation::InSynthesis => td_string!(l, contribution.state_in_synthesis),
        Evaluation::Merged => td_string!(l, contribution.state_merged),
        Evaluation::Split => td_string!(l, contribution.state_split),
        Evaluation::Accepted => td_string!(l, contribution.state_accepted),
        Evaluation::PartlyAccepted => td_string!(l, contribution.state_partly_accepted),
        Evaluation::Rejected => td_string!(l, contribution.state_rejected),
        Evaluation::OutOfScope => td_string!(l, contribution.state_out_of_scope),
        Evaluation::Deferred => td_string!(l, contribution.state_deferred),
    }
    .to_string()
}

/// What the state means for its author, in a sentence.
#[must_use]
pub fn evaluation_meaning(l: Locale, state: Evaluation) -> String {
    match state {
        Evaluation::Unassessed => td_string!(l, contribution.means_unassessed),
        Evaluation::InSynthesis => td_string!(l, contribution.means_in_synthesis),
        Evaluation::Merged => td_string!(l, contribution.means_merged),
        Evaluation::Split => td_string!(l, contribution.means_split),
        Evaluation::Accepted => td_string!(l, contribution.means_accepted),
        Evaluation::PartlyAccepted => td_string!(l, contribution.means_partly_accepted),
        Evaluation::Rejected => td_string!(l, contribution.means_rejected),
        Evaluation::OutOfScope => td_string!(l, contribution.means_out_of_scope),
        Evaluation::Deferred => td_string!(l, contribution.means_deferred),
    }
    .to_string()
}

fn evaluation_class(state: Evaluation) -> &'static str {
    match state {
        Evaluation::Unassessed => "status status-open",
        Evaluation::InSynthesis | Evaluation::Deferred => "status status-waiting",
        Evaluation::Merged | Evaluation::Split | Evaluation::Accepted => "status status-ok",
        Evaluation::PartlyAccepted => "status status-partial",
        Evaluation::Rejected => "status status-no",
        Evaluation::OutOfScope => "status status-closed",
    }
}

/// The state of a contribution, in words and colour.
#[component]
pub fn EvaluationStatus(state: Evaluation) -> impl IntoView {
    let words = evaluation_words(crate::visit::locale(), state);
    view! { <span class=evaluation_class(state)>{words}</span> }
}

/// The decision of the body on a proposal, in words.
#[must_use]
pub fn decision_words(l: Locale, decision: MeritDecision) -> String {
    match decision {
        MeritDecision::Accepted => td_string!(l, contribution.state_accepted),
        MeritDecision::PartlyAccepted => td_string!(l, contribution.state_partly_accepted),
        MeritDecision::Rejected => td_string!(l, contribution.state_rejected),
        MeritDecision::Deferred => td_string!(l, contribution.state_deferred),
    }
    .to_string()
}

/// Why a text was hidden, in a few words.
#[must_use]
pub fn ground_words(l: Locale, ground: HideGround) -> String {
    match ground {
        HideGround::Offensive => td_string!(l, moderation.ground_offensive),
        HideGround::PersonalData => td_string!(l, moderation.ground_personal_data),
        HideGround::Unlawful => td_string!(l, moderation.ground_unlawful),
        HideGround::Spam => td_string!(l, moderation.ground_spam),
        HideGround::OffTopic => td_string!(l, moderation.ground_off_topic),
        HideGround::Duplicate => td_string!(l, moderation.ground_duplicate),
    }
    .to_string()
}

/// What a moderator did, in words.
#[must_use]
pub fn moderation_words(l: Locale, step: ModerationStep) -> String {
    match step {
        ModerationStep::Submit => td_string!(l, moderation.step_submit),
        ModerationStep::Publish => td_string!(l, moderation.step_publish),
        ModerationStep::Report => td_string!(l, moderation.step_report),
        ModerationStep::Dismiss => td_string!(l, moderation.step_dismiss),
        ModerationStep::Hide => td_string!(l, moderation.step_hide),
        ModerationStep::Restore => td_string!(l, moderation.step_restore),
    }
    .to_string()
}

/// What a synthesis states, in a word.
#[must_use]
pub fn synthesis_words(l: Locale, kind: SynthesisKind) -> String {
    match kind {
        SynthesisKind::Need => td_string!(l, table.kind_need),
        SynthesisKind::Proposal => td_string!(l, table.kind_proposal),
    }
    .to_string()
}

/// How a contribution came.
#[must_use]
pub fn channel_words(l: Locale, channel: ContributionChannel) -> String {
    match channel {
        ContributionChannel::Online => td_string!(l, contribution.channel_online),
        ContributionChannel::Event => td_string!(l, contribution.channel_event),
        ContributionChannel::Paper => td_string!(l, contribution.channel_paper),
        ContributionChannel::Phone => td_string!(l, contribution.channel_phone),
        ContributionChannel::Survey => td_string!(l, contribution.channel_survey),
        ContributionChannel::Composed => td_string!(l, contribution.channel_composed),
    }
    .to_string()
}
