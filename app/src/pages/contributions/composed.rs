//! That a proposal was composed from others: how many people are behind them, and taking that back.

use crate::{
    api::combining::TakeBack,
    components::{Fold, Form, Hidden, Submit, TextArea, blocker_words},
    contract::contributions::ContributionView,
    i18n::*,
    visit::locale,
};
use domain::reason::REASON_MAX;
use leptos::{prelude::*, server_fn::ServerFn};

/// How many people wrote or supported what it was composed from: their supports stay there.
pub(super) fn people_behind(view: &ContributionView) -> impl IntoView + use<> {
    let l = locale();
    view.people_behind.map(|count| view! { <p>{td_string!(l, combine.people_behind, count = count)}</p> })
}

/// For who composes proposals: the form that takes this back, or why that cannot be done.
pub(super) fn take_back(view: &ContributionView) -> Option<AnyView> {
    let l = locale();
    let blockers = view.take_back.as_ref()?;
    if !blockers.is_empty() {
        let why = blockers.iter().map(|one| view! { <li>{blocker_words(l, one)}</li> }).collect_view();
        let lead = td_string!(l, combine.too_late).to_string();
        return Some(view! { <p class="muted mb-1">{lead}</p><ul class="muted">{why}</ul> }.into_any());
    }
    let id = view.id.to_string();
    let fold = view! {
        <Fold words=td_string!(l, combine.take_back) to=TakeBack::PATH>
            <p>{td_string!(l, combine.take_back_lead).to_string()}</p>
            <Form to=TakeBack::PATH class="form">
                <Hidden name="id" value=id/>
                <TextArea
                    name="reason" label=td_string!(l, contribution.reason) max=REASON_MAX rows=3
                    hint=td_string!(l, combine.take_back_hint).to_string()
                />
                <Submit label=td_string!(l, combine.take_back_send) kind="btn-danger"/>
            </Form>
        </Fold>
    };
    Some(fold.into_any())
}
