//! The agreement of a path, for everybody.

use super::{
    parties::{Parties, Standing},
    text::{Fingerprint, TextOf},
    words::state_words,
};
use crate::{
    components::{Empty, Page, Prose, load, path_crumbs},
    contract::{agreements::EarlierText, use_cases},
    format,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AgreementPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.agreement_of(slug).await }, move |found| {
        let slug = found.path.slug.clone();
        let manage = found.may_write.then(|| view! {
            <p><a class="btn btn-outline-primary" href=paths::path_agreement_work(&slug)>{td_string!(l, agreement.manage)}</a></p>
        });
        let content = match found.current {
            None => view! { <Empty words=td_string!(l, agreement.empty)/> }.into_any(),
            Some(text) => {
                let href = paths::agreement_text(&slug, text.version);
                let earlier = found.earlier.into_iter().map(|text| earlier(l, &slug, text)).collect::<Vec<_>>();
                let earlier = (!earlier.is_empty()).then(|| {
                    view! {
                        <section class="section" aria-labelledby="precedenti">
                            <h2 id="precedenti">{td_string!(l, agreement.earlier)}</h2>
                            {earlier}
                        </section>
                    }
                });
                view! {
                    {found.standing.map(|standing| view! { <Standing standing/> })}
                    <section class="section" aria-labelledby="parti">
                        <h2 id="parti">{td_string!(l, agreement.parties)}</h2>
                        <Parties rows=found.parties/>
                    </section>
                    <TextOf text href/>
                    {earlier}
                }
                .into_any()
            }
        };
        let (title, crumbs) = (found.path.title.clone(), path_crumbs(&found.path.title, &slug));
        view! {
            <Page title=td_string!(l, agreement.agreement) of=title crumbs>
                <p class="page-lead">{td_string!(l, agreement.lead)}</p>
                <ProgressBox/>
                {manage}
                {content}
            </Page>
        }
    })
}

fn earlier(l: Locale, slug: &str, found: EarlierText) -> impl IntoView + use<> {
    let text = found.text;
    let signed = found.signatures.into_iter().map(|one| {
        let (state, tone) = state_words(l, one.state, None);
        view! { <li><span lang=content_lang()>{one.organisation}</span>": "<span class=tone>{state}</span>" "{format::date(one.on)}</li> }
    });
    let signed = signed.collect_view();
    let day = text.frozen_at.map(format::day_of).unwrap_or_default();
    let href = paths::agreement_text(slug, text.version);
    view! {
        <details class="more">
            <summary>{td_string!(l, agreement.earlier_version, version = text.version, day = day)}</summary>
            <h3 class="h5">{td_string!(l, agreement.earlier_signed)}</h3>
            <ul class="plain-list">{signed}</ul>
            <div class="document"><Prose source=text.text/></div>
            <Fingerprint sha256=text.sha256.to_string() href/>
        </details>
    }
}
