//! What those who keep an action do with it: move it, and word it while the agenda is a draft.

use crate::{
    api::action_sheets::{EditAction, MoveAction},
    components::{Form, Hidden, SelectField, Submit, TextArea, TextField},
    contract::action_sheets::ActionView,
    i18n::*,
    visit::locale,
    wording::action::step_words,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The forms that the person may send; nothing for everybody else.
pub(super) fn desk(found: &ActionView) -> impl IntoView + use<> {
    let l = locale();
    let (moving, wording) = (moving(found), wording(found));
    (moving.is_some() || wording.is_some()).then(|| {
        view! {
            <section class="section" aria-labelledby="lavoro">
                <h2 id="lavoro">{td_string!(l, action.desk)}</h2>
                {moving}
                {wording}
            </section>
        }
    })
}

fn moving(found: &ActionView) -> Option<AnyView> {
    let l = locale();
    if found.steps.is_empty() {
        return None;
    }
    let options: Vec<_> = found.steps.iter().map(|step| (step.code().to_owned(), step_words(l, *step))).collect();
    let (code, version) = (found.code.clone(), found.version.to_string());
    Some(
        view! {
            <section class="side-box" aria-labelledby="sposta">
                <h3 id="sposta">{td_string!(l, action.move_title)}</h3>
                <Form to=MoveAction::PATH key="situazione">
                    <Hidden name="code" value=code/>
                    <Hidden name="version" value=version/>
                    <SelectField name="step" label=td_string!(l, action.step) options ask=true/>
                    <TextArea name="reason" label=td_string!(l, action.reason) hint=td_string!(l, action.reason_hint).to_string() sometimes=true max=2_000 rows=3/>
                    <Submit label=td_string!(l, action.move_it)/>
                </Form>
            </section>
        }
        .into_any(),
    )
}

fn wording(found: &ActionView) -> Option<AnyView> {
    let l = locale();
    if !found.may_edit {
        return None;
    }
    let (code, version) = (found.code.clone(), found.version.to_string());
    let words = found.words.clone();
    Some(
        view! {
            <section class="section" aria-labelledby="testo">
                <h3 id="testo">{td_string!(l, action.edit_title)}</h3>
                <p class="muted">{td_string!(l, action.edit_lead)}</p>
                <Form to=EditAction::PATH key="testo">
                    <Hidden name="code" value=code/>
                    <Hidden name="version" value=version/>
                    <TextField name="title" label=td_string!(l, action.title) value=words.title max=160/>
                    <TextArea name="text" label=td_string!(l, action.text) value=words.text max=8_000 rows=10/>
                    <Submit label=td_string!(l, common.save)/>
                </Form>
            </section>
        }
        .into_any(),
    )
}
