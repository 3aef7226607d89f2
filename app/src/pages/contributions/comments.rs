//! Comments under a proposal, and reporting a text.

use crate::{
    api::{contributions::Comment, moderation::Report},
    components::{
        BirthField, Empty, Fold, Form, Hidden, Pager, Prose, Submit, TextArea, Value, contribution_words::ground_words,
        words::role_words,
    },
    contract::{
        contributions::{CommentThread, CommentView, CommentWords, ContributionView},
        moderation::Subject,
    },
    format::moment,
    i18n::*,
    pages::moderation::hide_fold,
    paths,
    visit::{locale, visit},
};
use domain::{
    contribution::{COMMENT_MAX, CommentOrder},
    id::{CommentId, ContributionId},
    reason::REASON_MAX,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The comments in their threads, and the form for one more while proposals are taken.
pub(super) fn comments(view: &mut ContributionView) -> impl IntoView + use<> {
    let l = locale();
    let threads = std::mem::take(&mut view.comments.rows);
    let next = view.comments.next.take();
    let empty = threads.is_empty().then(|| view! { <Empty words=td_string!(l, contribution.no_comments)/> });
    let order = (view.comments_count > 1).then(|| orders(view.id, view.comment_order));
    let desk = Desk { on: view.id, ask_age: view.ask_age };
    let threads = threads.into_iter().map(|one| thread(one, desk)).collect_view();
    let write = (view.slot.open && view.hidden.is_none()).then(|| write(desk));
    let title = td_string!(l, contribution.n_comments, count = view.comments_count);
    view! {
        <section aria-labelledby="commenti" class="section">
            <h2 id="commenti">{title}</h2>
            {order}
            {empty}
            <ul class="comment-list">{threads}</ul>
            <Pager next/>
            {write}
        </section>
    }
}

/// Below which proposal one comments, and the age to declare first.
#[derive(Clone, Copy)]
struct Desk {
    on: ContributionId,
    ask_age: Option<u8>,
}

/// The two orders, the one shown marked.
fn orders(on: ContributionId, shown: CommentOrder) -> impl IntoView {
    let l = locale();
    let link = move |order: CommentOrder, words: &'static str| {
        let here = (order == shown).then_some("true");
        view! { <li class="list-inline-item"><a href=paths::comments_in(on, order) aria-current=here>{words}</a></li> }
    };
    view! {
        <nav aria-label=td_string!(l, contribution.comments_order).to_string()>
            <ul class="list-inline">
                {link(CommentOrder::Oldest, td_string!(l, contribution.comments_oldest))}
                {link(CommentOrder::Newest, td_string!(l, contribution.comments_newest))}
            </ul>
        </nav>
    }
}

fn write(desk: Desk) -> AnyView {
    let l = locale();
    let visit = visit();
    if visit.me.is_none() {
        let href = paths::sign_in(&visit.path);
        return view! { <p><a href=href>{td_string!(l, contribution.sign_in_to_comment).to_string()}</a></p> }
            .into_any();
    }
    form(desk, None).into_any()
}

/// The form for a comment, or for the answer to one.
fn form(desk: Desk, answered: Option<CommentId>) -> impl IntoView {
    let l = locale();
    let key = answered.map(|id| id.to_string()).unwrap_or_default();
    let hidden = answered.map(|id| view! { <Hidden name="answered" value=id.to_string()/> });
    let (label, send) = match answered {
        Some(_) => (td_string!(l, contribution.reply), td_string!(l, contribution.reply_send)),
        None => (td_string!(l, contribution.comment), td_string!(l, contribution.comment_send)),
    };
    view! {
        <Form to=Comment::PATH key=key class="form">
            <Hidden name="id" value=desk.on.to_string()/>
            {hidden}
            <TextArea name="body" label=label max=COMMENT_MAX rows=4/>
            {desk.ask_age.map(|age| view! { <BirthField age/> })}
            <Submit label=send/>
        </Form>
    }
}

/// A comment with the answers below it.
fn thread(thread: CommentThread, desk: Desk) -> impl IntoView {
    let l = locale();
    let continued = thread
        .continued
        .then(|| view! { <p class="muted">{td_string!(l, contribution.thread_continued).to_string()}</p> });
    let replies = (!thread.replies.is_empty()).then(|| {
        let replies = thread.replies.into_iter().map(|reply| {
            let anchor = anchor(reply.id);
            view! { <li id=anchor>{comment(reply, desk)}</li> }
        });
        let replies = replies.collect_view();
        view! { <ul class="comment-replies" aria-label=td_string!(l, contribution.replies).to_string()>{replies}</ul> }
    });
    let anchor = anchor(thread.first.id);
    view! {
        <li id=anchor>
            {continued}
            {comment(thread.first, desk)}
            {replies}
        </li>
    }
}

fn anchor(id: CommentId) -> String {
    format!("commento-{id}")
}

/// Who said what, and what can be done with it.
fn comment(row: CommentView, desk: Desk) -> impl IntoView {
    let l = locale();
    let by = row.author.map(|name| td_string!(l, contribution.by, name = name));
    let by = by.map(|by| row.role.map_or(by.clone(), |role| format!("{by} ({})", role_words(l, role))));
    let (note, body, own_hidden) = match row.words {
        CommentWords::Said(body) => (None, Some(body), false),
        CommentWords::Waiting(body) => {
            (Some(td_string!(l, contribution.comment_waiting).to_string()), Some(body), false)
        }
        CommentWords::Hidden { ground, own } => {
            let hidden = td_string!(l, contribution.comment_hidden).to_string();
            let (body, reason) = own.map_or((None, String::new()), |(body, reason)| (Some(body), reason));
            let why = ground.map(|ground| {
                td_string!(l, contribution.hidden_why, ground = ground_words(l, ground), reason = reason)
            });
            let own = body.is_some();
            (Some(format!("{hidden} {}", why.unwrap_or_default()).trim_end().to_owned()), body, own)
        }
    };
    let appeal = own_hidden.then(|| {
        let href = paths::appeal(Subject::Comment(row.id));
        view! { " " <a href=href>{td_string!(l, moderation.appeal_here).to_string()}</a> }
    });
    let who = match (by, &note, &body) {
        (Some(by), ..) => Some(by),
        (None, Some(_), None) => None,
        (None, ..) => Some(td_string!(l, contribution.by_nobody).to_string()),
    };
    let who = who.map_or_else(|| moment(row.at), |who| format!("{who}, {}", moment(row.at)));
    let note = note.map(|note| view! { <p class="muted">{note}{appeal}</p> });
    let body = body.map(|body| view! { <div class="comment-text"><Prose source=body/></div> });
    let reply = row.may_answer.then(|| {
        let key = row.id.to_string();
        view! {
            <Fold words=td_string!(l, contribution.reply_to) to=Comment::PATH key=key of=Value::from(who.clone())>
                {form(desk, Some(row.id))}
            </Fold>
        }
    });
    let report =
        row.may_report.then(|| report(Subject::Comment(row.id), td_string!(l, moderation.report_comment).to_string()));
    let hiding = row.may_moderate.then(|| hide_fold(Subject::Comment(row.id), ""));
    view! {
        <p class="comment-who">{who.clone()}</p>
        {note}
        {body}
        {reply}
        {report}
        {hiding}
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
