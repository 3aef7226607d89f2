//! Where the proposals of a process are answered.

use crate::{
    api::contributions::Answer,
    components::{
        Empty, Form, Hidden, Page, Pager, SelectField, Submit, TextArea, Value,
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
    visit::{content_lang, locale},
};
use domain::evaluation::{ANSWER_MAX, Evaluation};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

/// The form that leads to answering several at once.
const TOGETHER: &str = "insieme";

#[component]
pub(crate) fn AnswersPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let (answered, after) = (query.get("stato").as_deref() == Some("risposte"), query.get("dopo"));
    let server = use_cases();
    load(async move { server?.answer_desk(slug, answered, after).await }, page)
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
    let none = match desk.showing_answered {
        true => td_string!(l, contribution.answers_none_done).to_string(),
        false => td_string!(l, contribution.answers_none).to_string(),
    };
    let empty = desk.slice.rows.is_empty().then(|| view! { <Empty words=none/> });
    let may_answer = desk.may_answer && !desk.showing_answered;
    let may_combine = desk.may_combine && !desk.showing_answered;
    let may = May { answer: may_answer, combine: may_combine, several: desk.slice.rows.len() > 1 };
    let together = may.ticks().then(|| together(&slug, may));
    let rows = desk.slice.rows.into_iter().map(|row| item(row, may, &slug)).collect_view();
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
                {tab(!desk.showing_answered, here.clone(), td_string!(l, contribution.answers_waiting).to_string())}
                {tab(desk.showing_answered, format!("{here}?stato=risposte"), td_string!(l, contribution.answers_done).to_string())}
            </ul>
            {empty}
            {together}
            <ul class="row-list">{rows}</ul>
            <Pager next=desk.slice.next/>
        </Page>
    }
}

/// What may be done with the rows.
#[derive(Clone, Copy)]
struct May {
    answer: bool,
    combine: bool,
    several: bool,
}

impl May {
    /// Whether rows are ticked: for one answer, or to become one.
    const fn ticks(self) -> bool {
        self.several && (self.answer || self.combine)
    }
}

/// The form to which the ticks of the rows belong: it leads to the page that answers them at once, and to the one on which
/// they become one.
fn together(slug: &str, may: May) -> impl IntoView + use<> {
    let l = locale();
    let (answer, merge) = (paths::together_work(slug), paths::merge_work(slug));
    let leads = [
        may.answer.then(|| td_string!(l, contribution.together_lead)),
        may.combine.then(|| td_string!(l, combine.tick_lead)),
    ];
    let leads = leads.into_iter().flatten().map(|lead| view! { <p>{lead.to_string()}</p> }).collect_view();
    let to = if may.answer { answer } else { merge.clone() };
    let answers = may.answer.then(|| {
        view! { <Submit label=td_string!(l, contribution.together_go) kind="btn-outline-primary"/> }
    });
    let merges = may.combine.then(|| {
        view! {
            <button type="submit" class="btn btn-outline-primary" formaction=merge>
                {td_string!(l, combine.merge_go).to_string()}
            </button>
        }
    });
    view! {
        <form id=TOGETHER method="get" action=to class="form">
            {leads}
            <div class="cluster">{answers}{merges}</div>
        </form>
    }
}

/// What ticks a row.
fn tick(row: &ContributionRow) -> impl IntoView + use<> {
    let l = locale();
    let (id, value) = (format!("scelta-{}", row.id), row.id.to_string());
    let of = Value::content(row.title.clone());
    view! {
        <div class="form-check mb-3">
            <input type="checkbox" form=TOGETHER name="scelta" id=id.clone() value=value/>
            <label for=id>{td_string!(l, contribution.together_tick).to_string()}{of.aloud()}</label>
        </div>
    }
}

fn item(row: ContributionRow, may: May, slug: &str) -> impl IntoView + use<> {
    let l = locale();
    let tick = may.ticks().then(|| tick(&row));
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
            <h2 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{row.title}</a></h2>
            <p class="row-text" lang=content_lang()>{row.excerpt}</p>
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
