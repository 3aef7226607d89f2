//! Where a process is created.

use crate::{
    api::process::CreateProcess,
    components::{Form, Page, SelectField, Submit, TextArea, TextField, load, process_words, work_home},
    contract::use_cases,
    i18n::*,
    visit::locale,
};
use domain::pack;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn NewProcessPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.process_choices().await }, move |choices| {
        let packs =
            pack::catalogue().iter().map(|pack| (pack.key.clone(), process_words::text(l, &pack.name))).collect();
        let nobody = (String::new(), td_string!(l, process.owner_later).to_string());
        let people = choices.people.into_iter().map(|(id, name)| (id.to_string(), name));
        let people = std::iter::once(nobody).chain(people).collect();
        view! {
            <Page title=td_string!(l, process.new_path) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, process.new_lead)}</p>
                <Form to=CreateProcess::PATH class="narrow">
                    <TextField name="title" label=td_string!(l, process.title) max=200/>
                    <TextField
                        name="slug" label=td_string!(l, process.slug) hint=td_string!(l, process.slug_hint).to_string()
                        max=60 optional=true
                    />
                    <TextArea
                        name="summary" label=td_string!(l, process.summary) hint=td_string!(l, process.summary_hint).to_string()
                        max=800 rows=4 optional=true
                    />
                    <SelectField name="pack" label=td_string!(l, process.pack) value=choices.pack options=packs/>
                    <SelectField name="owner" label=td_string!(l, process.owner) options=people/>
                    <Submit label=td_string!(l, process.create)/>
                </Form>
            </Page>
        }
    })
}
