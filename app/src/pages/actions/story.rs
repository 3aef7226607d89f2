//! The way of an action, from what people said to where it stands, as a vertical line.

use crate::{
    components::{Badge, Prose, words::role_words},
    contract::action_sheets::{ActionMoveView, ActionOrigin, ActionView},
    format::{date, day_of},
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::{action::situation_words, decision_tone, decision_words, origin_words},
};
use leptos::prelude::*;

/// Contributions, proposal, decision, and every situation with its date; the last one is where the action stands.
pub(super) fn story(found: &ActionView) -> impl IntoView + use<> {
    let l = locale();
    let origin = &found.origin;
    let last = found.moves.len().saturating_sub(1);
    let moves = found.moves.iter().enumerate().map(|(place, one)| moved(one, place == 0, place == last)).collect_view();
    view! {
        <section aria-labelledby="storia" class="section">
            <h2 id="storia">{td_string!(l, action.story)}</h2>
            <ol class="story">{said(origin)}{proposed(origin)}{decided(origin)}{moves}</ol>
        </section>
    }
}

fn said(origin: &ActionOrigin) -> Option<AnyView> {
    let l = locale();
    if origin.contributions.is_empty() && origin.others.is_empty() {
        return None;
    }
    let contributions = origin.contributions.iter().map(|(id, title)| {
        view! { <li><a href=paths::contribution(*id) lang=content_lang()>{title.clone()}</a></li> }
    });
    let contributions = contributions.collect_view();
    let others = origin.others.iter().map(|one| {
        let kind = origin_words(l, one.origin);
        view! { <li>{kind}": "<a href=one.href.clone() lang=content_lang()>{one.title.clone()}</a></li> }
    });
    let others = others.collect_view();
    Some(
        view! {
            <li class="is-done">
                <p class="story-what">{td_string!(l, action.story_said)}</p>
                <ul>{contributions}{others}</ul>
            </li>
        }
        .into_any(),
    )
}

fn proposed(origin: &ActionOrigin) -> impl IntoView + use<> {
    let l = locale();
    let slug = origin.process.slug.clone();
    let words = td_string!(l, action.story_proposal, number = origin.number);
    let words = if origin.document_is_public {
        view! { <a href=paths::document_proposal(&slug, origin.number)>{words}</a> }.into_any()
    } else {
        words.into_any()
    };
    view! {
        <li class="is-done">
            <p class="story-what">{words}": "<span lang=content_lang()>{origin.title.clone()}</span></p>
            <p class="story-when">
                {td_string!(l, action.story_path)}" "
                <a href=paths::process(&slug) lang=content_lang()>{origin.process.title.clone()}</a>
            </p>
        </li>
    }
}

fn decided(origin: &ActionOrigin) -> Option<AnyView> {
    let l = locale();
    let made = origin.decision.as_ref()?;
    let on = origin.communicated_on.map(|on| td_string!(l, contribution.story_communicated, day = date(on)));
    let why =
        (!made.reason.is_empty()).then(|| view! { <div class="story-why"><Prose source=made.reason.clone()/></div> });
    let act = origin.act.as_ref().map(|act| {
        let words =
            td_string!(l, outcome.act_of, body = act.body.clone(), number = act.number.clone(), on = date(act.on));
        let words = match &act.link {
            Some(link) => view! { <a href=link.clone() rel="noopener noreferrer">{words}</a> }.into_any(),
            None => words.into_any(),
        };
        view! { <p class="story-why">{td_string!(l, outcome.acknowledgement)}": "{words}</p> }
    });
    let href = format!("{}#proposta-{}", paths::decisions(&origin.process.slug), origin.number);
    Some(
        view! {
            <li class="is-done">
                <p class="story-what">
                    <a href=href>{td_string!(l, action.story_decided)}</a>" "
                    <Badge words=decision_words(l, made.decision) tone=decision_tone(made.decision)/>
                </p>
                <p class="story-when">{on}</p>
                {why}
                {act}
            </li>
        }
        .into_any(),
    )
}

fn moved(one: &ActionMoveView, first: bool, last: bool) -> impl IntoView + use<> {
    let l = locale();
    let situation = situation_words(l, one.situation);
    let words = if first { td_string!(l, action.story_made).to_string() } else { situation };
    let when = format!("{} · {}", day_of(one.at), role_words(l, one.role));
    let why =
        (!one.reason.is_empty()).then(|| view! { <div class="story-why"><Prose source=one.reason.clone()/></div> });
    view! {
        <li class="is-done" aria-current=last.then_some("step")>
            <p class="story-what">{words}</p>
            <p class="story-when">{when}</p>
            {why}
        </li>
    }
}
