//! Hiding a text, wherever a moderator meets it.

use crate::{
    api::moderation::Hide,
    components::{Fold, Form, Hidden, SelectField, Submit, TextArea, contribution_words::ground_words},
    contract::moderation::Subject,
    i18n::*,
    visit::locale,
};
use domain::{contribution::HideGround, reason::REASON_MAX};
use leptos::{prelude::*, server_fn::ServerFn};

/// The grounds to choose from.
pub(super) fn grounds() -> Vec<(String, String)> {
    let l = locale();
    let none = (String::new(), td_string!(l, moderation.choose).to_string());
    let grounds = HideGround::ALL.iter().map(|ground| (ground.code().to_owned(), ground_words(l, *ground)));
    std::iter::once(none).chain(grounds).collect()
}

/// A fold with the form that hides a text, reported or not; `place` says where the moderator goes on.
pub(crate) fn hide_fold(subject: Subject, place: &'static str) -> impl IntoView {
    let l = locale();
    let key = format!("nascondi-{}", subject.id());
    let form_key = key.clone();
    view! {
        <Fold words=td_string!(l, moderation.hide_text) to=Hide::PATH key=key>
            <Form to=Hide::PATH key=form_key class="form">
                <Hidden name="kind" value=subject.kind().code()/>
                <Hidden name="id" value=subject.id()/>
                <Hidden name="place" value=place/>
                <SelectField name="ground" label=td_string!(l, moderation.ground) options=grounds()/>
                <TextArea
                    name="reason" label=td_string!(l, moderation.reason) max=REASON_MAX rows=3
                    hint=td_string!(l, moderation.reason_hint).to_string()
                />
                <Submit label=td_string!(l, moderation.hide) kind="btn-danger"/>
            </Form>
        </Fold>
    }
}
