//! Where several proposals of a path get the same answer at once.

use super::answers::results;
use crate::{
    api::contributions::AnswerTogether,
    components::{Crumb, Empty, Form, Hidden, Page, SelectField, Submit, TextArea, load, work_crumbs},
    contract::{
        together::{Ticked, TogetherDesk},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::evaluation::{ANSWER_MAX, Unanswerable, ticked};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn TogetherPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let chosen = use_query_map().read_untracked().get_all("scelta").unwrap_or_default();
    let server = use_cases();
    // Who ticked none, or wrote an address by hand, is told so on the page.
    let ids = ticked(&chosen).unwrap_or_default();
    load(async move { server?.together_desk(slug, ids).await }, page)
}

fn page(desk: TogetherDesk) -> impl IntoView {
    let l = locale();
    let slug = desk.process.slug.clone();
    let mut crumbs = work_crumbs(&desk.process.title, &slug);
    crumbs.push(Crumb::new(td_string!(l, contribution.answers), paths::answers_work(&slug)));
    let count = desk.rows.len();
    let cannot = desk.rows.iter().filter(|row| row.why_not.is_some()).count();
    let content = if count == 0 {
        view! {
            <Empty words=td_string!(l, contribution.together_none)/>
            <p><a href=paths::answers_work(&slug)>{td_string!(l, contribution.together_back).to_string()}</a></p>
        }
        .into_any()
    } else {
        let without = (cannot > 0).then(|| without(&slug, &desk.rows));
        let told = td_string!(l, contribution.together_told, count = desk.told);
        let form = form(&slug, &desk.rows);
        let rows = desk.rows.into_iter().map(row).collect_view();
        view! {
            <p class="page-lead lead">{td_string!(l, contribution.together_count, count = count)}</p>
            <ul class="row-list">{rows}</ul>
            {without}
            <p>{told}</p>
            {form}
        }
        .into_any()
    };
    view! {
        <Page title=td_string!(l, contribution.together) of=desk.process.title.clone() crumbs>
            <ProgressBox/>
            {content}
        </Page>
    }
}

fn row(row: Ticked) -> impl IntoView {
    let l = locale();
    let why = row.why_not.map(|why| {
        let words = match why {
            Unanswerable::Answered => td_string!(l, contribution.together_answered),
            Unanswerable::NotPublic => td_string!(l, contribution.together_not_public),
        };
        view! { <p class="row-meta"><span class="status status-late">{words.to_string()}</span></p> }
    });
    let title = row.title.map(|title| {
        view! { <h2 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{title}</a></h2> }
    });
    view! {
        <li>
            {title}
            {why}
        </li>
    }
}

/// That some cannot be answered, and the way to go on with the others.
fn without(slug: &str, rows: &[Ticked]) -> impl IntoView + use<> {
    let l = locale();
    let others: Vec<_> =
        rows.iter().filter(|row| row.why_not.is_none()).map(|row| format!("scelta={}", row.id)).collect();
    let href = format!("{}?{}", paths::together_work(slug), others.join("&"));
    let go_on = (!others.is_empty()).then(|| {
        view! { " " <a href=href>{td_string!(l, contribution.together_without).to_string()}</a> }
    });
    view! { <p class="alert alert-warning">{td_string!(l, contribution.together_cannot).to_string()}{go_on}</p> }
}

/// The one answer to all of them.
fn form(slug: &str, rows: &[Ticked]) -> impl IntoView + use<> {
    let l = locale();
    let ids = rows.iter().map(|row| view! { <Hidden name="ids[]" value=row.id.to_string()/> }).collect_view();
    let (process, count) = (slug.to_owned(), rows.len());
    view! {
        <Form to=AnswerTogether::PATH class="form">
            <Hidden name="process" value=process/>
            {ids}
            <SelectField name="evaluation" label=td_string!(l, contribution.evaluation) options=results()/>
            <TextArea
                name="reason" label=td_string!(l, contribution.reason) max=ANSWER_MAX rows=6 sometimes=true
                hint=td_string!(l, contribution.reason_hint).to_string()
            />
            <Submit label=td_string!(l, contribution.together_send, count = count)/>
        </Form>
    }
}
