//! The action of a decided proposal: the one that is there, or the button that makes it.

use super::became;
use crate::{
    api::action_sheets::MakeAction,
    components::{Form, Hidden, Submit},
    contract::outcome::{DecidedProposal, OutcomeView},
    i18n::*,
    visit::locale,
};
use domain::action_sheet::Making;
use leptos::{prelude::*, server_fn::ServerFn};

/// What stands below a decision that was published.
pub(super) fn action(view: &OutcomeView, one: &DecidedProposal) -> Option<AnyView> {
    let l = locale();
    if let Some(code) = &one.action {
        return Some(became(code).into_any());
    }
    let never = one.decision.as_ref().is_none_or(|made| Making::of(made.decision) == Making::Never);
    if never || !view.may_make_action {
        return None;
    }
    let (slug, number) = (view.process.slug.clone(), one.number);
    Some(
        view! {
            <p class="muted">{td_string!(l, action.make_hint)}</p>
            <Form to=MakeAction::PATH key=format!("azione-{number}") class="inline-form">
                <Hidden name="slug" value=slug/>
                <Hidden name="number" value=number.to_string()/>
                <Submit kind="btn-outline-primary" label=td_string!(l, action.make)/>
            </Form>
        }
        .into_any(),
    )
}
