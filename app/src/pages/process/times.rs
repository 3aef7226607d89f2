//! Where staff write the times and the phases of a process.

use super::{phases::PhaseForms, progress::ProgressBox, slug, work_crumbs};
use crate::{
    api::process::SaveTimes,
    components::{DateField, Facts, Form, Hidden, Page, Submit, TextField, Value, load, process_words},
    contract::{
        process::{Dossier, PhaseView},
        use_cases,
    },
    format::date,
    i18n::*,
    visit::locale,
};
use chrono::NaiveDate;
use domain::pack::{DurationUnit, RulePack};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn TimesPage() -> impl IntoView {
    let slug = slug();
    let server = use_cases();
    load(async move { server?.dossier(slug).await }, shown)
}

fn shown(found: Dossier) -> impl IntoView {
    let l = locale();
    let (crumbs, title) = (work_crumbs(&found.row), found.row.title.clone());
    let content = if found.may_edit {
        let (slug, pack, phases) = (found.row.slug.clone(), found.row.pack, found.phases.clone());
        let version = found.version;
        view! {
            <p class="page-lead">{td_string!(l, process.times_lead)}</p>
            <TimesForm found/>
            <PhaseForms slug version pack phases/>
        }
        .into_any()
    } else {
        read(l, found).into_any()
    };
    view! { <Page title=td_string!(l, process.room_times) of=title crumbs=crumbs><ProgressBox/>{content}</Page> }
}

/// What the label of the duration says; none where it is not counted.
fn duration_label(l: Locale, pack: &RulePack) -> Option<String> {
    match pack.duration.unit {
        DurationUnit::Months => Some(td_string!(l, process.duration_months).to_string()),
        DurationUnit::Days => Some(td_string!(l, process.duration_days).to_string()),
        DurationUnit::Cycle => None,
    }
}

/// For who may not change them.
fn read(l: Locale, found: Dossier) -> impl IntoView {
    let (pack, times) = (found.row.pack, found.times);
    let day = |day: Option<NaiveDate>| Value::from(day.map(date).unwrap_or_default());
    let length = times.duration.map(|length| length.to_string()).unwrap_or_default();
    let duration = duration_label(l, pack).map(|label| (label, length.into()));
    let rest = [
        (td_string!(l, process.start_limit).to_string(), day(times.start_limit)),
        (td_string!(l, process.contributions_close).to_string(), day(times.contributions_close)),
    ];
    let rows = duration.into_iter().chain(rest).collect::<Vec<_>>();
    let planned = |phase: PhaseView| {
        let rule = pack.phases.iter().find(|rule| rule.key == phase.key);
        let name = rule.map(|rule| process_words::text(l, &rule.name)).unwrap_or_default();
        let rows = vec![
            (td_string!(l, process.planned_from).to_string(), day(phase.plan.planned_from)),
            (td_string!(l, process.planned_to).to_string(), day(phase.plan.planned_to)),
            (td_string!(l, process.activities).to_string(), Value::content(phase.plan.activities)),
            (td_string!(l, process.outputs).to_string(), Value::content(phase.plan.outputs)),
        ];
        view! { <h3 class="h5">{name}</h3><Facts rows/> }
    };
    let phases = found.phases.into_iter().map(planned).collect_view();
    view! {
        <p>{td_string!(l, process.read_only)}</p>
        <Facts rows/>
        <section class="section" aria-labelledby="fasi">
            <h2 id="fasi">{td_string!(l, process.phases)}</h2>
            {phases}
        </section>
    }
}

#[component]
fn TimesForm(found: Dossier) -> impl IntoView {
    let l = locale();
    let typed = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let times = found.times;
    let duration = duration_label(l, found.row.pack);
    let length = times.duration.map(|length| length.to_string()).unwrap_or_default();
    let (slug, version, started) = (found.row.slug, found.version.to_string(), found.started);
    view! {
        <section class="section" aria-labelledby="tempi">
            <h2 id="tempi">{td_string!(l, process.times)}</h2>
            <Form to=SaveTimes::PATH key="tempi-form" class="narrow">
                <Hidden name="process" value=slug/>
                <Hidden name="version" value=version/>
                {match duration.filter(|_| !started) {
                    Some(label) => view! {
                        <TextField
                            name="duration" label=label hint=td_string!(l, process.duration_hint).to_string()
                            value=length inputmode="numeric" max=4 optional=true
                        />
                    }
                    .into_any(),
                    None => view! { <Hidden name="duration" value=length/> }.into_any(),
                }}
                {if started {
                    view! { <Hidden name="start_limit" value=typed(times.start_limit)/> }.into_any()
                } else {
                    view! {
                        <DateField
                            name="start_limit" label=td_string!(l, process.start_limit)
                            hint=td_string!(l, process.start_limit_hint) value=typed(times.start_limit) optional=true
                        />
                    }
                    .into_any()
                }}
                <DateField
                    name="contributions_close" label=td_string!(l, process.contributions_close)
                    hint=td_string!(l, process.contributions_close_hint) value=typed(times.contributions_close)
                    optional=true
                />
                <Submit label=td_string!(l, process.save_times)/>
            </Form>
        </section>
    }
}
