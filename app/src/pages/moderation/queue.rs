//! The oldest reported text, to be hidden or left.

use super::log::log;
use crate::{
    api::moderation::{Dismiss, Hide},
    components::{
        Crumb, Empty, Form, Hidden, Page, Prose, SelectField, Submit, TextArea, contribution_words::ground_words, load,
    },
    contract::{
        moderation::{Queue, QueueItem, Subject},
        use_cases,
    },
    format::moment,
    i18n::*,
    paths,
    visit::locale,
};
use domain::{contribution::HideGround, reason::REASON_MAX};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn ModerationPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.moderation_queue().await }, page)
}

fn page(queue: Queue) -> impl IntoView {
    let l = locale();
    let content = match queue.item {
        Some(one) => item(one).into_any(),
        None => view! { <Empty words=td_string!(l, moderation.none)/> }.into_any(),
    };
    view! {
        <Page title=td_string!(l, moderation.moderation) crumbs=vec![Crumb::new(td_string!(l, common.work), paths::WORK)]>
            <p class="page-lead lead">{td_string!(l, moderation.waiting, count = queue.waiting as u64)}</p>
            {content}
            {log(queue.log)}
        </Page>
    }
}

fn item(item: QueueItem) -> impl IntoView {
    let l = locale();
    let title = match item.subject {
        Subject::Contribution(_) => td_string!(l, moderation.item_contribution).to_string(),
        Subject::Comment(_) => td_string!(l, moderation.item_comment, title = item.title.clone()),
    };
    let named = matches!(item.subject, Subject::Contribution(_)).then(|| view! { <h3 class="h5">{item.title}</h3> });
    let reasons = item.reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    let (kind, id) = (item.subject.kind().code(), item.subject.id());
    let same = id.clone();
    let none = (String::new(), td_string!(l, moderation.choose).to_string());
    let grounds = HideGround::ALL.iter().map(|ground| (ground.code().to_owned(), ground_words(l, *ground)));
    let options = std::iter::once(none).chain(grounds).collect();
    view! {
        <section class="queue-item" aria-labelledby="segnalato">
            <h2 id="segnalato">{title}</h2>
            {named}
            <p class="muted">{moment(item.at)} " " <a href=paths::contribution(item.contribution)>{td_string!(l, moderation.open_page).to_string()}</a></p>
            <div class="quote"><Prose source=item.body/></div>
            <h3 class="h5">{td_string!(l, moderation.reasons).to_string()}</h3>
            <ul>{reasons}</ul>
            <h3 class="h5">{td_string!(l, moderation.hide_text).to_string()}</h3>
            <Form to=Hide::PATH class="form">
                <Hidden name="kind" value=kind/>
                <Hidden name="id" value=id/>
                <SelectField name="ground" label=td_string!(l, moderation.ground) options/>
                <TextArea
                    name="reason" label=td_string!(l, moderation.reason) max=REASON_MAX rows=3
                    hint=td_string!(l, moderation.reason_hint).to_string()
                />
                <Submit label=td_string!(l, moderation.hide) kind="btn-danger"/>
            </Form>
            <Form to=Dismiss::PATH class="mt-3">
                <Hidden name="kind" value=kind/>
                <Hidden name="id" value=same/>
                <Submit label=td_string!(l, moderation.dismiss) kind="btn-outline-primary"/>
            </Form>
        </section>
    }
}
