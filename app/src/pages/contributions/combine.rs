//! Where several proposals that ask the same become one, and one that asks several things is divided.

use crate::{
    api::combining::{Merge, Split},
    components::{
        Crumb, Empty, Form, Hidden, Page, Prose, SelectField, Submit, TextArea, TextField, load, ticks_before,
        work_crumbs,
    },
    contract::{
        combining::{CombineDesk, Original},
        use_cases,
    },
    format::day_of,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::{
    contribution::{BODY_MAX, TITLE_MAX},
    evaluation::{Combining, PARTS_MAX, Unanswerable, quoted, ticked},
    reason::REASON_MAX,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

/// The names of the fields of each part.
const PARTS: [(&str, &str); PARTS_MAX as usize] = [
    ("titles[1]", "bodies[1]"),
    ("titles[2]", "bodies[2]"),
    ("titles[3]", "bodies[3]"),
    ("titles[4]", "bodies[4]"),
    ("titles[5]", "bodies[5]"),
    ("titles[6]", "bodies[6]"),
];

#[component]
pub(crate) fn MergePage() -> impl IntoView {
    desk(Combining::Merge)
}

#[component]
pub(crate) fn SplitPage() -> impl IntoView {
    desk(Combining::Split)
}

fn desk(kind: Combining) -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let chosen = use_query_map().read_untracked().get_all("scelta").unwrap_or_default();
    let server = use_cases();
    // Who ticked none, or wrote an address by hand, is told so on the page.
    let ids = ticked(&chosen).unwrap_or_default();
    load(async move { server?.combine_desk(slug, ids).await }, move |desk| page(kind, desk))
}

fn page(kind: Combining, desk: CombineDesk) -> impl IntoView {
    let l = locale();
    let slug = desk.process.slug.clone();
    let of = desk.process.title.clone();
    let mut crumbs = work_crumbs(&of, &slug);
    crumbs.push(Crumb::new(td_string!(l, contribution.answers), paths::answers_work(&slug)));
    let (title, lead) = match kind {
        Combining::Merge => (td_string!(l, combine.merge), td_string!(l, combine.merge_lead)),
        Combining::Split => (td_string!(l, combine.split), td_string!(l, combine.split_lead)),
    };
    let (title, lead) = (title.to_string(), lead.to_string());
    let chosen = (!desk.originals.is_empty()).then(|| {
        let heading = td_string!(l, combine.originals, count = desk.originals.len());
        view! { <h2>{heading}</h2>{originals(&desk.originals)} }
    });
    // Back there, what was chosen is ticked still.
    let ticks: Vec<String> = desk.originals.iter().map(|one| format!("scelta={}", one.id)).collect();
    let content = match why_not(kind, &desk) {
        Some(words) => view! {
            <Empty words/>
            {chosen}
            <p><a href=format!("{}?{}", paths::answers_work(&slug), ticks.join("&"))>{td_string!(l, contribution.together_back).to_string()}</a></p>
        }
        .into_any(),
        None => work(kind, desk).into_any(),
    };
    view! {
        <Page title of crumbs>
            <p class="page-lead lead">{lead}</p>
            <ProgressBox/>
            {content}
        </Page>
    }
}

/// Why nothing can be composed of what was chosen, if so.
fn why_not(kind: Combining, desk: &CombineDesk) -> Option<String> {
    let l = locale();
    let words = match (kind, desk.originals.len()) {
        _ if !desk.open => td_string!(l, combine.not_now),
        (Combining::Merge, 0 | 1) => td_string!(l, combine.merge_few),
        (Combining::Split, 0 | 2..) => td_string!(l, combine.split_one),
        _ if desk.originals.iter().any(|one| one.why_not.is_some()) => td_string!(l, combine.cannot),
        _ => return None,
    };
    Some(words.to_string())
}

/// The originals, whole, beside what is composed of them.
fn work(kind: Combining, desk: CombineDesk) -> impl IntoView {
    let l = locale();
    let told = td_string!(l, combine.told, count = desk.told);
    let form = match kind {
        Combining::Merge => merge_form(&desk).into_any(),
        Combining::Split => split_form(&desk).into_any(),
    };
    let heading = td_string!(l, combine.originals, count = desk.originals.len());
    view! {
        <div class="side-by-side">
            <section aria-labelledby="originali">
                <h2 id="originali">{heading}</h2>
                {originals(&desk.originals)}
            </section>
            <section aria-labelledby="nuova">
                <h2 id="nuova">{td_string!(l, combine.new).to_string()}</h2>
                <p>{told}</p>
                <p class="muted">{td_string!(l, combine.supports_stay).to_string()}</p>
                {form}
            </section>
        </div>
    }
}

fn originals(all: &[Original]) -> impl IntoView + use<> {
    let l = locale();
    let one = |one: &Original| {
        let said = one.words.clone();
        let place = said.as_ref().and_then(|said| said.place.clone());
        let said = said.map(|said| {
            view! {
                <h3 class="row-title" lang=content_lang()><a href=paths::contribution(one.id)>{said.title}</a></h3>
                <Prose source=said.body/>
            }
        });
        let why = one.why_not.map(|why| {
            let words = match why {
                Unanswerable::Answered => td_string!(l, contribution.together_answered),
                Unanswerable::NotPublic => td_string!(l, contribution.together_not_public),
            };
            view! { <p class="row-meta"><span class="status status-late">{words.to_string()}</span></p> }
        });
        let place = place.map(|place| view! { <span lang=content_lang()>{place}</span> });
        view! {
            <li>
                {said}
                <p class="row-meta">
                    <span class="tag" lang=content_lang()>{one.table.1.clone()}</span>
                    {place}
                    <span>{td_string!(l, contribution.n_supports, count = one.supports)}</span>
                    <span>{day_of(one.at)}</span>
                </p>
                {why}
            </li>
        }
    };
    view! { <ul class="row-list">{all.iter().map(one).collect_view()}</ul> }
}

fn merge_form(desk: &CombineDesk) -> impl IntoView + use<> {
    let l = locale();
    let ids = desk.originals.iter().map(|one| view! { <Hidden name="ids[]" value=one.id.to_string()/> }).collect_view();
    let words: Vec<_> = desk.originals.iter().filter_map(|one| one.words.as_ref()).collect();
    let body = quoted(&words.iter().map(|one| (one.title.as_str(), one.body.as_str())).collect::<Vec<_>>());
    let place = words.first().and_then(|first| first.place.clone());
    let place = place.filter(|place| words.iter().all(|one| one.place.as_ref() == Some(place))).unwrap_or_default();
    // Where all were written for one table, the new one begins there.
    let first = desk.originals.first().map(|one| one.table.0);
    let same = first.filter(|first| desk.originals.iter().all(|one| one.table.0 == *first));
    let table = same.map(|table| table.to_string()).unwrap_or_default();
    let tables = desk.tables.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let (process, count) = (desk.process.slug.clone(), desk.originals.len());
    view! {
        <Form to=Merge::PATH class="form">
            <Hidden name="process" value=process/>
            {ids}
            <SelectField name="table" label=td_string!(l, contribution.table) value=table options=tables content=true ask=true/>
            <TextField
                name="title" label=td_string!(l, contribution.title)
                hint=td_string!(l, contribution.title_hint).to_string() max=TITLE_MAX
            />
            <TextArea
                name="body" label=td_string!(l, contribution.body) rows=16 max=BODY_MAX value=body
                hint=td_string!(l, combine.merge_body_hint).to_string()
            />
            <TextField
                name="place" label=td_string!(l, contribution.place) value=place
                hint=td_string!(l, contribution.place_hint).to_string() max=120 optional=true
            />
            {reason()}
            <Submit label=td_string!(l, combine.merge_send, count = count)/>
        </Form>
    }
}

fn split_form(desk: &CombineDesk) -> impl IntoView + use<> {
    let l = locale();
    let id = desk.originals.first().map(|one| one.id.to_string()).unwrap_or_default();
    let process = desk.process.slug.clone();
    view! {
        <Form to=Split::PATH class="form">
            <Hidden name="process" value=process/>
            <Hidden name="id" value=id/>
            {part(PARTS[0], 1)}
            {part(PARTS[1], 2)}
            {PARTS.into_iter().zip(1..).skip(2).map(|(names, number)| further(names, number)).collect_view()}
            {reason()}
            <Submit label=td_string!(l, combine.split_send)/>
        </Form>
    }
}

fn part((title, body): (&'static str, &'static str), number: u32) -> impl IntoView {
    let l = locale();
    let sometimes = number > 2;
    view! {
        <fieldset>
            <legend>{td_string!(l, combine.part, number = number)}</legend>
            <TextField name=title label=td_string!(l, combine.part_title, number = number) max=TITLE_MAX sometimes=sometimes/>
            <TextArea name=body label=td_string!(l, combine.part_body, number = number) rows=6 max=BODY_MAX sometimes=sometimes/>
        </fieldset>
    }
}

/// A part beyond the second, which may stay blank: folded unless something was typed into it.
fn further(names: (&'static str, &'static str), number: u32) -> impl IntoView {
    let l = locale();
    let typed = |name| ticks_before(name).is_some_and(|values| values.iter().any(|value| !value.trim().is_empty()));
    let open = typed(names.0) || typed(names.1);
    view! {
        <details class="more" open=open>
            <summary>{td_string!(l, combine.another, number = number)}</summary>
            {part(names, number)}
        </details>
    }
}

fn reason() -> impl IntoView {
    let l = locale();
    view! {
        <TextArea
            name="reason" label=td_string!(l, contribution.reason) max=REASON_MAX rows=4
            hint=td_string!(l, combine.reason_hint).to_string()
        />
    }
}
