//! How surely people must be known to act.

use super::crumbs;
use crate::{
    api::settings::ChangeNeeds,
    components::{Form, Hidden, Page, SelectField, Submit, TextField, load},
    contract::{settings::NeedsView, use_cases},
    i18n::*,
    paths,
    visit::locale,
    wording::identity::assurance_words,
};
use domain::{
    assurance::Assurance,
    identification::{Activity, OLDEST, TypedNeeds},
    pack::Text,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn NeedsPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.needs().await }, move |found| {
        view! {
            <Page title=td_string!(l, identity.needs_title) crumbs=crumbs()>
                <p class="page-lead">{td_string!(l, identity.needs_lead)}</p>
                {warning(&found)}
                {people(&found)}
                {form(found)}
            </Page>
        }
    })
}

/// What cannot be asked, or is asked of people who could not prove it.
fn warning(found: &NeedsView) -> impl IntoView + use<> {
    let l = locale();
    let offered = found.bounds.offered;
    let Text { it, en } = &found.rules.name;
    let name = if l == Locale::it { it.clone() } else { en.clone() };
    let asked = found.current.levels.highest();
    let words = if asked > offered {
        td_string!(l, identity.needs_unreachable, level = assurance_words(l, asked))
    } else if offered == Assurance::Address {
        td_string!(l, identity.needs_without).to_string()
    } else if Activity::ASKED.iter().any(|one| found.current.levels.of(*one) < found.bounds.least(*one)) {
        td_string!(l, identity.needs_below, rules = name)
    } else {
        return None;
    };
    let list = view! { <a href=paths::IDENTITY_PROVIDERS>{td_string!(l, identity.title)}</a> };
    Some(view! { <div class="alert alert-warning"><p>{words}</p><p class="mb-0">{list}</p></div> })
}

/// Who would be shut out by each level.
fn people(found: &NeedsView) -> impl IntoView + use<> {
    let l = locale();
    let all = found.known.first().map_or(0, |(_, count)| *count);
    let rows = found.known.iter().map(|(level, count)| {
        view! {
            <tr>
                <th scope="row">{assurance_words(l, *level)}</th>
                <td data-label=td_string!(l, identity.known_in)>{*count}</td>
                <td data-label=td_string!(l, identity.known_out)>{all.saturating_sub(*count)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section" aria-labelledby="conosciuti">
            <h2 id="conosciuti">{td_string!(l, identity.known_title)}</h2>
            <p>{td_string!(l, identity.known_lead)}</p>
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">{td_string!(l, identity.known_level)}</th>
                        <th scope="col">{td_string!(l, identity.known_in)}</th>
                        <th scope="col">{td_string!(l, identity.known_out)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn form(found: NeedsView) -> impl IntoView {
    let l = locale();
    let typed = TypedNeeds::from(&found.current);
    let bounds = found.bounds;
    let levels = move |activity| {
        let words = |level: Assurance| (level.code().to_owned(), assurance_words(l, level));
        bounds.levels(activity).map(words).collect::<Vec<_>>()
    };
    let age_hint = move |least: u8| td_string!(l, identity.needs_age_hint, min = least, max = OLDEST);
    view! {
        <section class="section" aria-labelledby="chiedere">
            <h2 id="chiedere">{td_string!(l, identity.needs_change)}</h2>
            <Form to=ChangeNeeds::PATH class="narrow">
                <Hidden name="version" value=found.version/>
                <SelectField
                    name="contribute" label=td_string!(l, identity.needs_contribute)
                    hint=td_string!(l, identity.needs_contribute_hint).to_string() value=typed.contribute
                    options=levels(Activity::Contribute)
                />
                <TextField
                    name="contribute_age" label=td_string!(l, identity.needs_contribute_age)
                    hint=age_hint(bounds.contribute_age) value=typed.contribute_age max=2 optional=true
                />
                <SelectField
                    name="vote" label=td_string!(l, identity.needs_vote)
                    hint=td_string!(l, identity.needs_vote_hint).to_string() value=typed.vote options=levels(Activity::Vote)
                />
                <TextField
                    name="vote_age" label=td_string!(l, identity.needs_vote_age) hint=age_hint(bounds.vote_age)
                    value=typed.vote_age max=2 optional=true
                />
                <SelectField
                    name="binding" label=td_string!(l, identity.needs_binding)
                    hint=td_string!(l, identity.needs_binding_hint).to_string() value=typed.binding
                    options=levels(Activity::Binding)
                />
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </section>
    }
}
