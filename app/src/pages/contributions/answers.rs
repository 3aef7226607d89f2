//! Where the proposals of a process are answered.

use super::{
    rows::marked,
    ticks::{May, asked_of, filters, further, narrows, tick, together},
};
use crate::{
    api::contributions::Answer,
    components::{
        Empty, Form, Hidden, Page, SelectField, Submit, TextArea, Value,
        contribution_words::{EvaluationStatus, evaluation_words},
        load, work_crumbs,
    },
    contract::{
        contributions::{AnswerDesk, ContributionRow},
        use_cases,
    },
    format::day_of,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    evaluation::{ANSWER_MAX, Evaluation},
    id::ContributionId,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn AnswersPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let asked = asked_of(&query);
    let server = use_cases();
    load(async move { server?.answer_desk(slug, asked).await }, page)
}

fn page(desk: AnswerDesk) -> impl IntoView {
    let l = locale();
    let slug = desk.process.slug.clone();
    let here = paths::answers_work(&slug);
    let crumbs = work_crumbs(&desk.process.title, &slug);
    let early = desk
        .early
        .then(|| view! { <p class="alert alert-info">{td_string!(l, contribution.answers_early).to_string()}</p> });
    let total = desk.done + desk.open;
    let share = (total > 0).then(|| {
        let share = u64::from(desk.done) * 100 / u64::from(total);
        view! { <p>{td_string!(l, contribution.answers_share, done = desk.done, total = total, share = share)}</p> }
    });
    let done = desk.asked.answered;
    let none = match (narrows(&desk.asked), done) {
        (true, _) => td_string!(l, contribution.none),
        (false, true) => td_string!(l, contribution.answers_none_done),
        (false, false) => td_string!(l, contribution.answers_none),
    };
    let empty = desk.slice.rows.is_empty().then(|| view! { <Empty words=none/> });
    let may = May::of(&desk);
    let filters = filters(&here, &desk);
    let together = may.ticks().then(|| together(&slug, may, &desk.ticked));
    let further = further(&here, may, &desk);
    let ticked = desk.asked.ticked;
    let rows = desk.slice.rows.into_iter().map(|row| item(row, may, &slug, &ticked)).collect_view();
    let tab = |showing: bool, href: String, words: String| {
        view! { <li class="list-inline-item"><a href=href aria-current=showing.then_some("page")>{words}</a></li> }
    };
    view! {
        <Page title=td_string!(l, contribution.answers) of=desk.process.title.clone() crumbs>
            <p class="page-lead lead">{td_string!(l, contribution.answers_open, count = desk.open)}</p>
            <ProgressBox/>
            {share}
            {early}
            <ul class="list-inline">
                {tab(!done, here.clone(), td_string!(l, contribution.answers_waiting).to_string())}
                {tab(done, format!("{here}?stato=risposte"), td_string!(l, contribution.answers_done).to_string())}
            </ul>
            {filters}
            {together}
            {empty}
            <ul class="row-list">{rows}</ul>
            {further}
        </Page>
    }
}

fn item(row: ContributionRow, may: May, slug: &str, ticked: &[ContributionId]) -> impl IntoView + use<> {
    let l = locale();
    let tick = may.ticks().then(|| tick(row.id, row.title.clone(), ticked.contains(&row.id)));
    let split = may.combine.then(|| {
        let of = Value::content(row.title.clone());
        view! { <p><a href=paths::split_work(slug, row.id)>{td_string!(l, combine.split_go).to_string()}{of.aloud()}</a></p> }
    });
    let id = row.id.to_string();
    let of = Value::content(row.title.clone());
    let answer = may.answer.then(|| {
        let options = results();
        view! {
            <Form to=Answer::PATH key=id.clone() class="form">
                <Hidden name="id" value=id/>
                <Hidden name="back" value=visit().path.clone()/>
                <SelectField name="evaluation" label=td_string!(l, contribution.evaluation) options/>
                <TextArea
                    name="reason" label=td_string!(l, contribution.reason) max=ANSWER_MAX rows=4 sometimes=true
                    hint=td_string!(l, contribution.reason_hint).to_string()
                />
                <Submit label=td_string!(l, contribution.give_answer) of=of/>
            </Form>
        }
    });
    view! {
        <li>
            <h2 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{marked(&row.title, &row.found)}</a></h2>
            <p class="row-text" lang=content_lang()>{marked(&row.excerpt, &row.found)}</p>
            <p class="row-meta">
                <span class="tag" lang=content_lang()>{row.table}</span>
                <EvaluationStatus state=row.state/>
                <span>{td_string!(l, contribution.n_supports, count = row.supports)}</span>
                <span>{day_of(row.at)}</span>
            </p>
            {tick}
            {split}
            {answer}
        </li>
    }
}

/// The results to choose from.
pub(super) fn results() -> Vec<(String, String)> {
    let l = locale();
    let none = (String::new(), td_string!(l, contribution.choose).to_string());
    let settled = Evaluation::ALL.iter().filter(|one| one.is_given_by_hand());
    std::iter::once(none).chain(settled.map(|one| (one.code().to_owned(), evaluation_words(l, *one)))).collect()
}
