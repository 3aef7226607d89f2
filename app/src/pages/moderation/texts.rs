//! Every text of the paths that one moderates, reported or not; hidden ones can be restored from here.

use super::{hide::hide_fold, log::restore_fold, words::more};
use crate::{
    api::moderation::IN_LIST,
    components::{Badge, Crumb, Empty, Page, Pager, Prose, load, work_home},
    contract::{
        Slice,
        moderation::{Subject, TextRow},
        use_cases,
    },
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::contribution::{ModeratedKind, ModerationState};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn TextsPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    let kind = match query.get("tipo").as_deref() {
        Some("commenti") => ModeratedKind::Comment,
        _ => ModeratedKind::Contribution,
    };
    let hidden = query.get("stato").as_deref() == Some("nascosti");
    let after = query.get("dopo");
    let server = use_cases();
    load(async move { server?.moderated_texts(kind, hidden, after).await }, move |texts| page(kind, hidden, texts))
}

fn page(kind: ModeratedKind, hidden: bool, texts: Slice<TextRow>) -> impl IntoView {
    let l = locale();
    let mut crumbs = work_home();
    crumbs.push(Crumb::new(td_string!(l, moderation.moderation), paths::MODERATION));
    let none = if hidden { td_string!(l, moderation.texts_none_hidden) } else { td_string!(l, moderation.texts_none) };
    let empty = texts.rows.is_empty().then(|| view! { <Empty words=none/> });
    view! {
        <Page title=td_string!(l, moderation.texts) crumbs>
            <p class="page-lead lead">{td_string!(l, moderation.texts_lead).to_string()}</p>
            {views(kind, hidden)}
            {empty}
            <ul class="row-list">{texts.rows.into_iter().map(text).collect_view()}</ul>
            <Pager next=texts.next/>
        </Page>
    }
}

/// The four lists.
fn views(kind: ModeratedKind, hidden: bool) -> impl IntoView {
    let l = locale();
    let lists = [
        (ModeratedKind::Contribution, false, td_string!(l, moderation.texts_proposals)),
        (ModeratedKind::Comment, false, td_string!(l, moderation.texts_comments)),
        (ModeratedKind::Contribution, true, td_string!(l, moderation.texts_hidden_proposals)),
        (ModeratedKind::Comment, true, td_string!(l, moderation.texts_hidden_comments)),
    ];
    let link = |(of, withheld, words): (ModeratedKind, bool, &'static str)| {
        let kind_code = if of == ModeratedKind::Comment { "commenti" } else { "proposte" };
        let state = if withheld { "nascosti" } else { "visibili" };
        let href = format!("{}?tipo={kind_code}&stato={state}", paths::MODERATION_TEXTS);
        let here = (of == kind && withheld == hidden).then_some("page");
        view! { <li class="list-inline-item"><a href=href aria-current=here>{words}</a></li> }
    };
    view! {
        <nav aria-label=td_string!(l, moderation.texts).to_string()>
            <ul class="list-inline">{lists.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

fn text(row: TextRow) -> impl IntoView {
    let l = locale();
    let below = matches!(row.subject, Subject::Comment(_))
        .then(|| format!("{} ", crate::components::sentence(td_string!(l, moderation.comment_below))));
    let reported = (row.state == ModerationState::Reported)
        .then(|| view! { <Badge words=td_string!(l, moderation.step_report) tone="warning"/> });
    let step = if row.state == ModerationState::Hidden {
        restore_fold(row.subject, IN_LIST).into_any()
    } else {
        hide_fold(row.subject, IN_LIST).into_any()
    };
    view! {
        <li>
            <h2 class="row-title">{below}<a href=paths::contribution(row.contribution) lang=content_lang()>{row.title}</a></h2>
            <div class="quote"><Prose source=row.body/></div>
            {more(row.contribution, row.more)}
            <p class="row-meta"><span>{moment(row.at)}</span>{reported}</p>
            {step}
        </li>
    }
}
