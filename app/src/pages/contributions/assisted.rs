//! Where staff writes down what people without an account said.

use super::rows::slot_words;
use crate::{
    api::assisted::EnterContribution,
    components::{
        Check, Empty, Form, Hidden, Page, SelectField, Submit, TextArea, TextField, contribution_words::channel_words,
        load, work_crumbs,
    },
    contract::{assisted::AssistedDesk, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    visit::locale,
};
use domain::contribution::{BODY_MAX, ContributionChannel, SOURCE_MAX, TITLE_MAX};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AssistedPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.assisted_desk(slug).await }, page)
}

fn page(desk: AssistedDesk) -> impl IntoView {
    let l = locale();
    let crumbs = work_crumbs(&desk.process.title, &desk.process.slug);
    let slot = slot_words(l, desk.slot);
    let of = desk.process.title.clone();
    let content = if !desk.slot.open {
        ().into_any()
    } else if desk.tables.is_empty() {
        view! { <Empty words=td_string!(l, contribution.assisted_no_tables)/> }.into_any()
    } else {
        form(desk).into_any()
    };
    view! {
        <Page title=td_string!(l, contribution.assisted) of crumbs>
            <p class="page-lead lead">{td_string!(l, contribution.assisted_lead).to_string()}</p>
            <ProgressBox/>
            <p class="muted">{slot}</p>
            {content}
        </Page>
    }
}

fn form(desk: AssistedDesk) -> impl IntoView {
    let l = locale();
    let none = || (String::new(), td_string!(l, contribution.choose).to_string());
    let channels = ContributionChannel::ASSISTED;
    let channels = channels.iter().map(|channel| (channel.code().to_owned(), channel_words(l, *channel)));
    let channels = std::iter::once(none()).chain(channels).collect();
    let tables = desk.tables.iter().map(|table| (table.id.to_string(), table.name.clone()));
    let tables = std::iter::once(none()).chain(tables).collect();
    view! {
        <Form to=EnterContribution::PATH class="form">
            <Hidden name="once" value=desk.once/>
            <SelectField name="channel" label=td_string!(l, contribution.assisted_channel) options=channels/>
            <TextField
                name="source" label=td_string!(l, contribution.assisted_source) max=SOURCE_MAX
                hint=td_string!(l, contribution.assisted_source_hint).to_string()
            />
            <SelectField name="table" label=td_string!(l, contribution.table) options=tables content=true/>
            <TextField
                name="title" label=td_string!(l, contribution.title)
                hint=td_string!(l, contribution.title_hint).to_string() max=TITLE_MAX
            />
            <TextArea
                name="body" label=td_string!(l, contribution.body) rows=10 max=BODY_MAX
                hint=td_string!(l, contribution.assisted_body_hint).to_string()
            />
            <TextField
                name="place" label=td_string!(l, contribution.place)
                hint=td_string!(l, contribution.place_hint).to_string() max=120 optional=true
            />
            <Check name="agreed" label=td_string!(l, contribution.assisted_agreed)/>
            <Check name="another" label=td_string!(l, contribution.assisted_another)/>
            <Submit label=td_string!(l, contribution.assisted_send)/>
        </Form>
    }
}
