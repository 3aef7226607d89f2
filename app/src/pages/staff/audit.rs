//! The audit log, for the privacy officer.

use crate::{
    components::{Badge, Empty, Page, Pager, Value, load, words::role_words, work_home},
    contract::{
        audit::{ACTIONS, AuditLog, AuditRow, AuditWanted, REFUSED},
        use_cases,
    },
    format::moment,
    i18n::*,
    paths,
    visit::locale,
    wording::operation::{operation_words, subject_words},
};
use domain::id::AuditId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    let l = locale();
    let query = use_query_map().read_untracked().clone();
    let text = |name: &str| query.get(name).unwrap_or_default();
    // What is no code narrows nothing.
    let code = |name: &str| query.get(name).filter(|id| id.parse::<AuditId>().is_ok()).unwrap_or_default();
    let wanted = AuditWanted {
        action: text("operazione"),
        from: text("dal"),
        until: text("al"),
        actor: code(ACTOR),
        subject: code(SUBJECT),
        after: query.get("dopo"),
    };
    let asked = wanted.clone();
    let server = use_cases();
    load(async move { server?.audit_log(wanted).await }, move |log| {
        let AuditLog { slice: log, actor } = log;
        let narrowed = narrowed(&asked, actor);
        let none = if narrowed.is_some() { td_string!(l, audit.empty_narrowed) } else { td_string!(l, audit.empty) };
        let empty = log.rows.is_empty().then(|| view! { <Empty words=none/> });
        view! {
            <Page title=td_string!(l, audit.title) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, audit.lead).to_string()}</p>
                {filters(asked)}
                {narrowed}
                {empty}
                {(!log.rows.is_empty()).then(|| table(log.rows))}
                <Pager next=log.next/>
            </Page>
        }
    })
}

/// The parameters that narrow the log to one person, and to one thing.
const ACTOR: &str = "chi";
const SUBJECT: &str = "cosa";

/// To whom and to what it is narrowed, and the way back.
fn narrowed(asked: &AuditWanted, actor: Option<String>) -> Option<impl IntoView + use<>> {
    let l = locale();
    (!asked.actor.is_empty() || !asked.subject.is_empty()).then(|| {
        let actor = (!asked.actor.is_empty()).then(|| {
            view! { <p>{td_string!(l, audit.only_by)}" "{actor.map(|name| view! { <strong>{name}</strong>" " })}<code class="hash">{asked.actor.clone()}</code></p> }
        });
        let subject = (!asked.subject.is_empty()).then(|| {
            view! { <p>{td_string!(l, audit.only_on)}" "<code class="hash">{asked.subject.clone()}</code></p> }
        });
        view! { {actor}{subject}<p><a href=paths::AUDIT>{td_string!(l, audit.all)}</a></p> }
    })
}

fn filters(asked: AuditWanted) -> impl IntoView {
    let l = locale();
    let mut actions: Vec<_> = ACTIONS.iter().map(|action| (operation_words(l, action), *action)).collect();
    actions.sort();
    actions.insert(0, (td_string!(l, audit.all_refused).to_string(), REFUSED));
    let actions = actions
        .into_iter()
        .map(|(words, action)| {
            let selected = action == asked.action;
            view! { <option value=action selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <form method="get" action=paths::AUDIT class="filters">
            {kept(ACTOR, asked.actor)}
            {kept(SUBJECT, asked.subject)}
            <div>
                <label for="operazione" class="form-label">{td_string!(l, audit.action).to_string()}</label>
                <select id="operazione" name="operazione" class="form-select">
                    <option value="">{td_string!(l, audit.any).to_string()}</option>
                    {actions}
                </select>
            </div>
            <div>
                <label for="dal" class="form-label">{td_string!(l, audit.from).to_string()}</label>
                <input type="date" id="dal" name="dal" class="form-control" value=asked.from/>
            </div>
            <div>
                <label for="al" class="form-label">{td_string!(l, audit.until).to_string()}</label>
                <input type="date" id="al" name="al" class="form-control" value=asked.until/>
            </div>
            <button type="submit" class="btn btn-outline-primary">{td_string!(l, audit.filter).to_string()}</button>
        </form>
    }
}

/// What the form narrows the log to besides its own fields.
fn kept(name: &'static str, value: String) -> Option<impl IntoView> {
    (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value/> })
}

fn table(rows: Vec<AuditRow>) -> impl IntoView {
    let l = locale();
    let heads = [
        td_string!(l, audit.at).to_string(),
        td_string!(l, audit.who).to_string(),
        td_string!(l, audit.action).to_string(),
        td_string!(l, audit.subject).to_string(),
        td_string!(l, audit.result).to_string(),
        td_string!(l, audit.proof).to_string(),
    ];
    let labels = heads.clone();
    let rows = rows.into_iter().map(|row| entry(l, labels.clone(), row)).collect_view();
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! { <table class="table table-cards"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
}

fn entry(l: Locale, labels: [String; 6], row: AuditRow) -> impl IntoView {
    let [at, who, action, subject, result, proof] = labels;
    // Who did not sign in, or works at the command line, has a role alone.
    let only = |parameter: &str, words: &'static str, id: String| {
        let href = format!("{}?{parameter}={id}", paths::AUDIT);
        view! { <br/><a href=href><span class="visually-hidden">{words}" "</span><code class="hash">{id}</code></a> }
    };
    let actor = row.actor.map(|actor| only(ACTOR, td_string!(l, audit.only_by), actor));
    let thing = row.subject.map(|subject| only(SUBJECT, td_string!(l, audit.only_on), subject));
    let (words, tone) = if row.refused {
        (td_string!(l, audit.refused).to_string(), "danger")
    } else {
        (td_string!(l, audit.done).to_string(), "success")
    };
    let of = format!("{}, {}", operation_words(l, &row.action), moment(row.at));
    let proofs = [
        (td_string!(l, audit.before).to_string(), row.before_hash),
        (td_string!(l, audit.after).to_string(), row.after_hash),
        (td_string!(l, audit.request).to_string(), Some(row.request)),
    ];
    let proofs = proofs
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| view! { <li>{name}": "<code class="hash">{value}</code></li> }))
        .collect_view();
    view! {
        <tr>
            <td data-label=at>{moment(row.at)}</td>
            <td data-label=who>{role_words(l, row.role)}{actor}</td>
            <td data-label=action>{operation_words(l, &row.action)}</td>
            <td data-label=subject>{subject_words(l, &row.subject_kind).unwrap_or(row.subject_kind)}{thing}</td>
            <td data-label=result><Badge words tone/></td>
            <td data-label=proof>
                <details class="more"><summary>{proof.clone()}{Value::from(of).aloud()}</summary><ul class="plain-list">{proofs}</ul></details>
            </td>
        </tr>
    }
}
