//! The meetings of a path, for who runs them.

use super::{
    calendar::filter_of,
    fields::{MeetingFields, Typed},
    list::halves,
};
use crate::{
    api::meetings::PlanMeeting,
    components::{Form, Hidden, Page, SelectField, Submit, load, organ_words::body_words, work_crumbs},
    contract::use_cases,
    i18n::*,
    pages::process::ProgressBox,
    visit::{locale, visit},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn MeetingDeskPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let filter = filter_of(slug.clone());
    let server = use_cases();
    load(async move { server?.meeting_desk(slug, filter).await }, move |found| {
        let crumbs = work_crumbs(&found.path.title, &found.path.slug);
        let bodies = found.bodies.iter().map(|(value, body)| (value.clone(), body_words(l, body))).collect();
        let refused = visit().submitted.as_ref().is_some_and(|sent| sent.to == PlanMeeting::PATH);
        view! {
            <Page title=td_string!(l, meeting.meetings) of=found.path.title.clone() crumbs=crumbs>
                <ProgressBox/>
                {found.may_plan.then(|| view! { <details class="more" open=refused>
                    <summary>{td_string!(l, meeting.plan)}</summary>
                    <Form to=PlanMeeting::PATH class="narrow">
                        <Hidden name="slug" value=found.path.slug/>
                        <SelectField name="of" label=td_string!(l, meeting.of) options=bodies/>
                        <MeetingFields typed=Typed::default()/>
                        <Submit label=td_string!(l, meeting.plan_button)/>
                    </Form>
                </details> })}
                {halves(found.upcoming, found.past, true, false)}
            </Page>
        }
    })
}
