//! What several pages of questionnaires show.

use super::{audience_words, state_words};
use crate::{
    components::{Badge, Value},
    contract::questionnaires::QuestionnaireRow,
    format::{date, until},
    i18n::*,
    visit::{content_lang, locale, today},
};
use leptos::prelude::*;

/// The rows of a list, each with a link made of it.
pub(super) fn rows(rows: Vec<QuestionnaireRow>, to: impl Fn(&QuestionnaireRow) -> String) -> impl IntoView {
    let l = locale();
    let row = |row: QuestionnaireRow| {
        let (words, tone) = state_words(l, row.state);
        let href = to(&row);
        let until_words = |day| td_string!(l, questionnaire.until, until = until(l, day, today()));
        let until = row.closes_on.map(|day| format!(" · {}", until_words(day)));
        let edition = (row.edition > 1)
            .then(|| format!(" · {}", td_string!(l, questionnaire.edition, number = row.edition.to_string())));
        view! {
            <li>
                <p class="row-title"><a href=href lang=content_lang()>{row.title}</a>" "<Badge words tone/></p>
                <p class="row-meta">
                    <span lang=content_lang()>{row.path.title}</span>" · "{audience_words(l, row.audience)}{until}{edition}
                </p>
            </li>
        }
    };
    view! { <ul class="row-list">{rows.into_iter().map(row).collect_view()}</ul> }
}

/// The facts of a questionnaire.
pub(super) fn facts(row: &QuestionnaireRow) -> Vec<(String, Value)> {
    let l = locale();
    let mut facts: Vec<(String, Value)> = vec![
        (td_string!(l, questionnaire.path).to_string(), Value::content(row.path.title.clone())),
        (td_string!(l, questionnaire.state).to_string(), state_words(l, row.state).0.into()),
        (td_string!(l, questionnaire.audience).to_string(), audience_words(l, row.audience).into()),
    ];
    if let Some(day) = row.closes_on {
        facts.push((td_string!(l, questionnaire.closes_on).to_string(), date(day).into()));
    }
    if row.edition > 1 {
        facts.push((td_string!(l, questionnaire.edition_label).to_string(), row.edition.to_string().into()));
    }
    facts
}
