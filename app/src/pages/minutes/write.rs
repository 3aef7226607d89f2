//! Where minutes are written, opened to comments, approved and published.

use super::{
    approvals::counted,
    beside::beside,
    parts::{addenda, comments, decisions},
};
use crate::{
    api::minutes::{AddAddendum, AddDecision, AddDissent, MoveMinutes, WriteMinutes},
    components::{
        Badge, Crumb, Empty, FinalSubmit, Fold, Form, Hidden, Page, Prose, SelectField, Submit, TextArea, TextField,
        load, organ_words::minutes_words, work_crumbs,
    },
    contract::{minutes::MinutesRoom, use_cases},
    error::AppError,
    format::end,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use domain::{
    meeting::MeetingOf,
    minutes::{MinutesState, MinutesStep},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn MinutesWorkPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        let room = server?.minutes_room(id, after).await?;
        if room.may_write || room.may_add || !room.steps.is_empty() { Ok(room) } else { Err(AppError::Forbidden) }
    };
    load(fetch, show)
}

fn show(room: MinutesRoom) -> impl IntoView {
    let l = locale();
    let meeting = room.meeting.clone();
    let mut crumbs = work_crumbs(&meeting.path.title, &meeting.path.slug);
    crumbs.push(Crumb::new(td_string!(l, meeting.meetings), paths::meetings_work(&meeting.path.slug)));
    crumbs.push(Crumb::content(meeting.title.clone(), paths::meeting_work(meeting.id)));
    let badge = room.state.map(|state| {
        let (words, tone) = minutes_words(l, state);
        view! { <Badge words tone/> }
    });
    let open = room.comments_until.filter(|_| room.state == Some(MinutesState::InComment));
    let until = open.map(|until| td_string!(l, minutes.comments_until, until = end(until)));
    let text = if room.may_write {
        text_form(&room).into_any()
    } else {
        view! { <Prose source=room.text.clone()/> }.into_any()
    };
    let writes = (room.may_write && room.state.is_some()).then(|| decision_forms(&room));
    let steps = room.steps.iter().map(|step| step_form(*step, &room)).collect_view();
    let counted = counted(&room);
    let beside = room.beside.clone().map(beside);
    let addendum = room.may_add.then(|| addendum_form(&room));
    let empty = room.comments.rows.is_empty().then(|| view! { <Empty words=td_string!(l, minutes.no_comments)/> });
    view! {
        <Page title=td_string!(l, minutes.minutes) of=meeting.title.clone() crumbs=crumbs>
            <ProgressBox of=meeting.path.slug.clone()/>
            <p>{badge}" "{until}</p>
            <div class="editor">
                <div>
                    {text}
                    {writes}
                    {addenda(room.addenda.clone())}
                    {addendum}
                </div>
                <aside aria-labelledby="commenti">
                    {decisions(room.decisions.clone(), meeting.number)}
                    {beside}
                    {counted}
                    <div class="stack section">{steps}</div>
                    <h2 id="commenti" class="mt-5">{td_string!(l, minutes.comments)}</h2>
                    {empty}
                    {comments(room.comments.clone())}
                </aside>
            </div>
        </Page>
    }
}

fn text_form(room: &MinutesRoom) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (room.meeting.id.to_string(), room.version.to_string());
    let text = room.text.clone();
    view! {
        <Form to=WriteMinutes::PATH>
            <Hidden name="meeting" value=id/>
            <Hidden name="version" value=version/>
            <TextArea name="text" label=td_string!(l, minutes.text) hint=td_string!(l, minutes.text_hint).to_string() value=text max=40_000 rows=18/>
            <Submit label=td_string!(l, minutes.save)/>
        </Form>
    }
}

fn decision_forms(room: &MinutesRoom) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (room.meeting.id.to_string(), room.version.to_string());
    let (id_too, version_too) = (id.clone(), version.clone());
    let numbers: Vec<_> = room.decisions.iter().map(|one| (one.number.to_string(), one.number.to_string())).collect();
    let dissent = (!numbers.is_empty()).then(|| {
        view! {
            <Fold words=td_string!(l, minutes.add_dissent) to=AddDissent::PATH key="dissenso">
                <Form to=AddDissent::PATH key="dissenso" class="narrow">
                    <Hidden name="meeting" value=id_too/>
                    <Hidden name="version" value=version_too/>
                    <SelectField name="number" label=td_string!(l, minutes.decision_number) options=numbers/>
                    <TextField name="organisation" label=td_string!(l, minutes.organisation) max=160/>
                    <TextArea name="text" label=td_string!(l, minutes.dissent_text) max=2_000 rows=3/>
                    <Submit kind="btn-outline-primary" label=td_string!(l, minutes.add)/>
                </Form>
            </Fold>
        }
    });
    view! {
        <Fold words=td_string!(l, minutes.add_decision) to=AddDecision::PATH key="decisione">
            <Form to=AddDecision::PATH key="decisione" class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <TextArea name="text" label=td_string!(l, minutes.decision) max=2_000 rows=3/>
                <Submit kind="btn-outline-primary" label=td_string!(l, minutes.add)/>
            </Form>
        </Fold>
        {dissent}
    }
}

fn step_form(step: MinutesStep, room: &MinutesRoom) -> impl IntoView + use<> {
    let l = locale();
    let (words, label) = match step {
        MinutesStep::OpenComments => {
            (td_string!(l, minutes.open_comments_text, days = room.comment_days), td_string!(l, minutes.open_comments))
        }
        MinutesStep::Rewrite => (td_string!(l, minutes.rewrite_text).to_string(), td_string!(l, minutes.rewrite)),
        MinutesStep::Approve if room.meeting.of == MeetingOf::Public => {
            (td_string!(l, minutes.approve_public_text).to_string(), td_string!(l, minutes.approve))
        }
        MinutesStep::Approve if room.approvals.agreed => {
            (td_string!(l, minutes.approve_now).to_string(), td_string!(l, minutes.approve_record))
        }
        MinutesStep::Approve => {
            (td_string!(l, minutes.approve_text).to_string(), td_string!(l, minutes.approve_record))
        }
        MinutesStep::Publish => (td_string!(l, minutes.publish_text).to_string(), td_string!(l, minutes.publish)),
    };
    let (id, version) = (room.meeting.id.to_string(), room.version.to_string());
    view! {
        <Form to=MoveMinutes::PATH key=step.code()>
            <Hidden name="meeting" value=id/>
            <Hidden name="version" value=version/>
            <Hidden name="step" value=step.code()/>
            <p>{words}</p>
            {step_button(step, label)}
        </Form>
    }
}

fn step_button(step: MinutesStep, label: &'static str) -> AnyView {
    let l = locale();
    match step {
        MinutesStep::OpenComments => view! { <Submit label/> }.into_any(),
        MinutesStep::Rewrite => view! { <Submit kind="btn-outline-primary" label/> }.into_any(),
        MinutesStep::Approve => view! { <FinalSubmit label loses=td_string!(l, minutes.approve_loses)/> }.into_any(),
        MinutesStep::Publish => view! { <FinalSubmit label loses=td_string!(l, minutes.publish_loses)/> }.into_any(),
    }
}

fn addendum_form(room: &MinutesRoom) -> impl IntoView + use<> {
    let l = locale();
    let id = room.meeting.id.to_string();
    view! {
        <Form to=AddAddendum::PATH class="narrow">
            <Hidden name="meeting" value=id/>
            <TextArea name="text" label=td_string!(l, minutes.addendum) hint=td_string!(l, minutes.addendum_hint).to_string() max=8_000/>
            <Submit kind="btn-outline-primary" label=td_string!(l, minutes.add_addendum)/>
        </Form>
    }
}
