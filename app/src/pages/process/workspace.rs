//! The workspace of a process: its steps, the present one with what it needs, the clock.

use super::{
    RevocationNote, history::HistoryList, late, lists_from, slug, stage_class, workspace_clock::Clock,
    workspace_step::StepCard,
};
use crate::{
    api::process::TakeStep,
    components::{Page, load, process_words, work_home},
    contract::{process::Workspace, use_cases},
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    action::Action,
    pack::Weight,
    stage::{Stage, Step},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The stages of a whole path, in their order.
const LINE: [Stage; 9] = [
    Stage::Designed,
    Stage::Ready,
    Stage::Sharing,
    Stage::Opening,
    Stage::Closing,
    Stage::Concluded,
    Stage::Impact,
    Stage::Monitored,
    Stage::Archived,
];

#[component]
pub(crate) fn WorkspacePage() -> impl IntoView {
    let slug = slug();
    let (server, from) = (use_cases(), lists_from());
    load(async move { server?.workspace(slug, from).await }, shown)
}

fn shown(found: Workspace) -> impl IntoView {
    let l = locale();
    let row = found.row.clone();
    let (main, side): (Vec<_>, Vec<_>) = found.steps.clone().into_iter().partition(|step| !step.next.step.is_side());
    let none = found.steps.is_empty().then(|| view! { <p>{td_string!(l, process.no_step)}</p> });
    let main = main
        .into_iter()
        .map(
            |step| {
                let promised = row.open_until.filter(|_| step.next.step == Step::Close);
                view! { <StepCard slug=row.slug.clone() version=found.version step promised actions=found.actions.clone()/> }
            },
        )
        .collect::<Vec<_>>();
    let side = side.into_iter().filter(|step| step.may).collect::<Vec<_>>();
    let others = (!side.is_empty()).then(|| {
        let cards = side
            .into_iter()
            .map(|step| view! { <StepCard slug=row.slug.clone() version=found.version step promised=None actions=found.actions.clone()/> })
            .collect::<Vec<_>>();
        // A refused step is read where it was pressed.
        let open = visit().submitted.as_ref().is_some_and(|sent| sent.to == TakeStep::PATH);
        view! { <details class="more" open=open><summary>{td_string!(l, process.other_steps)}</summary>{cards}</details> }
    });
    let history = found.history.clone();
    let revocation = found.revocation.clone().map(|found| view! { <RevocationNote found/> });
    view! {
        <Page title=row.title.clone() lang=content_lang() crumbs=work_home()>
            <p>
                <span class=stage_class(row.stage)>{process_words::stage_in(l, row.stage, row.pack)}</span>
                {row.overdue.then(|| late(l))}" "
                <a href=paths::process(&row.slug)>{td_string!(l, process.see_public)}</a>
            </p>
            {revocation}
            <div class="workspace">
                <nav class="workspace-steps" aria-label=td_string!(l, process.steps).to_string()>{line(l, &found)}</nav>
                <div class="workspace-main">
                    <h2>{td_string!(l, process.next_step)}</h2>
                    {none}
                    {main}
                    {others}
                    {rooms(l, &found)}
                </div>
                <aside class="workspace-clock"><Clock found/></aside>
                <section class="workspace-history" aria-labelledby="storia">
                    <h2 id="storia">{td_string!(l, process.history)}</h2>
                    <HistoryList page=history started=row.started_on/>
                </section>
            </div>
        </Page>
    }
}

/// The stages with ticks, the present one marked.
fn line(l: Locale, found: &Workspace) -> impl IntoView + use<> {
    let row = &found.row;
    let at = found.interrupted.unwrap_or(row.stage);
    let over = row.stage == Stage::Withdrawn;
    let steps = LINE
        .iter()
        .map(|&stage| {
            let (class, words) = if over || stage > at {
                ("is-next", String::new())
            } else if stage == at {
                ("is-now", format!(" ({})", td_string!(l, process.you_are_here)))
            } else {
                ("is-done", format!(" ({})", td_string!(l, process.met)))
            };
            view! {
                <li class=class aria-current=(class == "is-now").then_some("step")>
                    {process_words::stage_in(l, stage, row.pack)}
                    <span class="visually-hidden">{words}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! { <ol class="step-list">{steps}</ol> }
}

/// Links to the parts of the process that its pack knows and that the person may enter.
fn rooms(l: Locale, found: &Workspace) -> impl IntoView + use<> {
    let (slug, pack, work) = (found.row.slug.as_str(), found.row.pack, paths::workspace(&found.row.slug));
    let may = |action| found.actions.contains(&action);
    let drafts = may(Action::ReadDrafts);
    let prepared = vec![
        (true, paths::sheet(slug), td_string!(l, process.room_sheet)),
        (true, paths::times(slug), td_string!(l, process.room_times)),
        (true, paths::acts(slug), td_string!(l, process.room_acts)),
        (drafts && pack.agreement != Weight::None, format!("{work}/accordo"), td_string!(l, process.room_agreement)),
        (true, paths::start_notice(slug), td_string!(l, process.room_start)),
        (
            drafts || may(Action::UploadDocument),
            paths::path_documents_work(slug),
            td_string!(l, process.room_documents),
        ),
    ];
    let under_way = vec![
        (
            may(Action::ManageMembers) && pack.knows_organs(),
            format!("{work}/organi"),
            td_string!(l, process.room_organs),
        ),
        (may(Action::ManageMeetings), format!("{work}/incontri"), td_string!(l, process.room_meetings)),
        (drafts, paths::tables_work(slug), td_string!(l, process.room_tables)),
        (may(Action::EnterAnswers), paths::questionnaires_work(slug), td_string!(l, process.room_questionnaires)),
        (may(Action::EnterContribution), paths::assisted_work(slug), td_string!(l, process.room_assisted)),
        (drafts, paths::answers_work(slug), td_string!(l, process.room_answers)),
        (pack.extension.is_some(), paths::extensions(slug), td_string!(l, process.room_extensions)),
    ];
    let at_the_end = vec![
        (drafts && pack.proposal_document, format!("{work}/documento"), td_string!(l, process.room_document)),
        (drafts && pack.proposal_document, format!("{work}/esito"), td_string!(l, process.room_outcome)),
        (
            pack.final_report_days.is_some() && (drafts || may(Action::ReadPrivateAnnex)),
            format!("{work}/relazione"),
            td_string!(l, process.room_report),
        ),
        (drafts && pack.observatory_export, paths::observatory(slug), td_string!(l, process.room_observatory)),
    ];
    let parts = [
        (td_string!(l, process.rooms_prepared), prepared),
        (td_string!(l, process.rooms_under_way), under_way),
        (td_string!(l, process.rooms_at_the_end), at_the_end),
    ];
    let part = |(words, rooms): (&'static str, Vec<(bool, String, &'static str)>)| {
        let links = rooms.into_iter().filter(|(open, ..)| *open);
        let links: Vec<_> = links.map(|(_, href, words)| view! { <li><a href=href>{words}</a></li> }).collect();
        (!links.is_empty()).then(|| view! { <h3 class="h6">{words}</h3><ul class="plain-list">{links}</ul> })
    };
    view! {
        <nav class="section" aria-labelledby="parti">
            <h2 id="parti">{td_string!(l, process.rooms)}</h2>
            {parts.map(part).into_iter().collect::<Vec<_>>()}
        </nav>
    }
}
