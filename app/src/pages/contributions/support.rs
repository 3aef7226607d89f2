//! Standing behind a proposal: supporting it, following it.

use crate::{
    api::contributions::{Follow, Support},
    components::{BirthField, Fold, Form, Hidden, KnownEnough, Submit, Value, refusal},
    contract::contributions::ContributionView,
    i18n::*,
    islands::{SupportButton, SupportWords},
    notice::Notice,
    paths,
    visit::{RefusalShown, locale, visit},
};
use domain::{id::ContributionId, identification::Activity};
use leptos::{prelude::*, server_fn::ServerFn};

/// Support and follow, as far as this visitor may; and why a support was refused.
pub(super) fn actions(view: &ContributionView) -> AnyView {
    let l = locale();
    let visit = visit();
    // Who has yet to declare an age sends a form, which says itself why it was refused.
    let ask_age = view.ask_age.filter(|_| !view.supported);
    let refused = visit.submitted.as_ref().filter(|sent| sent.to == Support::PATH && ask_age.is_none()).map(|sent| {
        RefusalShown::note();
        refusal(&sent.error)
    });
    let count = td_string!(l, contribution.n_supports, count = view.supports);
    let support = match (&visit.me, view.slot.open) {
        (Some(_), true) => match ask_age {
            Some(age) => view! {
                <span class="count">{count}</span>
                <FirstSupport id=view.id age words=td_string!(l, contribution.support) key=KEY kind="btn-primary"/>
            }
            .into_any(),
            None => view! {
                <SupportButton
                    id=view.id.to_string() from=paths::encode(&visit.path) count=view.supports mine=view.supported
                    words=support_words(l)
                />
            }
            .into_any(),
        },
        (None, true) => view! {
            <span class="count">{count}</span>
            <a class="btn btn-primary" href=paths::sign_in(&visit.path)>{td_string!(l, contribution.sign_in_to_support).to_string()}</a>
        }
        .into_any(),
        (_, false) => view! { <span class="count">{count}</span> }.into_any(),
    };
    let follow = visit.me.is_some().then(|| {
        let (id, on) = (view.id.to_string(), if view.following { "no" } else { "si" });
        let label =
            if view.following { td_string!(l, contribution.unfollow) } else { td_string!(l, contribution.follow) };
        view! {
            <Form to=Follow::PATH class="inline-form">
                <Hidden name="id" value=id/>
                <Hidden name="on" value=on/>
                <Submit label kind="btn-outline-primary"/>
            </Form>
        }
    });
    let known = (visit.me.is_some() && view.slot.open).then(|| view! { <KnownEnough activity=Activity::Contribute/> });
    view! { {refused}{known}<div class="cluster form-actions">{support}{follow}</div> }.into_any()
}

/// Keeps its fields apart from those of the comment below.
const KEY: &str = "sostegno";

/// The first support of who has yet to declare an age: asked for once, and not before somebody wants to support.
#[component]
pub(super) fn FirstSupport(
    id: ContributionId,
    age: u8,
    #[prop(into)] words: String,
    #[prop(into)] key: String,
    kind: &'static str,
    #[prop(optional_no_strip, into)] of: Option<Value>,
) -> impl IntoView {
    view! {
        <Fold words to=Support::PATH key=key.clone() of=of.clone() kind=kind>
            <Form to=Support::PATH key class="narrow">
                <Hidden name="id" value=id.to_string()/>
                <Hidden name="on" value="si"/>
                <BirthField age/>
                <Submit label=td_string!(locale(), contribution.support_confirm) kind of/>
            </Form>
        </Fold>
    }
}

fn support_words(l: Locale) -> SupportWords {
    SupportWords {
        add: td_string!(l, contribution.support).to_string(),
        withdraw: td_string!(l, contribution.withdraw_support).to_string(),
        added: Notice::Supported.words(l),
        withdrawn: Notice::SupportWithdrawn.words(l),
        total: td_string!(l, contribution.supports_now).to_string(),
    }
}
