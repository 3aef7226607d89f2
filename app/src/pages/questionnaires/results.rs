//! What came of a questionnaire: bars, and the same as tables.

use super::{fields::when, id_of_page, parts::facts};
use crate::{
    components::{Crumb, Facts, Page, load},
    contract::{questionnaires::ResultsView, use_cases},
    format::number,
    i18n::*,
    pages::process::ProgressWhereSeen,
    paths,
    visit::{content_lang, locale},
    wording::questionnaire::{ResultLine, count_words, result_tables},
};
use domain::questionnaire::{OfQuestion, Question, QuestionResult};
use leptos::prelude::*;

#[component]
pub(crate) fn ResultsPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    load(async move { server?.questionnaire_results(id?).await }, show)
}

fn show(found: ResultsView) -> impl IntoView {
    let l = locale();
    let (row, path) = (&found.row, found.row.path.slug.clone());
    let crumbs = vec![
        Crumb::new(td_string!(l, questionnaire.questionnaires), paths::QUESTIONNAIRES),
        Crumb::content(row.title.clone(), paths::questionnaire(row.id)),
    ];
    let mut rows = facts(row);
    if let Some(answered) = found.answered {
        rows.push((td_string!(l, questionnaire.answered_count).to_string(), number(l, answered).into()));
    }
    let more = found.more_texts.then(|| view! { <p>{td_string!(l, questionnaire.texts_some)}</p> });
    let few = found.answered.is_none().then(|| view! { <p>{td_string!(l, questionnaire.too_few)}</p> });
    let questions = found
        .results
        .iter()
        .filter_map(|one| {
            let (number, question) = found.definition.question(one.key)?;
            let texts = found.texts.get(&one.key).cloned().unwrap_or_default();
            Some(question_of(number, question, when(&found.definition, question), one, texts))
        })
        .collect_view();
    let id = row.id;
    let files = found.answered.is_some().then(|| {
        let single = found.may_manage.then(|| {
            view! {
                <li>
                    <a href=paths::questionnaire_answers_file(id)>{td_string!(l, questionnaire.file_answers)}</a>
                    <p class="form-text">{td_string!(l, questionnaire.file_answers_lead)}</p>
                </li>
            }
        });
        view! {
            <section class="section" aria-labelledby="file">
                <h2 id="file">{td_string!(l, questionnaire.files)}</h2>
                <ul>
                    <li><a href=paths::questionnaire_results_file(id, "csv")>{td_string!(l, questionnaire.file_csv)}</a></li>
                    <li><a href=paths::questionnaire_results_file(id, "xlsx")>{td_string!(l, questionnaire.file_xlsx)}</a></li>
                    {single}
                </ul>
            </section>
        }
    });
    view! {
        <Page title=td_string!(l, questionnaire.results) of=row.title.clone() crumbs>
            <p class="page-lead">{td_string!(l, questionnaire.results_lead)}</p>
            <Facts rows/>
            {few}
            {questions}
            {more}
            {files}
            <ProgressWhereSeen of=path/>
        </Page>
    }
}

fn question_of(
    number: usize,
    question: &Question,
    when: Option<String>,
    one: &OfQuestion,
    texts: Vec<String>,
) -> impl IntoView + use<> {
    let l = locale();
    let (result, whole) = (&one.result, one.asked.unwrap_or(0));
    let id = format!("d{number}");
    let when = when.map(|when| view! { <p class="form-text">{when}</p> });
    let many = matches!(result, QuestionResult::Many(_))
        .then(|| view! { <p class="form-text">{td_string!(l, questionnaire.many_lead)}</p> });
    let mean = match result {
        QuestionResult::Number { mean: Some(tenths), .. } => {
            let (sign, comma) = (if *tenths < 0 { "-" } else { "" }, if l == Locale::en { "." } else { "," });
            let mean = format!("{sign}{}{comma}{}", tenths.abs() / 10, tenths.abs() % 10);
            Some(view! { <p>{td_string!(l, questionnaire.mean, mean = mean)}</p> })
        }
        _ => None,
    };
    let tables = result_tables(l, question, result)
        .into_iter()
        .map(|(row, lines)| {
            let caption = if row.is_empty() { question.text.clone() } else { format!("{}: {row}", question.text) };
            table(caption, !row.is_empty(), lines, whole)
        })
        .collect_view();
    let texts = (!texts.is_empty()).then(|| {
        let texts = texts.into_iter().map(|text| view! { <li lang=content_lang()>{text}</li> }).collect_view();
        view! { <details class="more"><summary>{td_string!(l, questionnaire.texts)}</summary><ul>{texts}</ul></details> }
    });
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone() class="h4">{format!("{number}. ")}<span lang=content_lang()>{question.text.clone()}</span></h2>
            {when}
            {many}
            {tables}
            {mean}
            {texts}
        </section>
    }
}

/// The bars, for the eye alone, and the table that says the same.
fn table(caption: String, named: bool, lines: Vec<ResultLine>, whole: u64) -> impl IntoView {
    let l = locale();
    let percent = move |count: u64| if whole == 0 { 0 } else { (count * 200 + whole) / (whole * 2) };
    let bars = lines
        .iter()
        .map(|line| {
            let lang = if line.is_none { None } else { content_lang() };
            let words = view! { <span lang=lang>{line.words.clone()}</span> };
            // A number that is not told has no length.
            let Some(count) = line.count else {
                return view! { <div class="bar">{words}<span class="muted">{count_words(l, None)}</span></div> }
                    .into_any();
            };
            let width = percent(count).to_string();
            view! {
                <div class="bar">
                    {words}
                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" focusable="false">
                        <rect class="bar-ground" width="100" height="6"/>
                        <rect class="bar-part" width=width height="6"/>
                    </svg>
                </div>
            }
            .into_any()
        })
        .collect_view();
    let rows = lines
        .into_iter()
        .map(|line| {
            let share = line.count.map(|count| format!("{} %", percent(count))).unwrap_or_default();
            let lang = if line.is_none { None } else { content_lang() };
            view! {
                <tr>
                    <th scope="row" lang=lang>{line.words}</th>
                    <td>{count_words(l, line.count)}</td>
                    <td>{share}</td>
                </tr>
            }
        })
        .collect_view();
    let name = named
        .then(|| view! { <p class="fw-semibold mb-1" aria-hidden="true" lang=content_lang()>{caption.clone()}</p> });
    view! {
        {name}
        <div class="bars" aria-hidden="true">{bars}</div>
        <table class="table results">
            <caption class="visually-hidden" lang=content_lang()>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, questionnaire.column_answer)}</th>
                    <th scope="col">{td_string!(l, questionnaire.column_count)}</th>
                    <th scope="col">{td_string!(l, questionnaire.column_share)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
