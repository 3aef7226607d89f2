//! One member with the steps that somebody may take with it.

use crate::{
    api::organs::MoveMember,
    components::{
        Badge, Fold, Form, Hidden, Submit, TextArea, Value,
        organ_words::{member_step_words, member_words, organ_words},
    },
    contract::organs::OwnMembership,
    i18n::*,
    visit::{content_lang, locale},
};
use domain::{
    id::MemberId,
    organ::{MemberState, MemberStep},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// A form for each step but leaving, which [`leave`] asks for; steps that need a reason ask for it. `back` is `work`
/// or blank.
pub(super) fn steps(
    member: MemberId,
    organisation: &str,
    steps: &[MemberStep],
    back: &'static str,
) -> impl IntoView + use<> {
    let l = locale();
    let of = Value::content(organisation);
    steps
        .iter()
        .copied()
        .filter(|step| *step != MemberStep::Leave)
        .map(|step| {
            let kind = match step {
                MemberStep::Accept | MemberStep::Activate | MemberStep::Invite | MemberStep::Apply => {
                    "btn-primary btn-sm"
                }
                MemberStep::Refuse | MemberStep::Decline | MemberStep::TakeBack | MemberStep::Leave => {
                    "btn-outline-primary btn-sm"
                }
            };
            let of = of.clone();
            let why = match step {
                MemberStep::TakeBack => td_string!(l, organ.reason_take_back),
                _ => td_string!(l, organ.reason_refuse),
            };
            view! {
                <Form to=MoveMember::PATH key=format!("{member}-{step}") class="inline-form">
                    <Hidden name="member" value=member.to_string()/>
                    <Hidden name="step" value=step.code()/>
                    <Hidden name="back" value=back/>
                    // A field reads the state of the form around it: it is made within.
                    {step.needs_reason().then(|| view! {
                        <TextArea name="reason" label=why max=2_000 rows=3/>
                    })}
                    <Submit kind=kind label=member_step_words(l, step) of=of/>
                </Form>
            }
        })
        .collect_view()
}

/// What the reason beside a member is of: beside a candidacy, the answer to the one before.
pub(super) fn reason_words(l: Locale, state: MemberState) -> &'static str {
    match state {
        MemberState::SelfCandidate => td_string!(l, organ.reason_before),
        _ => td_string!(l, organ.reason),
    }
}

/// The way out, where it is open: folded, with what is lost before the button that takes it.
pub(super) fn leave(
    member: MemberId,
    organisation: &str,
    steps: &[MemberStep],
    back: &'static str,
) -> Option<impl IntoView + use<>> {
    let l = locale();
    let step = MemberStep::Leave;
    let key = format!("{member}-{step}");
    let (name, of) = (organisation.to_owned(), Value::content(organisation));
    steps.contains(&step).then(|| {
        view! {
            <Fold words=member_step_words(l, step) to=MoveMember::PATH key=key.clone() of=of.clone()>
                <p><span lang=content_lang()>{name}</span>" "{td_string!(l, organ.leave_lead)}</p>
                <Form to=MoveMember::PATH key=key class="inline-form">
                    <Hidden name="member" value=member.to_string()/>
                    <Hidden name="step" value=step.code()/>
                    <Hidden name="back" value=back/>
                    <Submit kind="btn-danger btn-sm" label=td_string!(l, organ.leave_confirm) of=of/>
                </Form>
            </Fold>
        }
    })
}

/// Where the visitor's own organisation stands, and what it may do next but leave.
pub(super) fn own(own: &OwnMembership) -> impl IntoView + use<> {
    let l = locale();
    let (words, tone) = member_words(l, own.state);
    let reason = own.reason.clone().map(|reason| {
        view! { <p>{reason_words(l, own.state)}": "<span lang=content_lang()>{reason}</span></p> }
    });
    let expired = own.expired.then(|| view! { <p>{td_string!(l, organ.invitation_expired)}</p> });
    view! {
        <div class="now-box">
            <p><strong>{td_string!(l, organ.own)}": "<span lang=content_lang()>{own.organisation.clone()}</span></strong>" · "{organ_words(l, own.organ)}" "<Badge words tone/></p>
            {reason}
            {expired}
            <div class="cluster">{steps(own.member, &own.organisation, &own.steps, "")}</div>
        </div>
    }
}
