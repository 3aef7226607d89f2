//! Questionnaires: to be answered, to be read, to be built.

mod answer;
mod arranging;
mod desk;
mod fields;
mod list;
mod paper;
mod parts;
mod question;
mod results;
mod work;

pub(crate) use answer::{AnswerPage, AnswerReceiptPage, InvitedAnswerPage};
pub(crate) use desk::QuestionnaireDeskPage;
pub(crate) use list::QuestionnairesPage;
pub(crate) use paper::{PaperPage, PreviewPage};
pub(crate) use question::QuestionPage;
pub(crate) use results::ResultsPage;
pub(crate) use work::QuestionnaireWorkPage;

use crate::{error::AppError, i18n::*};
use domain::{
    id::QuestionnaireId,
    questionnaire::{Audience, QuestionKind, QuestionnaireState},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The questionnaire that the address names.
fn id_of_page() -> Result<QuestionnaireId, AppError> {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    id.parse().map_err(|_| AppError::NotFound)
}

/// The number under this name in the address.
fn number_of_page(name: &str) -> Option<u32> {
    use_query_map().read_untracked().get(name).and_then(|number| number.parse().ok())
}

/// Where a questionnaire stands, and the tone of its badge.
pub(crate) fn state_words(l: Locale, state: QuestionnaireState) -> (String, &'static str) {
    match state {
        QuestionnaireState::Draft => (td_string!(l, questionnaire.state_draft).to_string(), "secondary"),
        QuestionnaireState::Open => (td_string!(l, questionnaire.state_open).to_string(), "success"),
        QuestionnaireState::Closed => (td_string!(l, questionnaire.state_closed).to_string(), "primary"),
    }
}

fn audience_words(l: Locale, audience: Audience) -> String {
    match audience {
        Audience::Anonymous => td_string!(l, questionnaire.audience_anonymous),
        Audience::SignedIn => td_string!(l, questionnaire.audience_signed_in),
        Audience::Invited => td_string!(l, questionnaire.audience_invited),
    }
    .to_string()
}

fn kind_words(l: Locale, kind: QuestionKind) -> String {
    match kind {
        QuestionKind::Single => td_string!(l, questionnaire.kind_single),
        QuestionKind::Several => td_string!(l, questionnaire.kind_several),
        QuestionKind::Scale => td_string!(l, questionnaire.kind_scale),
        QuestionKind::Matrix => td_string!(l, questionnaire.kind_matrix),
        QuestionKind::Number => td_string!(l, questionnaire.kind_number),
        QuestionKind::Text => td_string!(l, questionnaire.kind_text),
    }
    .to_string()
}
