//! Comments under a proposal, and reporting a text.

use crate::{
    api::{contributions::Comment, moderation::Report},
    components::{BirthField, Empty, Fold, Form, Hidden, Pager, Prose, Submit, TextArea},
    contract::{
        contributions::{CommentView, ContributionView},
        moderation::Subject,
    },
    format::moment,
    i18n::*,
    pages::moderation::hide_fold,
    paths,
    visit::{locale, visit},
};
use domain::{contribution::COMMENT_MAX, reason::REASON_MAX};
use leptos::{prelude::*, server_fn::ServerFn};

/// The comments, oldest first, and the form for one more while proposals are taken.
pub(super) fn comments(view: &mut ContributionView) -> impl IntoView + use<> {
    let l = locale();
    let rows = std::mem::take(&mut view.comments.rows);
    let next = view.comments.next.take();
    let empty = rows.is_empty().then(|| view! { <Empty words=td_string!(l, contribution.no_comments)/> });
    let rows = rows.into_iter().map(comment).collect_view();
    let write = (view.slot.open && view.hidden.is_none()).then(|| form(view));
    let title = td_string!(l, contribution.n_comments, count = view.comments_count);
    view! {
        <section aria-labelledby="commenti" class="section">
            <h2 id="commenti">{title}</h2>
            {empty}
            <ul class="comment-list">{rows}</ul>
            <Pager next/>
            {write}
        </section>
    }
}

fn form(view: &ContributionView) -> AnyView {
    let l = locale();
    let visit = visit();
    if visit.me.is_none() {
        let href = paths::sign_in(&visit.path);
        return view! { <p><a href=href>{td_string!(l, contribution.sign_in_to_comment).to_string()}</a></p> }
            .into_any();
    }
    let (id, ask_age) = (view.id.to_string(), view.ask_age);
    view! {
        <Form to=Comment::PATH class="form">
            <Hidden name="id" value=id/>
            <TextArea name="body" label=td_string!(l, contribution.comment) max=COMMENT_MAX rows=4/>
            {ask_age.map(|age| view! { <BirthField age/> })}
            <Submit label=td_string!(l, contribution.comment_send)/>
        </Form>
    }
    .into_any()
}

fn comment(row: CommentView) -> impl IntoView {
    let l = locale();
    let who = match row.author {
        Some(name) => td_string!(l, contribution.by, name = name),
        None => td_string!(l, contribution.by_nobody).to_string(),
    };
    let anchor = format!("commento-{}", row.id);
    let report =
        row.may_report.then(|| report(Subject::Comment(row.id), td_string!(l, moderation.report_comment).to_string()));
    let hiding = row.may_moderate.then(|| hide_fold(Subject::Comment(row.id), ""));
    view! {
        <li id=anchor>
            <p class="comment-who">{format!("{who}, {}", moment(row.at))}</p>
            <div class="comment-text"><Prose source=row.body/></div>
            {report}
            {hiding}
        </li>
    }
}

/// A fold with the form that reports a text.
pub(super) fn report(subject: Subject, title: String) -> impl IntoView {
    let l = locale();
    view! {
        <Fold words=title to=Report::PATH key=subject.id()>
            <Form to=Report::PATH key=subject.id() class="form">
                <Hidden name="kind" value=subject.kind().code()/>
                <Hidden name="id" value=subject.id()/>
                <TextArea name="reason" label=td_string!(l, moderation.report_reason) max=REASON_MAX rows=3/>
                <Submit label=td_string!(l, moderation.report_send) kind="btn-outline-primary"/>
            </Form>
        </Fold>
    }
}
