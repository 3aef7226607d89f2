//! Who does what in a path, by role and organisation.

use super::{
    apply::apply,
    member::{leave, own},
    rules::rules,
};
use crate::{
    components::{
        Empty, Facts, Page, Value, load,
        organ_words::{kind_words, organ_words},
        path_crumbs,
    },
    contract::{
        organs::{OrganView, OwnMembership, WhoDoesWhat},
        use_cases,
    },
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::{organ::OrganKind, party::PartyKind};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn WhoDoesWhatPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.who_does_what(slug).await }, move |found| {
        let manage = found.may_manage.then(|| view! {
            <p><a class="btn btn-outline-primary" href=paths::organs_work(&found.path.slug)>{td_string!(l, organ.manage)}</a></p>
        });
        let roles = roles(&found);
        let empty = (found.organs.is_empty() && found.expects_organs)
            .then(|| view! { <Empty words=td_string!(l, organ.no_organs)/> });
        let organs = found.organs.iter().map(|one| organ(one, &found)).collect_view();
        let mine = found.own.iter().map(own).collect_view();
        let crumbs = path_crumbs(&found.path.title, &found.path.slug);
        view! {
            <Page title=td_string!(l, organ.who_does_what) of=found.path.title.clone() crumbs=crumbs>
                <p class="page-lead">{td_string!(l, organ.who_lead)}</p>
                <ProgressBox/>
                {manage}
                {mine}
                {roles}
                {empty}
                {organs}
            </Page>
        }
    })
}

/// The roles that no organ holds.
fn roles(found: &WhoDoesWhat) -> impl IntoView + use<> {
    let l = locale();
    let mut rows = vec![
        (td_string!(l, organ.proponent).to_string(), Value::content(found.proponent.clone())),
        (td_string!(l, organ.decision_body).to_string(), Value::content(found.decision_body.clone())),
        (td_string!(l, organ.responsible_office).to_string(), Value::content(found.responsible_office.clone())),
    ];
    if found.has_guarantor {
        rows.push((td_string!(l, organ.guarantor).to_string(), td_string!(l, organ.guarantor_text).to_string().into()));
    }
    let table = |(name, named): &(String, bool)| {
        let words = if *named { td_string!(l, organ.facilitated) } else { td_string!(l, organ.not_facilitated) };
        view! { <li><span lang=content_lang()>{name.clone()}</span>{format!(" ({words})")}</li> }
    };
    let tables = found.tables.iter().map(table).collect_view();
    let tables = (!found.tables.is_empty()).then(|| view! { <h3>{td_string!(l, organ.tables)}</h3><ul>{tables}</ul> });
    view! {
        <section class="section" aria-labelledby="ruoli">
            <h2 id="ruoli">{td_string!(l, organ.roles)}</h2>
            <Facts rows/>
            {tables}
        </section>
    }
}

/// An organ with the organisations that sit on it; who sits there is not asked to enter, and finds the way out last.
fn organ(organ: &OrganView, found: &WhoDoesWhat) -> impl IntoView + use<> {
    let l = locale();
    let id = organ.kind.code();
    let content = if organ.members.is_empty() {
        view! { <Empty words=td_string!(l, organ.no_members)/> }.into_any()
    } else {
        members(organ).into_any()
    };
    let remarks = (organ.kind == OrganKind::GuaranteeCommittee)
        .then(|| view! { <p><a href=paths::remarks(&found.path.slug)>{td_string!(l, organ.remarks)}</a></p> });
    let rules = rules(organ.rules.clone(), organ.earlier.clone(), found.comment_days);
    let here = |one: &&OwnMembership| one.organ == organ.kind;
    let sits = found.own.iter().filter(here).any(|one| one.state.is_member());
    let apply = (organ.open && !sits).then(|| apply(organ.id, id));
    let leave =
        found.own.iter().filter(here).map(|one| leave(one.member, &one.organisation, &one.steps, "")).collect_view();
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=id>{organ_words(l, organ.kind)}</h2>
            <p class="muted">{td_string!(l, organ.constituted, day = date(organ.constituted_on))}</p>
            {content}
            {remarks}
            {rules}
            {apply}
            {leave}
        </section>
    }
}

/// What somebody wrote of an organisation, where it says more than its kind.
pub(super) fn beyond(kind: PartyKind, category: &str) -> Option<String> {
    // People write in Italian, whatever the language of the page.
    (category.to_lowercase() != kind_words(Locale::it, kind).to_lowercase()).then(|| category.to_owned())
}

fn members(organ: &OrganView) -> impl IntoView + use<> {
    let l = locale();
    let rows = organ
        .members
        .iter()
        .map(|member| {
            let votes = if member.votes { td_string!(l, organ.vote_yes) } else { td_string!(l, organ.vote_no) };
            let kind = kind_words(l, member.kind);
            let category = beyond(member.kind, &member.category);
            view! {
                <tr>
                    <td data-label=td_string!(l, organ.organisation) lang=content_lang()>{member.organisation.clone()}</td>
                    <td data-label=td_string!(l, organ.kind)>{kind}</td>
                    <td data-label=td_string!(l, organ.category) lang=content_lang()>{category}</td>
                    <td data-label=td_string!(l, organ.since)>{member.since.map(date)}</td>
                    <td data-label=td_string!(l, organ.vote)>{votes}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table table-cards">
            <caption class="visually-hidden">{organ_words(l, organ.kind)}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, organ.organisation)}</th>
                    <th scope="col">{td_string!(l, organ.kind)}</th>
                    <th scope="col">{td_string!(l, organ.category)}</th>
                    <th scope="col">{td_string!(l, organ.since)}</th>
                    <th scope="col">{td_string!(l, organ.vote)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
