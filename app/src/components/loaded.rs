//! What a page shows while and after its data are read.

use super::{
    page::Page,
    words::{error_words, role_words},
};
use crate::{
    contract::use_cases,
    error::{AppError, Outcome},
    i18n::*,
    paths, respond,
    visit::{locale, visit},
};
use domain::{policy::holders, role::Role};
use leptos::{prelude::*, tachys::reactive_graph::OwnedView};

/// Shows `fetch`'s value with `show`, or what went wrong, with the right status.
pub fn load<T, V>(
    fetch: impl Future<Output = Outcome<T>> + Send + 'static,
    show: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match fetch.await {
            // Drawn under the owner it was made under: what is read late still finds where the page's head is gathered.
            Ok(value) => OwnedView::new(show(value).into_any()).into_any(),
            Err(error) => OwnedView::new(view! { <ErrorView error/> }).into_any(),
        }
    })
}

/// A page that says what went wrong and where to go from here.
#[component]
pub fn ErrorView(error: AppError) -> impl IntoView {
    let l = locale();
    respond::status_of(&error);
    let title = match error {
        AppError::NotFound => td_string!(l, common.not_found_title).to_string(),
        AppError::SignInRequired => td_string!(l, common.sign_in).to_string(),
        _ => td_string!(l, common.error_title).to_string(),
    };
    let (href, label) = if error == AppError::SignInRequired {
        (paths::sign_in(&visit().path), td_string!(l, common.sign_in).to_string())
    } else {
        (paths::HOME.to_owned(), td_string!(l, common.to_home).to_string())
    };
    let reasons = error_words(l, &error).into_iter().map(|words| view! { <p class="lead">{words}</p> }).collect_view();
    let who = (error == AppError::Forbidden).then(who_may).flatten();
    // A mailed link that lost a piece on its way is the likeliest reason here.
    let broken =
        (error == AppError::NotFound && paths::is_keyed(&visit().path)).then(|| view! { <p>{broken_words(l)}</p> });
    view! { <Page title=title>{reasons}{who}{broken}<p><a class="btn btn-primary" href=href>{label}</a></p></Page> }
}

/// Why a mailed link leads nowhere: it lost a piece, or it is another person's.
fn broken_words(l: Locale) -> &'static str {
    let other = visit().me.is_some() && paths::leads_on(&visit().path);
    if other { td_string!(l, common.other_address) } else { td_string!(l, common.broken_link) }
}

/// Who may do what was refused, where that is known; who holds such a role elsewhere reads nothing that seems wrong.
fn who_may() -> Option<impl IntoView> {
    let l = locale();
    let roles: Vec<Role> = holders(use_cases().ok()?.refused()?).collect();
    let visit = visit();
    let held = visit.me.as_ref().is_some_and(|me| me.roles.iter().any(|role| roles.contains(role)));
    let names: Vec<_> = roles.into_iter().map(|role| role_words(l, role)).collect();
    (!held && !names.is_empty()).then(|| view! { <p>{td_string!(l, common.who_may, roles = names.join(", "))}</p> })
}
