//! The plan of each phase, in a form of its own.

use crate::{
    api::process::SavePhase,
    components::{DateField, Fold, Form, Hidden, Submit, TextArea, process_words},
    contract::process::PhaseView,
    i18n::*,
    visit::locale,
};
use chrono::NaiveDate;
use domain::pack::RulePack;
use leptos::{prelude::*, server_fn::ServerFn};

/// One form for each phase of the pack.
#[component]
pub(super) fn PhaseForms(slug: String, version: i32, pack: &'static RulePack, phases: Vec<PhaseView>) -> impl IntoView {
    let l = locale();
    let typed = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let forms = phases
        .into_iter()
        .map(|phase| {
            let rule = pack.phases.iter().find(|rule| rule.key == phase.key);
            let name = rule.map(|rule| process_words::text(l, &rule.name)).unwrap_or_default();
            let (plan, slug) = (phase.plan, slug.clone());
            let key = format!("fase-{}", phase.key);
            let (from, to) = (typed(plan.planned_from), typed(plan.planned_to));
            view! {
                <Fold words=name to=SavePhase::PATH key=key.clone()>
                    <Form to=SavePhase::PATH key class="narrow">
                        <Hidden name="process" value=slug/>
                        <Hidden name="version" value=version.to_string()/>
                        <Hidden name="phase" value=phase.key.clone()/>
                        <DateField name="planned_from" label=td_string!(l, process.planned_from) value=from optional=true/>
                        <DateField name="planned_to" label=td_string!(l, process.planned_to) value=to optional=true/>
                        <TextArea name="activities" label=td_string!(l, process.activities) value=plan.activities max=4000 optional=true/>
                        <TextArea name="outputs" label=td_string!(l, process.outputs) value=plan.outputs max=4000 optional=true/>
                        <Submit label=td_string!(l, process.save_phase)/>
                    </Form>
                </Fold>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <section class="section" aria-labelledby="fasi">
            <h2 id="fasi">{td_string!(l, process.phases)}</h2>
            {forms}
        </section>
    }
}
