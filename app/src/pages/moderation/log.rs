//! What moderators did, the last first; hidden texts can be restored from here.

use crate::{
    api::moderation::Restore,
    components::{
        Empty, Fold, Form, Hidden, Pager, Submit, TextArea,
        contribution_words::{ground_words, moderation_words},
        sentence,
    },
    contract::{
        Slice,
        moderation::{LogLine, Subject},
    },
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::reason::REASON_MAX;
use leptos::{prelude::*, server_fn::ServerFn};

/// The log.
pub(super) fn log(lines: Slice<LogLine>) -> impl IntoView {
    let l = locale();
    let empty = lines.rows.is_empty().then(|| view! { <Empty words=td_string!(l, moderation.log_none)/> });
    view! {
        <section aria-labelledby="registro" class="section">
            <h2 id="registro">{td_string!(l, moderation.log).to_string()}</h2>
            {empty}
            <ul class="row-list">{lines.rows.into_iter().map(line).collect_view()}</ul>
            <Pager next=lines.next/>
        </section>
    }
}

fn line(line: LogLine) -> impl IntoView {
    let l = locale();
    let (what, href) = match line.subject {
        Subject::Contribution(id) => (td_string!(l, moderation.contribution), Some(paths::contribution(id))),
        Subject::Comment(_) => (td_string!(l, moderation.comment_below), None),
    };
    let title = match href {
        Some(href) => view! { <a href=href lang=content_lang()>{line.title}</a> }.into_any(),
        None => view! { <span lang=content_lang()>{line.title}</span> }.into_any(),
    };
    let ground = line.ground.map(|ground| format!("{}. ", sentence(&ground_words(l, ground)))).unwrap_or_default();
    let restore = line.restorable.then(|| restore_fold(line.subject, ""));
    view! {
        <li>
            <p class="row-title">{format!("{}: {what} ", moderation_words(l, line.step))}{title}</p>
            <p class="row-text">{ground} <span lang=content_lang()>{line.reason}</span></p>
            <p class="row-meta">{moment(line.at)}</p>
            {restore}
        </li>
    }
}

/// A fold with the form that shows a text again; `place` says where the moderator goes on.
pub(super) fn restore_fold(subject: Subject, place: &'static str) -> impl IntoView {
    let l = locale();
    view! {
        <Fold words=td_string!(l, moderation.restore_text) to=Restore::PATH key=subject.id()>
            <Form to=Restore::PATH key=subject.id() class="form">
                <Hidden name="kind" value=subject.kind().code()/>
                <Hidden name="id" value=subject.id()/>
                <Hidden name="place" value=place/>
                <TextArea
                    name="reason" label=td_string!(l, moderation.reason) max=REASON_MAX rows=3
                    hint=td_string!(l, moderation.reason_hint).to_string()
                />
                <Submit label=td_string!(l, moderation.restore)/>
            </Form>
        </Fold>
    }
}
