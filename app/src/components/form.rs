//! A form that works without scripts: it posts to a server function; a refusal shows it again with what was typed, and
//! a long one that was left with what was kept as a draft.

use super::{
    draft::{Restored, keeper},
    refusal::reasons_below,
    words::{error_words, fault_words},
};
use crate::{
    components::blocker_words,
    contract::{drafts::Draft, use_cases},
    draft,
    error::AppError,
    paths,
    visit::{RefusalShown, Submitted, locale, visit},
};
use domain::{
    difference::{Piece, difference},
    draft::DraftName,
};
use leptos::{context::Provider, prelude::*};
use std::sync::{Arc, Mutex};

/// The faults found while the fields were drawn: id, label, what is wrong.
type Faults = Arc<Mutex<Vec<(String, String, String)>>>;

/// What the fields of a form share: what was typed into them before, and the faults found for the summary.
#[derive(Debug, Clone)]
pub(super) struct FormState {
    refused: Option<Submitted>,
    draft: Option<Draft>,
    /// Keeps ids apart when a page holds several forms.
    prefix: String,
    faults: Faults,
}

impl FormState {
    pub(super) fn current() -> Self {
        use_context().expect("a field stands inside a Form")
    }

    /// Everything that was typed before the refusal, or kept as a draft.
    fn typed(&self) -> Option<&[(String, String)]> {
        let refused = self.refused.as_ref().map(|refused| refused.values.as_slice());
        refused.or_else(|| self.draft.as_ref().map(|draft| draft.fields.as_slice()))
    }

    /// What was typed before, else `initial`.
    pub(super) fn value(&self, name: &str, initial: &str) -> String {
        match self.typed().map(|typed| typed.iter().find(|(key, _)| key == name)) {
            Some(Some((_, value))) => value.clone(),
            // A field that the draft does not know came later.
            Some(None) if self.refused.is_some() => String::new(),
            _ => initial.to_owned(),
        }
    }

    /// The values ticked under `name` before; none when nothing was typed.
    pub(super) fn ticks(&self, name: &str) -> Option<Vec<String>> {
        let ticked = |typed: &[(String, String)]| {
            typed.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
        };
        self.typed().map(ticked)
    }

    /// Whether a tick was set before, else `initial`.
    pub(super) fn ticked(&self, name: &str, value: &str, initial: bool) -> bool {
        self.ticks(name).map_or(initial, |ticks| ticks.iter().any(|tick| tick == value))
    }

    /// What a hidden field sends: a draft was written over the version that it names, not over the newest.
    pub(super) fn hidden(&self, name: &str, initial: String) -> String {
        let seen = self.draft.as_ref().and_then(|draft| draft.fields.iter().find(|(key, _)| key == name));
        seen.map_or(initial, |(_, value)| value.clone())
    }

    /// After a conflict, what changes from the stored text to the one typed; none where both agree or nothing is stored.
    pub(super) fn since(&self, name: &str, stored: &str) -> Option<Vec<Piece>> {
        let refused = self.refused.as_ref().filter(|refused| refused.error == AppError::Conflict)?;
        let (_, typed) = refused.values.iter().find(|(key, _)| key == name)?;
        // Browsers send line ends of their own.
        let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let (stored, typed) = (plain(stored), plain(typed));
        (!stored.is_empty() && stored != typed).then(|| difference(&stored, &typed))
    }

    /// Whether the form was sent and is shown again.
    pub(super) fn was_refused(&self) -> bool {
        self.refused.is_some()
    }

    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What is wrong with a field, noted for the summary under its `label`.
    pub(super) fn fault(&self, name: &str, label: &str) -> Option<String> {
        self.fault_at(self.id(name), name, label)
    }

    /// What is wrong with a field whose control has an `id` of its own, to which the summary leads.
    pub(super) fn fault_at(&self, id: String, name: &str, label: &str) -> Option<String> {
        let l = locale();
        let words = match &self.refused.as_ref()?.error {
            AppError::Invalid(errors) => fault_words(l, errors.of(name)?),
            AppError::StepRefused(refused) => {
                blocker_words(l, refused.blockers.iter().find(|blocker| blocker.field() == Some(name))?)
            }
            _ => return None,
        };
        self.faults.lock().expect("no holder of the list panics").push((id, label.to_owned(), words.clone()));
        Some(words)
    }
}

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
    children: Children,
) -> impl IntoView {
    let visit = visit();
    let refused = visit.submitted.as_ref().filter(|sent| is_form(sent, to, &key)).cloned();
    let name = visit.me.as_ref().and_then(|_| draft::name_of(to, &key, &visit.path));
    let shape = Shape { to, key, files, class, from: paths::encode(&visit.path), page: visit.path.clone() };
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

/// How a form is sent.
struct Shape {
    to: &'static str,
    key: String,
    files: bool,
    class: String,
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
    let Shape { to, key, files, class, from, page } = shape;
    let prefix = if key.is_empty() { String::new() } else { format!("{key}-") };
    let restored = name.clone().zip(draft.as_ref().map(|draft| draft.saved_at));
    let restored = restored.map(|(name, at)| view! { <Restored name at from=from.clone()/> });
    let state = FormState { refused: refused.clone(), draft, prefix, faults: Arc::default() };
    let faults = Arc::clone(&state.faults);
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
                let summary = refused.map(|refused| summary(&refused.error, &faults));
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
    children: Children,
) -> impl IntoView {
    let open = visit().submitted.as_ref().is_some_and(|sent| is_form(sent, to, &key));
    view! {
        <details class="more" open=open>
            <summary>{words}</summary>
            {children()}
        </details>
    }
}

/// What went wrong, on top of the form, linked to each field.
fn summary(error: &AppError, faults: &Faults) -> impl IntoView + use<> {
    RefusalShown::note();
    let faults = faults.lock().expect("no holder of the list panics").clone();
    let rows = faults
        .iter()
        .map(|(id, label, words)| view! { <li><a href=format!("#{id}")>{format!("{label}: {words}")}</a></li> })
        .collect_view();
    let reasons =
        error_words(locale(), error).into_iter().filter(|reason| faults.iter().all(|(.., words)| words != reason));
    reasons_below(rows.into_any(), reasons.collect())
}
