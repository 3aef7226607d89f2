//! What the body makes of the proposals: where it is recorded, and where everybody reads it.

mod action;
mod editor;
mod public;

pub(crate) use editor::OutcomeEditorPage;
pub(crate) use public::DecisionsPage;

use crate::{components::Facts, contract::outcome::OutcomeView, format::date, i18n::*, paths, visit::locale};
use leptos::prelude::*;

/// The link to the action that a proposal became.
pub(crate) fn became(code: &str) -> impl IntoView + use<> {
    let words = td_string!(locale(), action.became, code = code.to_owned());
    view! { <p><a href=paths::action(code)>{words}</a></p> }
}

/// The acknowledgement, with its term, late or in time.
fn acknowledgement(view: &OutcomeView) -> Option<AnyView> {
    let l = locale();
    let recorded = view.acknowledgement.as_ref()?;
    let act = &recorded.act;
    let late = if recorded.late_days > 0 {
        td_string!(l, outcome.late, days = recorded.late_days)
    } else {
        td_string!(l, outcome.in_time).to_string()
    };
    let tone = if recorded.late_days > 0 { "status status-late" } else { "status status-ok" };
    let words = td_string!(l, outcome.act_of, body = act.body.clone(), number = act.number.clone(), on = date(act.on));
    let words = match &act.link {
        Some(link) => view! { <a href=link.clone() rel="noopener noreferrer">{words}</a> }.into_any(),
        None => words.into_any(),
    };
    let rows = vec![
        (td_string!(l, outcome.concluded).to_string(), view.concluded_on.map(date).unwrap_or_default()),
        (td_string!(l, outcome.due).to_string(), recorded.due.map(|due| date(due.0)).unwrap_or_default()),
        (td_string!(l, outcome.act_notes).to_string(), act.notes.clone()),
    ];
    let refused = act.mentions_refusal.then(|| view! { <p>{td_string!(l, outcome.mentions_refusal)}</p> });
    Some(
        view! {
            <section class="section" aria-labelledby="presa-atto">
                <h2 id="presa-atto">{td_string!(l, outcome.acknowledgement)}</h2>
                <p>{words}" "<span class=tone>{late}</span></p>
                {refused}
                <Facts rows/>
            </section>
        }
        .into_any(),
    )
}
