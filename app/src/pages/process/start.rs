//! The formal start: its notice, written and signed by who may give it.

use super::{progress::ProgressBox, slug, work_crumbs};
use crate::{
    api::process::SaveNotice,
    components::{Check, DateField, Empty, Facts, Form, Hidden, Page, Submit, TextArea, TextField, Value, load},
    contract::{process::Dossier, use_cases},
    format::date,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let slug = slug();
    let server = use_cases();
    load(async move { server?.dossier(slug).await }, shown)
}

fn shown(found: Dossier) -> impl IntoView {
    let l = locale();
    let (crumbs, title) = (work_crumbs(&found.row), found.row.title.clone());
    let noticed = found.row.pack.start.notice_required;
    let lead = if noticed { td_string!(l, process.notice_lead) } else { td_string!(l, process.cycle_lead) };
    let started =
        found.started.then(|| view! { <p class="alert alert-info">{td_string!(l, process.notice_started)}</p> });
    let files = files(l, &found);
    let content = if found.may_write_notice && !found.started {
        let workspace = paths::workspace(&found.row.slug);
        view! {
            <NoticeForm found noticed/>
            <p class="mt-4"><a href=workspace>{td_string!(l, process.notice_then)}</a></p>
        }
        .into_any()
    } else {
        written(l, found, noticed).into_any()
    };
    view! {
        <Page title=td_string!(l, process.notice) of=title crumbs=crumbs>
            <p class="page-lead">{lead}</p>
            <ProgressBox/>
            {started}
            {content}
            {files}
        </Page>
    }
}

/// The notice as signed files that came in: the platform says what it did not check.
fn files(l: Locale, found: &Dossier) -> impl IntoView + use<> {
    let rows = found.notice_files.iter().map(|(id, title)| {
        view! {
            <li>
                <a href=paths::document_file(*id) lang=content_lang()>{title.clone()}</a>" "
                <span class="status status-partial">{td_string!(l, document.signature_unchecked)}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    (!found.notice_files.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="file-firmati">
                <h2 id="file-firmati">{td_string!(l, process.notice_files)}</h2>
                <ul class="plain-list">{rows}</ul>
            </section>
        }
    })
}

fn written(l: Locale, found: Dossier, noticed: bool) -> impl IntoView {
    let notice = found.notice;
    if notice.date.is_none() && notice.action.is_none() && notice.link.is_none() {
        return view! { <Empty words=td_string!(l, process.notice_empty)/> }.into_any();
    }
    let signed = match (noticed, found.signed) {
        (false, _) => String::new(),
        (true, true) => td_string!(l, process.notice_signed).to_string(),
        (true, false) => td_string!(l, process.notice_unsigned).to_string(),
    };
    let rows = vec![
        (td_string!(l, process.notice_action).to_string(), Value::content(notice.action.unwrap_or_default())),
        (td_string!(l, process.notice_link).to_string(), notice.link.unwrap_or_default().into()),
        (td_string!(l, process.notice_date).to_string(), notice.date.map(date).unwrap_or_default().into()),
        (td_string!(l, process.notice).to_string(), signed.into()),
    ];
    view! { <Facts rows/> }.into_any()
}

#[component]
fn NoticeForm(found: Dossier, noticed: bool) -> impl IntoView {
    let l = locale();
    let notice = found.notice;
    let day = notice.date.map(|day| day.to_string()).unwrap_or_default();
    let (action, link, signed) = (notice.action.unwrap_or_default(), notice.link.unwrap_or_default(), found.signed);
    let words = move || {
        if noticed {
            view! {
                <TextArea name="action" label=td_string!(l, process.notice_action) hint=td_string!(l, process.needed_to_start).to_string() value=action.clone() max=1000 rows=4 sometimes=true/>
                <TextField name="link" label=td_string!(l, process.notice_link) hint=td_string!(l, process.needed_to_start).to_string() value=link.clone() kind="url" max=500 sometimes=true/>
            }
            .into_any()
        } else {
            view! { <Hidden name="action" value=""/><Hidden name="link" value=""/> }.into_any()
        }
    };
    view! {
        <Form to=SaveNotice::PATH class="narrow">
            <Hidden name="process" value=found.row.slug/>
            <Hidden name="version" value=found.version.to_string()/>
            {words()}
            <DateField name="date" label=td_string!(l, process.notice_date) hint=td_string!(l, process.needed_to_start).to_string() value=day sometimes=true/>
            {noticed.then(|| view! { <Check name="signed" label=td_string!(l, process.notice_sign) checked=signed/> })}
            <Submit label=td_string!(l, process.save_notice)/>
        </Form>
    }
}
