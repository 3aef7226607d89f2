//! What moderators did, for everybody: when, with what kind of text and on what ground; neither names nor words.

use crate::{
    components::{
        Crumb, Empty, Page, Pager,
        contribution_words::{ground_words, moderation_words},
        load, sentence,
    },
    contract::{Slice, moderation::RegisterLine, use_cases},
    format::day_of,
    i18n::*,
    paths,
    visit::locale,
};
use domain::contribution::ModeratedKind;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn RegisterPage() -> impl IntoView {
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    load(async move { server?.moderation_register(after).await }, page)
}

fn page(lines: Slice<RegisterLine>) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS)];
    let content = if lines.rows.is_empty() {
        view! { <Empty words=td_string!(l, moderation.register_none)/> }.into_any()
    } else {
        table(lines.rows).into_any()
    };
    view! {
        <Page title=td_string!(l, moderation.register) crumbs>
            <p class="page-lead lead">{td_string!(l, moderation.register_lead).to_string()}</p>
            <p><a href=paths::LEGAL_NOTES>{td_string!(l, common.legal_notes).to_string()}</a></p>
            {content}
            <Pager next=lines.next/>
        </Page>
    }
}

fn table(rows: Vec<RegisterLine>) -> impl IntoView {
    let l = locale();
    let (day, what, step, ground) = (
        td_string!(l, moderation.register_day),
        td_string!(l, moderation.register_what),
        td_string!(l, moderation.register_step),
        td_string!(l, moderation.ground),
    );
    let row = move |line: RegisterLine| {
        let kind = match line.kind {
            ModeratedKind::Contribution => td_string!(l, moderation.contribution),
            ModeratedKind::Comment => td_string!(l, moderation.comment),
        };
        let why = line.ground.map(|ground| sentence(&ground_words(l, ground))).unwrap_or_else(|| "–".to_owned());
        view! {
            <tr>
                <td data-label=day>{day_of(line.at)}</td>
                <td data-label=what>{sentence(kind)}</td>
                <td data-label=step>{moderation_words(l, line.step)}</td>
                <td class:is-empty=line.ground.is_none() data-label=ground>{why}</td>
            </tr>
        }
    };
    view! {
        <table class="table table-cards">
            <caption>{td_string!(l, moderation.register).to_string()}</caption>
            <thead>
                <tr>
                    <th scope="col">{day}</th>
                    <th scope="col">{what}</th>
                    <th scope="col">{step}</th>
                    <th scope="col">{ground}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
