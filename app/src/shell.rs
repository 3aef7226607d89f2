//! The document around every page: head, header, main, footer.

use crate::{
    i18n::*,
    paths,
    routes::Pages,
    visit::{content_lang, locale, visit},
};
use domain::tenant::TenantKind;
use leptos::prelude::*;
use leptos_meta::{Meta, MetaTags, Title, provide_meta_context};

/// The whole document.
pub fn shell() -> impl IntoView {
    provide_meta_context();
    let visit = visit();
    let language = visit.locale.as_str();
    let accent = format!(":root{{--accent:{}}}", visit.place.accent);
    let nonce = leptos::nonce::use_nonce();
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=visit.assets.style.clone()/>
                <style nonce=nonce.clone()>{accent}</style>
                <MetaTags/>
                <script type="module" id="boot" src="/boot.js" data-script=visit.assets.script.clone() data-wasm=visit.assets.wasm.clone() nonce=nonce.clone()></script>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Every page of the host that was asked for.
#[component]
fn App() -> impl IntoView {
    let visit = visit();
    let l = locale();
    let name = visit.place.name.clone();
    let formatter = move |title: String| {
        let title = if title == name { title } else { format!("{title} · {name}") };
        title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    };
    let picture = visit.place.logo.as_ref().map(|logo| {
        view! { <Meta property="og:image" content=format!("{}{}", visit.place.origin, paths::logo(logo))/> }
    });
    view! {
        <Title formatter/>
        <Meta property="og:site_name" content=visit.place.name.clone()/>
        <Meta property="og:type" content="website"/>
        {picture}
        <a class="skip-link visually-hidden-focusable" href="#contenuto">{td_string!(l, common.skip).to_string()}</a>
        <Header/>
        <main id="contenuto" class="container py-4"><Pages/></main>
        <Footer/>
    }
}

#[component]
fn Header() -> impl IntoView {
    let visit = visit();
    let l = locale();
    let other = match l {
        Locale::it => Locale::en,
        Locale::en => Locale::it,
    };
    // The browser itself tells the server of a page whose address is a key.
    let page = (!paths::is_keyed(&visit.path)).then(|| format!("?da={}", paths::encode(&visit.path)));
    let switch = format!("/lingua/{}{}", other.as_str(), page.unwrap_or_default());
    let person = match &visit.me {
        // On the platform's own host nobody proposes, so there is no space to go to.
        Some(me) => view! {
            {if visit.place.kind == TenantKind::Platform {
                view! { <span>{me.name.clone()}</span> }.into_any()
            } else {
                view! {
                    <span class="d-none d-md-inline">{me.name.clone()}</span>
                    <a href=paths::MY_SPACE>{td_string!(l, space.space)}</a>
                }.into_any()
            }}
            <form method="post" action="/api/people/sign-out" class="d-inline">
                <button type="submit" class="btn btn-link btn-sm">{td_string!(l, common.sign_out).to_string()}</button>
            </form>
        }
        .into_any(),
        None => {
            view! { <a href=paths::sign_in(&visit.path)>{td_string!(l, common.sign_in).to_string()}</a> }.into_any()
        }
    };
    let logo = visit.place.logo.as_ref().map(|logo| {
        view! { <img class="site-logo" src=paths::logo(logo) alt="" width="56" height="56"/> }
    });
    view! {
        <header class="site-header">
            <div class="site-header-top container">
                <a class="site-name" href=paths::HOME lang=content_lang()>{logo}<span>{visit.place.name.clone()}</span></a>
                <div class="site-person">
                    <a href=switch hreflang=other.as_str() lang=other.as_str()>{td_string!(other, common.language).to_string()}</a>
                    {person}
                </div>
            </div>
            <nav class="site-nav container" aria-label=td_string!(l, common.main_menu).to_string()>
                <ul>{menu()}</ul>
            </nav>
        </header>
    }
}

/// The entries of the main menu, by kind of host and by what the person may do.
fn menu() -> Vec<AnyView> {
    let visit = visit();
    let l = locale();
    let path = visit.path.split('?').next().unwrap_or_default().to_owned();
    let entries = crate::routes::menu(&visit);
    let leads_here = |href: &str| href == path || (href != paths::HOME && path.starts_with(&format!("{href}/")));
    // The nearest entry alone is current: a queue within the work pages is not both.
    let here = entries.iter().map(|(_, href)| href).filter(|href| leads_here(href));
    let nearest = here.max_by_key(|href| href.len()).cloned();
    entries
        .into_iter()
        .map(|(words, href)| {
            let here = nearest.as_ref() == Some(&href);
            view! { <li><a href=href aria-current=here.then_some("page")>{words(l)}</a></li> }.into_any()
        })
        .collect()
}

#[component]
fn Footer() -> impl IntoView {
    let visit = visit();
    let l = locale();
    view! {
        <footer class="site-footer">
            <div class="container">
                <p lang=content_lang()>{visit.place.name.clone()}</p>
                <ul class="list-inline">
                    <li class="list-inline-item"><a href=paths::PRIVACY>{td_string!(l, common.privacy).to_string()}</a></li>
                    <li class="list-inline-item"><a href=paths::LEGAL_NOTES>{td_string!(l, common.legal_notes).to_string()}</a></li>
                    <li class="list-inline-item"><a href=paths::ACCESSIBILITY>{td_string!(l, common.accessibility).to_string()}</a></li>
                </ul>
                {visit.demo.then(|| view! { <p class="small">{td_string!(l, common.demo_note).to_string()}" "<a href=paths::DEV_MAIL>{td_string!(l, common.kept_mail).to_string()}</a></p> })}
            </div>
        </footer>
    }
}
