//! A proposal that not everybody reads: what stands instead of it, and what its author and the moderators are told.

use crate::{
    components::{Crumb, Page, contribution_words::ground_words},
    contract::contributions::{Hiding, Withheld},
    i18n::*,
    pages::process::ProgressInShort,
    paths, respond,
    visit::locale,
};
use leptos::prelude::*;

/// Instead of a hidden proposal: that it is hidden and on what ground, with neither its words nor its author.
pub(super) fn hidden_page(withheld: Withheld) -> impl IntoView {
    let l = locale();
    respond::status(http::StatusCode::GONE);
    let Withheld { process, ground } = withheld;
    let why = ground.map(|ground| {
        view! { <p>{td_string!(l, contribution.withheld_ground, ground = ground_words(l, ground))}</p> }
    });
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::content(process.title, paths::contributions_of(&process.slug)),
    ];
    view! {
        <Page title=td_string!(l, contribution.withheld) crumbs>
            <p class="lead">{td_string!(l, contribution.withheld_lead).to_string()}</p>
            {why}
            <p>{td_string!(l, contribution.withheld_rules).to_string()} " "<a href=paths::LEGAL_NOTES>{td_string!(l, common.legal_notes).to_string()}</a></p>
            <p><a href=paths::MODERATION_REGISTER>{td_string!(l, moderation.register).to_string()}</a></p>
            <ProgressInShort of=process.slug/>
        </Page>
    }
}

/// Why the page is hidden, for those who see it all the same.
pub(super) fn hidden_note(hidden: &Hiding, appeal: Option<String>) -> AnyView {
    let l = locale();
    if hidden.waiting {
        let words = td_string!(l, contribution.waiting_note).to_string();
        return view! { <p class="alert alert-info">{words}</p> }.into_any();
    }
    let appeal = appeal.map(|href| {
        view! { <p class="mt-3 mb-0"><a href=href>{td_string!(l, moderation.appeal_here).to_string()}</a></p> }
    });
    view! {
        <div class="alert alert-warning">
            <p>{td_string!(l, contribution.hidden_note).to_string()}</p>
            {hidden_why(hidden)}
            {appeal}
        </div>
    }
    .into_any()
}

/// The ground and the explanation, for those who may read both.
pub(super) fn hidden_why(hidden: &Hiding) -> impl IntoView + use<> {
    let l = locale();
    hidden.why.as_ref().map(|why| {
        let ground = ground_words(l, why.ground);
        view! { <p class="mb-0">{td_string!(l, contribution.hidden_why, ground = ground, reason = why.reason.to_string())}</p> }
    })
}
