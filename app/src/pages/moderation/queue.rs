//! One text at a time that was reported or waits to be read, the oldest first, to be hidden or left.

use super::{hide::grounds, log::log, words::more};
use crate::{
    api::moderation::{Dismiss, Hide, LetThrough},
    components::{Empty, Form, Hidden, Page, Prose, SelectField, Submit, TextArea, load, work_home},
    contract::{
        moderation::{Queue, QueueItem, Subject},
        use_cases,
    },
    format::moment,
    i18n::*,
    islands::{Shortcut, Shortcuts},
    paths,
    visit::{content_lang, locale},
};
use domain::{contribution::ModerationState, reason::REASON_MAX};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

// What the keys lead to.
const NEXT: &str = "testo-successivo";
const PREVIOUS: &str = "testo-precedente";
const GROUND: &str = "ground";
const KEEP: &str = "lascia-visibile";
const OPEN: &str = "apri-pagina";

#[component]
pub(crate) fn ModerationPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    let place = query.get("testo").and_then(|place| place.parse().ok()).unwrap_or(1);
    let after = query.get("dopo");
    let server = use_cases();
    load(async move { server?.moderation_queue(place, after).await }, page)
}

fn page(queue: Queue) -> impl IntoView {
    let l = locale();
    let (place, waiting) = (queue.place, queue.waiting);
    let content = match queue.item {
        Some(one) => view! { {turns(place, waiting)} {item(one, place)} {shortcuts()} }.into_any(),
        None => view! { <Empty words=td_string!(l, moderation.none)/> }.into_any(),
    };
    view! {
        <Page title=td_string!(l, moderation.moderation) crumbs=work_home()>
            <p class="page-lead lead">{td_string!(l, moderation.waiting, count = queue.waiting)}</p>
            <ul class="list-inline">
                <li class="list-inline-item"><a href=paths::MODERATION_TEXTS>{td_string!(l, moderation.texts).to_string()}</a></li>
                <li class="list-inline-item"><a href=paths::APPEALS>{td_string!(l, moderation.appeals).to_string()}</a></li>
                <li class="list-inline-item"><a href=paths::MODERATION_REGISTER>{td_string!(l, moderation.register).to_string()}</a></li>
            </ul>
            {content}
            {log(queue.log)}
        </Page>
    }
}

/// Which of the waiting texts this is, and the way to its neighbours.
fn turns(place: u64, waiting: u64) -> impl IntoView {
    let l = locale();
    let link = move |to: u64, id: &'static str, words: &'static str| {
        (1..=waiting).contains(&to).then(|| view! { <a id=id href=paths::moderation_at(to)>{words}</a> })
    };
    let which = td_string!(l, moderation.place, place = place, waiting = waiting);
    (waiting > 1).then(|| {
        view! {
            <nav class="cluster" aria-label=td_string!(l, moderation.turns).to_string()>
                <span>{which}</span>
                {link(place - 1, PREVIOUS, td_string!(l, moderation.previous))}
                {link(place + 1, NEXT, td_string!(l, moderation.next))}
            </nav>
        }
    })
}

/// The keys, as the page announces them; every one leads to something that can be reached without it.
fn shortcuts() -> impl IntoView {
    let l = locale();
    let keys = [
        ("j", NEXT, td_string!(l, moderation.key_next)),
        ("k", PREVIOUS, td_string!(l, moderation.key_previous)),
        ("n", GROUND, td_string!(l, moderation.key_hide)),
        ("l", KEEP, td_string!(l, moderation.key_keep)),
        ("o", OPEN, td_string!(l, moderation.key_open)),
    ];
    let keys = keys.map(|(key, target, words)| Shortcut::new(key, target, words)).to_vec();
    view! {
        <Shortcuts
            keys title=td_string!(l, moderation.keys).to_string()
            on=td_string!(l, moderation.keys_on).to_string() off=td_string!(l, moderation.keys_off).to_string()
        />
    }
}

fn item(item: QueueItem, place: u64) -> impl IntoView {
    let l = locale();
    let held = item.state == ModerationState::PendingModeration;
    let title = match (item.subject, held) {
        (Subject::Contribution(_), false) => td_string!(l, moderation.item_contribution).to_string(),
        (Subject::Comment(_), false) => td_string!(l, moderation.item_comment, title = item.title.clone()),
        (Subject::Contribution(_), true) => td_string!(l, moderation.held_contribution).to_string(),
        (Subject::Comment(_), true) => td_string!(l, moderation.held_comment, title = item.title.clone()),
    };
    let named = matches!(item.subject, Subject::Contribution(_))
        .then(|| view! { <h3 class="h5" lang=content_lang()>{item.title}</h3> });
    let why = if held {
        view! { <p>{td_string!(l, moderation.held_lead).to_string()}</p> }.into_any()
    } else {
        let reasons = item.reasons.into_iter().map(|reason| view! { <li lang=content_lang()>{reason}</li> });
        view! {
            <h3 class="h5">{td_string!(l, moderation.reasons).to_string()}</h3>
            <ul>{reasons.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <section class="queue-item" aria-labelledby="segnalato">
            <h2 id="segnalato">{title}</h2>
            {named}
            <p class="muted">{moment(item.at)} " " <a id=OPEN href=paths::contribution(item.contribution)>{td_string!(l, moderation.open_page).to_string()}</a></p>
            <div class="quote"><Prose source=item.body/></div>
            {more(item.contribution, item.more)}
            {why}
            {forms(item.subject, held, place)}
        </section>
    }
}

/// The form that hides or refuses the text, and the one that leaves it or lets it through.
fn forms(subject: Subject, held: bool, place: u64) -> impl IntoView {
    let l = locale();
    let (kind, id) = (subject.kind().code(), subject.id());
    let same = id.clone();
    let options = grounds();
    let (title, hide, keep, to) = if held {
        let (title, hide) = (td_string!(l, moderation.held_refuse), td_string!(l, moderation.held_refuse_send));
        (title, hide, td_string!(l, moderation.let_through), LetThrough::PATH)
    } else {
        let (title, hide) = (td_string!(l, moderation.hide_text), td_string!(l, moderation.hide));
        (title, hide, td_string!(l, moderation.dismiss), Dismiss::PATH)
    };
    view! {
        <h3 class="h5">{title.to_string()}</h3>
        <Form to=Hide::PATH class="form">
            <Hidden name="kind" value=kind/>
            <Hidden name="id" value=id/>
            <Hidden name="place" value=place.to_string()/>
            <SelectField name="ground" label=td_string!(l, moderation.ground) options/>
            <TextArea
                name="reason" label=td_string!(l, moderation.reason) max=REASON_MAX rows=3
                hint=td_string!(l, moderation.reason_hint).to_string()
            />
            <Submit label=hide kind="btn-danger"/>
        </Form>
        <Form to=to class="mt-3">
            <Hidden name="kind" value=kind/>
            <Hidden name="id" value=same/>
            <Hidden name="place" value=place.to_string()/>
            <Submit id=KEEP label=keep kind="btn-outline-primary"/>
        </Form>
    }
}
