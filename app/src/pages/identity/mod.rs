//! Identity providers of a tenant.

mod fields;
mod list;
mod needs;
mod new;
mod one;

pub(crate) use list::IdentityProvidersPage;
pub(crate) use needs::NeedsPage;
pub(crate) use new::NewIdentityProviderPage;
pub(crate) use one::IdentityProviderPage;

use crate::{
    components::{Crumb, Facts, work_home},
    contract::identity_providers::ClientAddresses,
    i18n::*,
    paths,
    visit::locale,
};
use leptos::prelude::*;

/// The way to a page below the list.
fn crumbs() -> Vec<Crumb> {
    let mut crumbs = work_home();
    crumbs.push(Crumb::new(td_string!(locale(), identity.title), paths::IDENTITY_PROVIDERS));
    crumbs
}

/// What the provider asks for.
fn to_give(addresses: ClientAddresses) -> impl IntoView {
    let l = locale();
    let rows = vec![
        (td_string!(l, identity.redirect).to_string(), addresses.redirect),
        (td_string!(l, identity.signed_out).to_string(), addresses.signed_out),
        (td_string!(l, identity.back_channel).to_string(), addresses.back_channel.unwrap_or_default()),
        (td_string!(l, identity.keys).to_string(), addresses.keys.unwrap_or_default()),
    ];
    view! {
        <section class="section" aria-labelledby="indirizzi">
            <h2 id="indirizzi">{td_string!(l, identity.to_give)}</h2>
            <p>{td_string!(l, identity.to_give_lead)}</p>
            <Facts rows/>
        </section>
    }
}
