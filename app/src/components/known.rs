//! What is missing where somebody must be known more surely to act.

use crate::{error::AppError, i18n::*, paths, visit::visit, wording::identity::assurance_words};
use domain::{assurance::Assurance, identification::Activity};
use leptos::prelude::*;

/// Says, to who is known less surely than `activity` needs here, which level is needed and where to sign in again;
/// nothing to everybody else.
#[component]
pub fn KnownEnough(activity: Activity) -> impl IntoView {
    let visit = visit();
    let l = visit.locale;
    visit.lacks(activity).map(|needed| {
        view! {
            <div class="alert alert-warning">
                <p>{td_string!(l, identity.lacking, level = assurance_words(l, needed))}</p>
                <p class="mb-0">{again(needed)}</p>
            </div>
        }
    })
}

/// The way on for who was refused because they are known too little; nothing after another refusal.
pub(super) fn way_on(error: &AppError) -> Option<impl IntoView + use<>> {
    let AppError::StepRefused(refused) = error else { return None };
    refused.level_needed().map(|needed| view! { <p class="mb-0 mt-2">{again(needed)}</p> })
}

fn again(needed: Assurance) -> impl IntoView {
    let visit = visit();
    let href = paths::sign_in_surely(&visit.path, needed);
    view! { <a href=href>{td_string!(visit.locale, identity.sign_in_more_surely).to_string()}</a> }
}
