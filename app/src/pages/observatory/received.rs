//! A file that was read: what each of its rows would change, and the choice to take it.

use super::desk::changes;
use crate::{
    api::observatory::{AcceptRecord, DiscardReceived},
    components::{Facts, Form, Hidden, Submit, Value, words::fault_words},
    contract::observatory::RecordView,
    format::number,
    i18n::*,
    visit::locale,
};
use domain::observatory::{RowFault, Verdict};
use leptos::{prelude::*, server_fn::ServerFn};

/// The file that waits, if one does.
pub(super) fn received(view: &RecordView) -> Option<impl IntoView + use<>> {
    let l = locale();
    let found = view.received.as_ref()?;
    let elsewhere = match found.elsewhere {
        0 => String::new(),
        count => number(l, u64::from(count)),
    };
    let facts = vec![
        (td_string!(l, observatory.received_name).to_string(), Value::content(found.name.clone())),
        (td_string!(l, observatory.elsewhere).to_string(), elsewhere.into()),
        (td_string!(l, observatory.unknown).to_string(), Value::content(found.unknown.join(", "))),
    ];
    let kept = (!found.unknown.is_empty()).then(|| view! { <p>{td_string!(l, observatory.unknown_hint)}</p> });
    let rows = found.rows.iter().map(|(row, verdict)| row_view(*row, verdict)).collect_view();
    let accept = found.may_accept.then(|| {
        let (slug, version) = (view.process.slug.clone(), view.version.to_string());
        view! {
            <Form to=AcceptRecord::PATH>
                <Hidden name="slug" value=slug/>
                <Hidden name="version" value=version/>
                <Submit label=td_string!(l, observatory.accept)/>
            </Form>
        }
    });
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    Some(view! {
        <section class="side-box" aria-labelledby="letto">
            <h2 id="letto">{td_string!(l, observatory.received)}</h2>
            <Facts rows=facts/>
            {kept}
            {rows}
            {accept}
            <Form to=DiscardReceived::PATH>
                <Hidden name="slug" value=slug/>
                <Hidden name="version" value=version/>
                <Submit kind="btn-outline-primary" label=td_string!(l, observatory.discard)/>
            </Form>
        </section>
    })
}

fn row_view(row: u32, verdict: &Verdict) -> impl IntoView + use<> {
    let l = locale();
    let said = match verdict {
        Verdict::Unchanged => view! { <p>{td_string!(l, observatory.unchanged)}</p> }.into_any(),
        Verdict::Changes(found) => {
            let sides = [td_string!(l, observatory.here), td_string!(l, observatory.there)];
            view! {
                <p>{td_string!(l, observatory.changes)}</p>
                {changes(found, sides.map(|side| side.to_string()))}
            }
            .into_any()
        }
        Verdict::Rejected(faults) => {
            let faults = faults.iter().map(|fault| view! { <li class="is-missing">{fault_of(l, fault)}</li> });
            view! {
                <p>{td_string!(l, observatory.rejected)}</p>
                <ul class="check-list">{faults.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! { <h3>{td_string!(l, observatory.row, row = row)}</h3>{said} }
}

fn fault_of(l: Locale, fault: &RowFault) -> String {
    match fault {
        RowFault::Cell { heading, fault } => {
            td_string!(l, observatory.fault_cell, heading = heading.clone(), fault = fault_words(l, fault))
        }
        RowFault::NoHeading { column } => td_string!(l, observatory.fault_no_heading, column = column),
        RowFault::EndBeforeStart => td_string!(l, observatory.fault_order).to_string(),
        RowFault::Repeated => td_string!(l, observatory.fault_repeated).to_string(),
        RowFault::NoNumber => td_string!(l, observatory.fault_no_number).to_string(),
    }
}
