//! A form that works without scripts: it posts to a server function; a refusal shows it again with what was typed, and
//! a long one that was left with what was kept as a draft.

use super::{
    Value,
    draft::{Restored, keeper},
    form_state::{FaultLine, Faults, FormState, linked},
    refusal::{reasons_below, words_without_form},
    words::error_words,
};
use crate::{
    contract::{drafts::Draft, use_cases},
    draft,
    error::AppError,
    paths,
    visit::{RefusalShown, Submitted, locale, visit},
};
use chrono::TimeDelta;
use domain::draft::DraftName;
use leptos::{context::Provider, prelude::*};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The values ticked under `name` in the form around, before it was refused or left; none when nothing was typed.
#[must_use]
pub fn ticks_before(name: &str) -> Option<Vec<String>> {
    use_context::<FormState>().and_then(|form| form.ticks(name))
}

/// A form for the server function at `to` (`<RequestCode as ServerFn>::PATH`).
///
/// `key` tells several forms for the same function apart: it is the value of the hidden field `form`.
#[component]
pub fn Form(
    to: &'static str,
    #[prop(optional, into)] key: String,
    /// Sends files.
    #[prop(optional)]
    files: bool,
    #[prop(optional, into)] class: String,
    /// Its draft came along from the page before: no news to who has just sent it.
    #[prop(optional)]
    carried: bool,
    children: Children,
) -> impl IntoView {
    let visit = visit();
    let refused = visit.submitted.as_ref().filter(|sent| is_form(sent, to, &key)).cloned();
    let name = visit.me.as_ref().and_then(|_| draft::name_of(to, &key, &visit.path));
    let shape = Shape { to, key, files, class, carried, from: paths::encode(&visit.path), page: visit.path.clone() };
    match (refused, name) {
        // What was just typed is newer than any draft.
        (None, Some(name)) => {
            let server = use_cases();
            let found = async move {
                let draft = match server {
                    Ok(server) => server.draft(name.clone()).await.ok().flatten(),
                    Err(_) => None,
                };
                frame(shape, None, draft, Some(name), children)
            };
            Suspend::new(found).into_any()
        }
        (refused, name) => frame(shape, refused, None, name, children).into_any(),
    }
}

/// How long what came along from the page before is what somebody has just sent.
const JUST_NOW: TimeDelta = TimeDelta::hours(1);

/// How a form is sent.
struct Shape {
    to: &'static str,
    key: String,
    files: bool,
    class: String,
    carried: bool,
    /// The page that holds it, percent-encoded.
    from: String,
    /// The same as it is.
    page: String,
}

/// The form with its fields as they were typed before.
fn frame(
    shape: Shape,
    refused: Option<Submitted>,
    draft: Option<Draft>,
    name: Option<DraftName>,
    children: Children,
) -> impl IntoView {
    let Shape { to, key, files, class, carried, from, page } = shape;
    let prefix = if key.is_empty() { String::new() } else { format!("{key}-") };
    let kept = draft.as_ref().map(|draft| draft.saved_at);
    let restored = name.clone().zip(kept.filter(|at| !carried || *at + JUST_NOW < visit().now));
    let restored = restored.map(|(name, at)| view! { <Restored name at from=from.clone()/> });
    let (faults, written) = (Faults::default(), Arc::<AtomicBool>::default());
    let state = FormState {
        refused: refused.clone(),
        draft,
        prefix,
        faults: Arc::clone(&faults),
        written: Arc::clone(&written),
    };
    // The page that is shown again when the form is refused. Where its address is a key, the body carries it.
    let keyed = paths::is_keyed(&page);
    let action = if keyed { to.to_owned() } else { format!("{to}?da={from}") };
    let page = keyed.then(|| view! { <input type="hidden" name="da" value=page/> });
    let hidden_key = (!key.is_empty()).then(|| view! { <input type="hidden" name="form" value=key/> });
    view! {
        {restored}
        <Provider value=state>
            {
                let fields = children();
                let summary = refused.map(|refused| summary(&refused.error, &faults, written.load(Ordering::Relaxed)));
                view! {
                    <form
                        method="post"
                        action=action
                        enctype=files.then_some("multipart/form-data")
                        class=class
                        novalidate
                    >
                        {summary}
                        {page}
                        {hidden_key}
                        {fields}
                        {name.map(keeper)}
                    </form>
                }
            }
        </Provider>
    }
}

/// Whether what was sent came from the form for `to` with this `key`.
fn is_form(sent: &Submitted, to: &str, key: &str) -> bool {
    sent.to == to && sent.values.iter().find(|(name, _)| name == "form").map_or("", |(_, value)| value) == key
}

/// A fold around the form for `to` with this `key`; it stands open where that form was refused, so that nobody
/// misses why.
#[component]
pub fn Fold(
    #[prop(into)] words: String,
    to: &'static str,
    #[prop(optional, into)] key: String,
    /// What it is about, where folds of the same name stand on a page: heard, not seen.
    #[prop(optional_no_strip, into)]
    of: Option<Value>,
    /// Shown as that button, where it is what most people come for.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    let open = open || visit().submitted.as_ref().is_some_and(|sent| is_form(sent, to, &key));
    let words = view! { {words}{of.map(Value::aloud)} };
    let summary = match kind {
        Some(kind) => view! { <summary class=format!("btn {kind}")>{words}</summary> }.into_any(),
        None => view! { <summary>{words}</summary> }.into_any(),
    };
    view! {
        <details class="more" open=open>
            {summary}
            {children()}
        </details>
    }
}

/// What went wrong, on top of the form, linked to where it is mended.
fn summary(error: &AppError, faults: &Faults, written: bool) -> impl IntoView + use<> {
    RefusalShown::note();
    let faults = faults.lock().expect("no holder of the list panics").clone();
    // Where nothing was written nothing is still there.
    let words = if written { error_words(locale(), error) } else { words_without_form(error) };
    let reasons = words.into_iter().filter(|reason| faults.iter().all(|one| one.words != *reason));
    let reasons = reasons.collect();
    let rows = faults.into_iter().map(|FaultLine { said, href, .. }| view! { <li>{linked(said, href)}</li> });
    reasons_below(rows.collect_view().into_any(), reasons, error)
}
