//! How an organisation proposes itself.

use crate::{
    api::organs::ApplyToOrgan,
    components::{Form, Hidden, KnownEnough, SelectField, Submit, TextArea, TextField, organ_words::kind_options},
    i18n::*,
    paths,
    visit::{locale, visit},
};
use domain::{id::OrganId, identification::Activity, party::PartyKind};
use leptos::{prelude::*, server_fn::ServerFn};

/// The form, or the way to sign in; opened again when it was refused.
pub(super) fn apply(organ: OrganId, key: &'static str) -> impl IntoView {
    let l = locale();
    let visit = visit();
    let lead = view! { <p>{td_string!(l, organ.apply_lead)}</p> };
    let refused = visit.submitted.as_ref().is_some_and(|sent| sent.to == ApplyToOrgan::PATH);
    let content = if visit.me.is_none() {
        let to = paths::sign_in(visit.path.split('?').next().unwrap_or_default());
        view! { <p><a class="btn btn-outline-primary" href=to>{td_string!(l, organ.apply_sign_in)}</a></p> }.into_any()
    } else {
        view! {
            <KnownEnough activity=Activity::Binding/>
            <Form to=ApplyToOrgan::PATH key=key class="narrow">
                <Hidden name="organ" value=organ.to_string()/>
                <TextField name="organisation" label=td_string!(l, organ.organisation) max=160/>
                <SelectField name="kind" label=td_string!(l, organ.kind) options=kind_options(l, PartyKind::may_apply) ask=true/>
                <TextField name="category" label=td_string!(l, organ.category) hint=td_string!(l, organ.category_hint).to_string() max=80/>
                <TextArea name="why" label=td_string!(l, organ.why) max=2_000/>
                <Submit label=td_string!(l, organ.apply_button)/>
            </Form>
        }
        .into_any()
    };
    view! {
        <details class="more" open=refused>
            <summary>{td_string!(l, organ.apply)}</summary>
            {lead}
            {content}
        </details>
    }
}
