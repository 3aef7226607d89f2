//! The mail that the demo keeps instead of sending.

use crate::{
    components::{Empty, Page, load},
    contract::use_cases,
    i18n::*,
    visit::locale,
};
use leptos::prelude::*;

#[component]
pub(crate) fn KeptMailPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.kept_mail().await }, move |mails| {
        let empty = mails.is_empty().then(|| view! { <Empty words=td_string!(l, people.no_mail)/> });
        let rows = mails
            .into_iter()
            .map(|mail| {
                view! {
                    <li class="card mb-3">
                        <div class="card-body">
                            <h2 class="h5">{mail.subject}</h2>
                            <p class="small">{format!("{} · {}", mail.to, mail.at)}</p>
                            <pre>{mail.body}</pre>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! { <Page title=td_string!(l, people.kept_mail)>{empty}<ul class="list-unstyled">{rows}</ul></Page> }
    })
}
