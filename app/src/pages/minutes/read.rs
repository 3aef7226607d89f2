//! Where the members of an organ read its minutes, approve them and comment on them.

use super::{
    approvals::approvals,
    parts::{addenda, comments, decisions},
};
use crate::{
    api::minutes::CommentMinutes,
    components::{
        Badge, Check, Crumb, Empty, Form, Hidden, Page, Prose, Submit, TextArea, load, organ_words::minutes_words,
        path_crumbs,
    },
    contract::{minutes::MinutesRoom, use_cases},
    error::AppError,
    format::end,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{locale, visit},
};
use domain::minutes::MinutesState;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn MinutesPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.minutes_room(id, after).await
    };
    load(fetch, show)
}

fn show(room: MinutesRoom) -> impl IntoView {
    let l = locale();
    let meeting = room.meeting.clone();
    let mut crumbs = path_crumbs(&meeting.path.title, &meeting.path.slug);
    crumbs.push(Crumb::content(meeting.title.clone(), paths::meeting(meeting.id)));
    let write = room.may_write.then(|| view! {
        <p><a class="btn btn-outline-primary" href=paths::minutes_work(meeting.id)>{td_string!(l, minutes.to_writer)}</a></p>
    });
    let (title, of) = (td_string!(l, minutes.minutes), meeting.title.clone());
    let Some(state) = room.state else {
        return view! {
            <Page title of crumbs><ProgressBox of=meeting.path.slug.clone()/><Empty words=td_string!(l, minutes.not_begun)/>{write}</Page>
        }
        .into_any();
    };
    let (words, tone) = minutes_words(l, state);
    let open = room.comments_until.filter(|_| state == MinutesState::InComment);
    let until = open.map(|until| match visit().now < until {
        true => td_string!(l, minutes.comments_until, until = end(until)),
        false => td_string!(l, minutes.comments_over, until = end(until)),
    });
    let approvals = approvals(&room);
    let comment = room.comments_for.map(|organisation| {
        view! {
            <Form to=CommentMinutes::PATH class="narrow">
                <Hidden name="meeting" value=meeting.id.to_string()/>
                <p>{td_string!(l, minutes.comment_for, organisation = organisation)}</p>
                <TextArea name="text" label=td_string!(l, minutes.comment) max=2_000/>
                <Check name="objection" label=td_string!(l, minutes.objection_check)/>
                <Submit label=td_string!(l, minutes.comment_button)/>
            </Form>
        }
    });
    let empty = room.comments.rows.is_empty().then(|| view! { <Empty words=td_string!(l, minutes.no_comments)/> });
    view! {
        <Page title of crumbs>
            <ProgressBox of=meeting.path.slug.clone()/>
            <p><Badge words tone/>" "{until}</p>
            {write}
            <Prose source=room.text/>
            {decisions(room.decisions, meeting.number)}
            {addenda(room.addenda)}
            {approvals}
            <section class="section" aria-labelledby="commenti">
                <h2 id="commenti">{td_string!(l, minutes.comments)}</h2>
                {empty}
                {comments(room.comments)}
                {comment}
            </section>
        </Page>
    }
    .into_any()
}
