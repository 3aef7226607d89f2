//! What the guarantee committee filed, page by page, and the form for who sits there.

use crate::{
    api::organs::FileRemark,
    components::{
        Badge, Crumb, Empty, Fold, Form, Hidden, Page, Pager, Prose, SelectField, Submit, TextArea, TextField, load,
        organ_words::{remark_options, remark_words},
        path_crumbs,
    },
    contract::{
        organs::{RemarkRow, Remarks},
        use_cases,
    },
    format::day_of,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::{
    id::MemberId,
    remark::{TEXT_MAX, TITLE_MAX},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn RemarksPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    load(async move { server?.remarks(slug, after).await }, show)
}

fn show(found: Remarks) -> impl IntoView {
    let l = locale();
    let (title, slug) = (found.path.title, found.path.slug);
    let mut crumbs = path_crumbs(&title, &slug);
    crumbs.push(Crumb::new(td_string!(l, organ.who_does_what), paths::who_does_what(&slug)));
    let empty = found.filed.rows.is_empty().then(|| view! { <Empty words=td_string!(l, organ.no_remarks)/> });
    let rows = found.filed.rows.into_iter().map(row).collect_view();
    let forms = found.files_for.iter().map(|(member, organisation)| form(*member, organisation)).collect_view();
    view! {
        <Page title=td_string!(l, organ.remarks) of=title crumbs=crumbs>
            <p class="page-lead">{td_string!(l, organ.remarks_lead)}</p>
            <ProgressBox/>
            {forms}
            {empty}
            {rows}
            <Pager next=found.filed.next/>
        </Page>
    }
}

fn row(row: RemarkRow) -> impl IntoView {
    let l = locale();
    view! {
        <article class="section" id=row.id.to_string()>
            <h2 class="row-title h4" lang=content_lang()>{row.title}</h2>
            <p><Badge words=remark_words(l, row.kind) tone="primary"/>" "<span lang=content_lang()>{row.organisation}</span>" · "{day_of(row.at)}</p>
            <Prose source=row.text/>
        </article>
    }
}

/// One form for each organisation, folded until it is wanted.
fn form(member: MemberId, organisation: &str) -> impl IntoView + use<> {
    let l = locale();
    let key = format!("osservazione-{member}");
    let form_key = key.clone();
    let organisation = td_string!(l, organ.remark_for, organisation = organisation);
    view! {
        <Fold words=td_string!(l, organ.remark_file) to=FileRemark::PATH key=key>
            <p>{organisation}</p>
            <p>{td_string!(l, organ.remark_lead)}</p>
            <Form to=FileRemark::PATH key=form_key class="narrow">
                <Hidden name="member" value=member.to_string()/>
                <SelectField name="kind" label=td_string!(l, organ.remark_kind) options=remark_options(l) ask=true/>
                <TextField name="title" label=td_string!(l, organ.remark_title) max=TITLE_MAX/>
                <TextArea name="text" label=td_string!(l, organ.remark_text) hint=td_string!(l, organ.remark_text_hint).to_string() max=TEXT_MAX/>
                <Submit label=td_string!(l, organ.remark_button)/>
            </Form>
        </Fold>
    }
}
