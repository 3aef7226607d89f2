//! Where staff write the project sheet of a process.

use super::{progress::ProgressBox, slug, work_crumbs};
use crate::{
    api::process::SaveSheet,
    components::{DateField, Facts, Form, Hidden, Page, Submit, TextArea, TextField, load, process_words},
    contract::{process::Dossier, use_cases},
    i18n::*,
    visit::locale,
};
use domain::sheet_field::{FieldKind, SheetField as F};
use leptos::{prelude::*, server_fn::ServerFn};

const WHAT: &[F] = &[F::Title, F::Code, F::Object, F::Procedure, F::Needs, F::ScopeTags];
const WHO: &[F] =
    &[F::Proponent, F::DecisionBody, F::OwnerName, F::ResponsibleOffice, F::Address, F::Staff, F::Territory];
const HOW: &[F] = &[
    F::PlannedStart,
    F::PlannedEnd,
    F::Phases,
    F::CommunicationPlan,
    F::ParticipationLevel,
    F::ParticipationType,
    F::Methods,
    F::DigitalTools,
    F::WebUrl,
    F::RegulationLink,
];
const PEOPLE: &[F] = &[F::TargetGroups, F::GenderNotes, F::WorkLifeNotes, F::ExpectedResults];
const MONEY: &[F] =
    &[F::FundingLine, F::CertificationYear, F::CertificationScore, F::BudgetCents, F::GrantCents, F::ObservatoryId];

#[component]
pub(crate) fn SheetPage() -> impl IntoView {
    let slug = slug();
    let server = use_cases();
    load(async move { server?.dossier(slug).await }, shown)
}

fn shown(found: Dossier) -> impl IntoView {
    let l = locale();
    let (crumbs, title) = (work_crumbs(&found.row), found.row.title.clone());
    let content = if found.may_edit {
        view! {
            <p class="page-lead">{td_string!(l, process.sheet_lead)}</p>
            <SheetForm found/>
        }
        .into_any()
    } else {
        let rows = F::ALL.iter().map(|&field| (process_words::field(l, field), found.sheet.field(field))).collect();
        view! { <p>{td_string!(l, process.read_only)}</p><Facts rows/> }.into_any()
    };
    view! { <Page title=td_string!(l, process.sheet) of=title crumbs=crumbs><ProgressBox/>{content}</Page> }
}

#[component]
fn SheetForm(found: Dossier) -> impl IntoView {
    let l = locale();
    let (slug, summary, sheet) = (found.row.slug, found.row.summary, found.sheet);
    let fields = move |fields: &[F]| {
        let input = |&field: &F| input(l, field, sheet.field(field));
        fields.iter().map(input).collect::<Vec<_>>()
    };
    view! {
        <Form to=SaveSheet::PATH key="scheda" class="narrow">
            <Hidden name="process" value=slug/>
            <Hidden name="version" value=found.version.to_string()/>
            <fieldset class="section"><legend>{td_string!(l, process.group_what)}</legend>
                {fields(&WHAT[..1])}
                <TextArea
                    name="summary" label=td_string!(l, process.summary) hint=td_string!(l, process.summary_hint).to_string()
                    value=summary max=800 rows=4 optional=true
                />
                {fields(&WHAT[1..])}
            </fieldset>
            <fieldset class="section"><legend>{td_string!(l, process.group_who)}</legend>{fields(WHO)}</fieldset>
            <fieldset class="section"><legend>{td_string!(l, process.group_how)}</legend>{fields(HOW)}</fieldset>
            <fieldset class="section"><legend>{td_string!(l, process.group_people)}</legend>{fields(PEOPLE)}</fieldset>
            <fieldset class="section"><legend>{td_string!(l, process.group_money)}</legend>{fields(MONEY)}</fieldset>
            <Submit label=td_string!(l, process.save_sheet)/>
        </Form>
    }
}

/// One field of the sheet, as its kind is typed.
fn input(l: Locale, field: F, value: String) -> AnyView {
    let (name, label) = (field.code(), process_words::field(l, field));
    let sometimes = field.is_required() && field != F::Title;
    let needed = sometimes.then_some(td_string!(l, process.needed));
    let typed = match field.kind() {
        FieldKind::Money => Some(td_string!(l, process.hint_money)),
        FieldKind::List { .. } => Some(td_string!(l, process.hint_list)),
        _ => None,
    };
    let hint = [needed, typed].into_iter().flatten().map(str::to_owned).reduce(|one, two| format!("{one} {two}"));
    let optional = !field.is_required();
    let max = field.kind().max();
    match field.kind() {
        FieldKind::Prose { max } => view! { <TextArea name label hint value max optional sometimes/> }.into_any(),
        FieldKind::Date => view! { <DateField name label value optional/> }.into_any(),
        FieldKind::Link => view! { <TextField name label hint value kind="url" max optional sometimes/> }.into_any(),
        FieldKind::Money | FieldKind::Number => {
            view! { <TextField name label hint value inputmode="decimal" max optional sometimes/> }.into_any()
        }
        FieldKind::Line { .. } | FieldKind::List { .. } => {
            view! { <TextField name label hint value max optional sometimes/> }.into_any()
        }
    }
}
