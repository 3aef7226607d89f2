//! What the guarantee committee filed, and the form for who sits there.

use crate::{
    api::organs::FileRemark,
    components::{
        Badge, Empty, Fold, Form, Hidden, Prose, SelectField, Submit, TextArea, TextField,
        organ_words::{remark_options, remark_words},
    },
    contract::organs::RemarkRow,
    format::day_of,
    i18n::*,
    visit::{content_lang, locale},
};
use domain::{
    id::MemberId,
    remark::{TEXT_MAX, TITLE_MAX},
};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn remarks(rows: Vec<RemarkRow>, files_for: &[(MemberId, String)]) -> impl IntoView + use<> {
    let l = locale();
    let empty = rows.is_empty().then(|| view! { <Empty words=td_string!(l, organ.no_remarks)/> });
    let rows = rows.into_iter().map(row).collect_view();
    let forms = files_for.iter().map(|(member, organisation)| form(*member, organisation)).collect_view();
    view! {
        <h3 id="osservazioni">{td_string!(l, organ.remarks)}</h3>
        {empty}
        {rows}
        {forms}
    }
}

fn row(row: RemarkRow) -> impl IntoView {
    let l = locale();
    view! {
        <article class="section" id=row.id.to_string()>
            <h4 class="row-title" lang=content_lang()>{row.title}</h4>
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
                <SelectField name="kind" label=td_string!(l, organ.remark_kind) options=remark_options(l)/>
                <TextField name="title" label=td_string!(l, organ.remark_title) max=TITLE_MAX/>
                <TextArea name="text" label=td_string!(l, organ.remark_text) hint=td_string!(l, organ.remark_text_hint).to_string() max=TEXT_MAX/>
                <Submit label=td_string!(l, organ.remark_button)/>
            </Form>
        </Fold>
    }
}
