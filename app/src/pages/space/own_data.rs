//! Where one is signed in, and the files with all that is kept of one.

use crate::{
    api::account::{EndAllSessions, EndSession},
    components::{Crumb, Form, Hidden, Page, Submit, Value, load},
    contract::{account::OpenSession, use_cases},
    format::moment,
    i18n::*,
    paths,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn OwnDataPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.open_sessions().await }, page)
}

fn page(sessions: Vec<OpenSession>) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, space.space), paths::MY_SPACE)];
    let rows = sessions.into_iter().map(row).collect_view();
    view! {
        <Page title=td_string!(l, own.your_data) crumbs>
            <p class="page-lead lead">{td_string!(l, own.lead)}</p>
            <section aria-labelledby="accessi" class="section">
                <h2 id="accessi">{td_string!(l, own.sessions)}</h2>
                <ul class="row-list">{rows}</ul>
                <Form to=EndAllSessions::PATH>
                    <p class="muted">{td_string!(l, own.end_all_hint)}</p>
                    <Submit label=td_string!(l, own.end_all) kind="btn-outline-primary"/>
                </Form>
            </section>
            <section aria-labelledby="copia" class="section">
                <h2 id="copia">{td_string!(l, own.copy)}</h2>
                <p>{td_string!(l, own.data_hint)}</p>
                <ul>
                    <li><a href=paths::OWN_DATA_PAGE download="">{td_string!(l, own.download_page)}</a></li>
                    <li><a href=paths::OWN_DATA_FILE download="">{td_string!(l, own.download_json)}</a></li>
                </ul>
            </section>
            <p><a href=paths::ERASE_ACCOUNT>{td_string!(l, space.erase)}</a></p>
        </Page>
    }
}

fn row(one: OpenSession) -> impl IntoView {
    let l = locale();
    let when = td_string!(l, own.session_since, since = moment(one.since), until = moment(one.until));
    let (said, mark) = (when.clone(), one.mark.clone());
    let here = one.here.then(|| view! { " "<strong>{format!("({})", td_string!(l, own.here))}</strong> });
    view! {
        <li>
            <Form to=EndSession::PATH key=mark>
                <p>{said}{here}</p>
                <Hidden name="mark" value=one.mark/>
                <Submit label=td_string!(l, own.end) of=Value::from(when.clone()) kind="btn-outline-primary btn-sm"/>
            </Form>
        </li>
    }
}
