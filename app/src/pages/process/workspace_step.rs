//! One step of a process: what it needs, what is missing and where to supply it, and its button.

use super::{late, supply_path};
use crate::{
    api::process::TakeStep,
    components::{
        FinalSubmit, Form, Hidden, Submit, TextArea, blocker_words, is_said, process_words, words::role_words,
    },
    contract::process::{LeftOpen, StepView},
    format::{date, rome_day},
    i18n::*,
    paths,
    visit::{locale, visit},
};
use chrono::NaiveDate;
use domain::{action::Action, requirement::Requirement, stage::Step};
use leptos::{prelude::*, server_fn::ServerFn};

/// A step with its requirements; the button stands here for who may take it, and works or says what is missing.
#[component]
pub(super) fn StepCard(
    slug: String,
    version: i32,
    step: StepView,
    /// The day until which people were promised that they may contribute, where the step ends it earlier.
    promised: Option<NaiveDate>,
    /// All that the person may do here: what is missing links to where they can supply it.
    actions: Vec<Action>,
) -> impl IntoView {
    let l = locale();
    let next = step.next;
    let name = process_words::step(l, next.step);
    let due = next.due.map(|due| format!(" ({})", td_string!(l, process.by, day = date(due.0)))).unwrap_or_default();
    let past = next.is_late(rome_day(visit().now)).then(|| late(l));
    let who = td_string!(l, process.up_to, role = role_words(l, next.who));
    let nothing = next.requirements.is_empty() && !next.step.is_side();
    let nothing = nothing.then(|| view! { <p>{td_string!(l, process.needs_nothing)}</p> });
    let reason = next.step.needs_reason();
    let label = name.clone();
    let open = left_open(l, &slug, step.left_open);
    let open = (
        open,
        promised.map(|day| {
            view! {
                <p class="alert alert-warning">{td_string!(l, process.closes_early, day = date(day))}</p>
            }
        }),
    );
    let own = slug.clone();
    let requirements = next.requirements;
    let body = if step.may {
        view! {
        <Form to=TakeStep::PATH key=next.step.code().to_owned() class="narrow">
            // Inside the form, so that a refusal is said once.
            <Needs slug requirements actions/>
            {open}
            <Hidden name="process" value=own/>
            <Hidden name="version" value=version.to_string()/>
            <Hidden name="step" value=next.step.code()/>
            {if reason {
                view! { <TextArea name="note" label=td_string!(l, process.reason) hint=td_string!(l, process.reason_hint).to_string() max=2000 rows=3/> }
                    .into_any()
            } else {
                view! { <TextArea name="note" label=td_string!(l, process.note) hint=td_string!(l, process.note_hint).to_string() max=2000 rows=2 optional=true/> }
                    .into_any()
            }}
            {button(l, next.step, label)}
        </Form>
    }.into_any()
    } else {
        view! { <Needs slug requirements actions/>{open} }.into_any()
    };
    view! {
        <section class="section">
            <h3 class="h4">{name}</h3>
            <p class="muted">{who}{due}{past}</p>
            {nothing}
            {body}
        </section>
    }
}

/// The button of a step; of one that takes something away for good, what that is.
fn button(l: Locale, step: Step, label: String) -> AnyView {
    let loses = match step {
        Step::Start => td_string!(l, process.start_loses),
        Step::Close => td_string!(l, process.close_loses),
        Step::Conclude => td_string!(l, process.conclude_loses),
        Step::Archive => td_string!(l, process.archive_loses),
        Step::Withdraw => td_string!(l, process.withdraw_loses),
        Step::MakeReady | Step::Open | Step::RecordImpact | Step::Monitor | Step::Resume => {
            return view! { <Submit label/> }.into_any();
        }
        Step::Suspend => return view! { <Submit label kind="btn-danger"/> }.into_any(),
    };
    let kind = if step == Step::Withdraw { "btn-danger" } else { "btn-primary" };
    view! { <FinalSubmit label loses kind/> }.into_any()
}

/// What a step needs; once it was refused, the summary of its form says what is missing.
#[component]
fn Needs(slug: String, requirements: Vec<Requirement>, actions: Vec<Action>) -> impl IntoView {
    let l = locale();
    let said = |requirement: &Requirement| {
        let href = supply_path(&slug, &requirement.what).filter(|(action, _)| actions.contains(action));
        !requirement.met && is_said(l, &(requirement.what.clone(), href.map(|(_, href)| href)))
    };
    let unsaid = requirements.into_iter().filter(|requirement| !said(requirement));
    let rows: Vec<_> = unsaid.map(|requirement| needed(l, &slug, requirement, &actions)).collect();
    (!rows.is_empty()).then(|| view! { <ul class="check-list">{rows}</ul> })
}

/// What stays open after the step, each with the page where it is settled.
fn left_open(l: Locale, slug: &str, open: Vec<LeftOpen>) -> impl IntoView + use<> {
    let row = |one: LeftOpen| {
        let (words, href) = match one {
            LeftOpen::Contributions(count) => {
                (td_string!(l, process.left_contributions, count = count), paths::answers_work(slug))
            }
            LeftOpen::Meetings(count) => {
                (td_string!(l, process.left_meetings, count = count), paths::meetings_work(slug))
            }
            LeftOpen::Candidacies(count) => {
                (td_string!(l, process.left_candidacies, count = count), paths::organs_work(slug))
            }
            LeftOpen::Extensions(count) => {
                (td_string!(l, process.left_extensions, count = count), paths::extensions(slug))
            }
        };
        view! { <li><a href=href>{words}</a></li> }
    };
    let rows = open.into_iter().map(row).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="alert alert-warning">
                <p>{td_string!(l, process.left_open)}</p>
                <ul>{rows}</ul>
            </div>
        }
    })
}

/// One thing that a step needs: there, or who supplies it and where.
pub(super) fn needed(l: Locale, slug: &str, requirement: Requirement, actions: &[Action]) -> impl IntoView + use<> {
    let words = blocker_words(l, &requirement.what);
    if requirement.met {
        return view! { <li class="is-met">{words}<span class="visually-hidden">{format!(" ({})", td_string!(l, process.met))}</span></li> }.into_any();
    }
    let open = supply_path(slug, &requirement.what).filter(|(action, _)| actions.contains(action));
    let supply = open.map(|(_, href)| {
        view! { " "<a href=href>{td_string!(l, process.supply)}<span class="visually-hidden">{format!(": {words}")}</span></a> }
    });
    let who = td_string!(l, process.supplied_by, role = role_words(l, requirement.who));
    view! {
        <li class="is-missing">
            {words.clone()}<span class="visually-hidden">{format!(" ({})", td_string!(l, process.missing))}</span>
            <span class="muted">{format!(" – {who}")}</span>
            {supply}
        </li>
    }
    .into_any()
}
