//! Where the members approve the minutes, each for its organisation, and where the owner sees who did.

use super::parts::approved_by;
use crate::{
    api::minutes::ApproveMinutes,
    components::{Empty, FinalSubmit, Form, Hidden},
    contract::minutes::MinutesRoom,
    format::date,
    i18n::*,
    visit::locale,
};
use domain::{id::MemberId, minutes::MinutesState};
use leptos::{prelude::*, server_fn::ServerFn};

/// Who approved, and the button for who may; nothing where nobody was asked.
pub(super) fn approvals(room: &MinutesRoom) -> Option<impl IntoView + use<>> {
    let l = locale();
    let asked = room.state == Some(MinutesState::InComment);
    let said = &room.approvals.approved;
    let empty = said.is_empty().then(|| view! { <Empty words=td_string!(l, minutes.no_approvals)/> });
    let names = approved_by(said);
    let fell = fell(room);
    let forms = room.approves_for.iter().map(|one| form(room, one)).collect_view();
    (asked || !said.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="approvazioni">
                <h2 id="approvazioni">{td_string!(l, minutes.approvals)}</h2>
                {fell}
                {empty}
                {names}
                {forms}
            </section>
        }
    })
}

/// The same as the owner sees it, while the minutes lie with the members and after.
pub(super) fn counted(room: &MinutesRoom) -> Option<impl IntoView + use<>> {
    let l = locale();
    let asked = room.state == Some(MinutesState::InComment);
    let said = &room.approvals;
    let (count, total) = (said.approved.len().to_string(), said.total().to_string());
    let counted = (asked && said.total() > 0)
        .then(|| view! { <p>{td_string!(l, minutes.approvals_count, count = count, total = total)}</p> });
    let missing = (asked && !said.missing.is_empty())
        .then(|| view! { <p>{td_string!(l, minutes.approvals_missing, names = said.missing.join("; "))}</p> });
    let names = approved_by(&said.approved);
    let fell = fell(room);
    (counted.is_some() || names.is_some()).then(|| {
        view! {
            <h2 id="approvazioni" class="mt-5">{td_string!(l, minutes.approvals)}</h2>
            {fell}
            {counted}
            {names}
            {missing}
        }
    })
}

/// That approvals of an earlier text count no longer.
fn fell(room: &MinutesRoom) -> Option<impl IntoView + use<>> {
    let day = room.approvals_fell_on.filter(|_| room.state == Some(MinutesState::InComment))?;
    let words = td_string!(locale(), minutes.approvals_fell, day = date(day));
    Some(view! { <div class="now-box"><p>{words}</p></div> })
}

fn form(room: &MinutesRoom, (member, organisation): &(MemberId, String)) -> impl IntoView + use<> {
    let l = locale();
    let (id, version, member) = (room.meeting.id.to_string(), room.version.to_string(), member.to_string());
    let words = td_string!(l, minutes.approve_for, organisation = organisation);
    view! {
        <Form to=ApproveMinutes::PATH key=format!("approva-{member}") class="narrow">
            <Hidden name="meeting" value=id/>
            <Hidden name="version" value=version/>
            <Hidden name="member" value=member/>
            <p>{words}</p>
            <FinalSubmit label=td_string!(l, minutes.approve_as_member) loses=td_string!(l, minutes.approve_as_member_loses)/>
        </Form>
    }
}
