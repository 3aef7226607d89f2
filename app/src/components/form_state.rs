//! What the fields of a form share.

use super::words::fault_words;
use crate::{
    components::blocker_words,
    contract::drafts::Draft,
    error::AppError,
    visit::{Submitted, locale},
};
use domain::difference::{Piece, difference};
use leptos::prelude::*;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

/// The faults found while the fields were drawn.
pub(super) type Faults = Arc<Mutex<Vec<FaultLine>>>;

/// A line of the summary: what is wrong, how it is said there, and where it is mended.
#[derive(Debug, Clone)]
pub(super) struct FaultLine {
    pub words: String,
    pub said: String,
    pub href: Option<String>,
}

/// What the fields of a form share: what was typed into them before, and the faults found for the summary.
#[derive(Debug, Clone)]
pub(super) struct FormState {
    pub refused: Option<Submitted>,
    pub draft: Option<Draft>,
    /// Keeps ids apart when a page holds several forms.
    pub prefix: String,
    pub faults: Faults,
    /// Whether something can be typed or chosen in it.
    pub written: Arc<AtomicBool>,
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
        self.written.store(true, Ordering::Relaxed);
        match self.typed().map(|typed| typed.iter().find(|(key, _)| key == name)) {
            Some(Some((_, value))) => value.clone(),
            // A field that the draft does not know came later.
            Some(None) if self.refused.is_some() => String::new(),
            _ => initial.to_owned(),
        }
    }

    /// Whether the form was refused when it was sent by the button with this name and value, or by its only one.
    pub(super) fn refused_by(&self, button: Option<(&str, &str)>) -> bool {
        let sent = |refused: &Submitted| match button {
            Some((name, value)) => refused.values.iter().any(|sent| sent.0 == name && sent.1 == value),
            None => true,
        };
        self.refused.as_ref().is_some_and(sent)
    }

    /// The values ticked under `name` before; none when nothing was typed.
    pub(super) fn ticks(&self, name: &str) -> Option<Vec<String>> {
        self.written.store(true, Ordering::Relaxed);
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
        self.note(words.clone(), format!("{label}: {words}"), Some(format!("#{id}")));
        Some(words)
    }

    /// Notes something that is missing for the summary, with where it is supplied; whether the form was refused, and the
    /// summary says it.
    pub(super) fn is_said(&self, words: &str, href: Option<String>) -> bool {
        let refused = matches!(self.refused.as_ref().map(|sent| &sent.error), Some(AppError::StepRefused(_)));
        if refused {
            self.note(words.to_owned(), words.to_owned(), href);
        }
        refused
    }

    fn note(&self, words: String, said: String, href: Option<String>) {
        self.faults.lock().expect("no holder of the list panics").push(FaultLine { words, said, href });
    }
}

/// `words`, as a link where there is a place to go.
pub(super) fn linked(words: String, href: Option<String>) -> AnyView {
    match href {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words.into_any(),
    }
}
