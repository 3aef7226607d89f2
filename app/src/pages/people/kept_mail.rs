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
                            <pre>{linked(&mail.body)}</pre>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! { <Page title=td_string!(l, people.kept_mail)>{empty}<ul class="list-unstyled">{rows}</ul></Page> }
    })
}

/// The text with its addresses as links, as the programs that read mail show it.
fn linked(body: &str) -> impl IntoView + use<> {
    let piece = |piece: &str| {
        let address = piece.trim_end();
        let rest = piece[address.len()..].to_owned();
        if address.starts_with("http://") || address.starts_with("https://") {
            view! { <a href=address.to_owned()>{address.to_owned()}</a>{rest} }.into_any()
        } else {
            piece.to_owned().into_any()
        }
    };
    body.split_inclusive(char::is_whitespace).map(piece).collect_view()
}
