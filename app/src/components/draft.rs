//! What a form says about its draft.

use crate::{
    api::drafts::DiscardDraft,
    format::{day_of, hour, rome_day},
    i18n::*,
    islands::DraftKeeper,
    visit::{locale, visit},
};
use chrono::{DateTime, Utc};
use domain::draft::DraftName;
use leptos::{prelude::*, server_fn::ServerFn};

/// Says that the form below shows a draft, with the button that throws it away: a form of its own, so that Enter in a
/// field never presses it.
#[component]
pub(super) fn Restored(
    name: DraftName,
    at: DateTime<Utc>,
    /// The page that holds it, percent-encoded.
    from: String,
) -> impl IntoView {
    let l = locale();
    let when = match rome_day(at) == rome_day(visit().now) {
        true => td_string!(l, draft.today, hour = hour(at)),
        false => td_string!(l, draft.on_day, day = day_of(at), hour = hour(at)),
    };
    view! {
        <form method="post" action=format!("{}?da={from}", DiscardDraft::PATH) class="alert alert-info draft-note">
            <p>{td_string!(l, draft.restored, when = when)}</p>
            <input type="hidden" name="draft" value=name.to_string()/>
            <button type="submit" class="btn btn-outline-primary btn-sm">{td_string!(l, draft.discard).to_string()}</button>
        </form>
    }
}

/// What keeps the form around it while somebody types.
pub(super) fn keeper(name: DraftName) -> impl IntoView {
    let l = locale();
    view! {
        <DraftKeeper
            form=name.to_string()
            saved=td_string!(l, draft.saved).to_string()
            failed=td_string!(l, draft.failed).to_string()
            retry=td_string!(l, draft.retry).to_string()
        />
    }
}
