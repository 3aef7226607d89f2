//! Registration on the page of a meeting: for everybody, and for who registered.

use crate::{
    api::registrations::{CancelRegistration, ChangeRegistration, Register},
    components::{
        FinalSubmit, Fold, Form, Hidden, SelectField, Submit, TextArea, TextField,
        organ_words::{attendee_kind_words, gender_words},
    },
    contract::registrations::{MyRegistration, QrCode, RegistrationView, Standing},
    format::{end, number},
    i18n::*,
    paths,
    visit::{locale, visit},
};
use domain::{
    id::MeetingId,
    meeting::Gender,
    registration::{AttendeeKind, NewRegistration},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// How one takes part, and what the person who asks may do about it.
pub(super) fn registration(id: MeetingId, found: RegistrationView) -> impl IntoView {
    let l = locale();
    let count = |n: u64| number(l, n);
    let until = end(found.closes_at);
    let places = td_string!(l, registration.places_of, free = count(found.free), places = count(found.places.into()));
    let waiting = (found.waiting > 0).then(|| {
        let words = td_string!(l, registration.waiting, count = found.waiting);
        view! { <p>{words}</p> }
    });
    let own = match found.standing {
        Standing::NotYet => view! { <p>{td_string!(l, registration.not_yet)}</p> }.into_any(),
        Standing::Closed => view! { <p>{td_string!(l, registration.closed, until = until.clone())}</p> }.into_any(),
        Standing::Open => open(id, &found.name, found.free == 0).into_any(),
        Standing::Registered(mine) => registered(id, *mine).into_any(),
    };
    view! {
        <section class="section" aria-labelledby="iscrizione">
            <h2 id="iscrizione">{td_string!(l, registration.take_part)}</h2>
            <p>{places}" · "{td_string!(l, registration.until, until = until)}</p>
            {waiting}
            {own}
        </section>
    }
}

fn open(id: MeetingId, name: &str, full: bool) -> AnyView {
    let l = locale();
    if visit().me.is_none() {
        let href = paths::sign_in(&paths::meeting(id));
        return view! {
            <p>{td_string!(l, registration.sign_in_first)}</p>
            <p><a class="btn btn-primary" href=href>{td_string!(l, registration.sign_in)}</a></p>
        }
        .into_any();
    }
    let (lead, label) = match full {
        true => (td_string!(l, registration.full_lead), td_string!(l, registration.wait)),
        false => (td_string!(l, registration.open_lead), td_string!(l, registration.register)),
    };
    let new = NewRegistration {
        name: name.to_owned(),
        kind: AttendeeKind::Citizen,
        organisation: None,
        gender: Gender::Undeclared,
        needs: String::new(),
    };
    view! {
        <p>{lead}</p>
        <Form to=Register::PATH class="narrow">
            <Hidden name="meeting" value=id.to_string()/>
            {fields(new)}
            <Submit label/>
        </Form>
    }
    .into_any()
}

fn fields(of: NewRegistration) -> impl IntoView {
    let l = locale();
    let kinds = AttendeeKind::ALL.iter().map(|kind| (kind.code().to_owned(), attendee_kind_words(l, *kind))).collect();
    let genders = Gender::ALL.iter().map(|gender| (gender.code().to_owned(), gender_words(l, *gender))).collect();
    view! {
        <TextField name="name" label=td_string!(l, meeting.name) value=of.name max=120 autocomplete="name"/>
        <SelectField name="kind" label=td_string!(l, registration.kind) value=of.kind.code().to_owned() options=kinds/>
        <TextField
            name="organisation" label=td_string!(l, meeting.organisation) value=of.organisation.unwrap_or_default() max=160
            hint=td_string!(l, registration.organisation_hint).to_string() autocomplete="organization" sometimes=true
        />
        <SelectField
            name="gender" label=td_string!(l, meeting.gender) value=of.gender.code().to_owned() options=genders
            hint=td_string!(l, registration.gender_hint).to_string()
        />
        <TextArea
            name="needs" label=td_string!(l, registration.needs) value=of.needs max=1_000 rows=3 optional=true
            hint=td_string!(l, registration.needs_hint).to_string()
        />
    }
}

fn registered(id: MeetingId, mine: MyRegistration) -> impl IntoView {
    let l = locale();
    let state = match (mine.checked_in, mine.ahead) {
        (true, _) => td_string!(l, registration.you_came).to_string(),
        (false, None) => td_string!(l, registration.you_have_a_place).to_string(),
        (false, Some(ahead)) => td_string!(l, registration.you_wait, position = number(l, ahead + 1)),
    };
    let shown = (mine.ahead.is_none() && !mine.checked_in).then(|| code(mine.code.as_str(), mine.picture));
    let change = mine.may_leave.then(|| {
        view! {
            <Fold words=td_string!(l, registration.change) to=ChangeRegistration::PATH>
                <Form to=ChangeRegistration::PATH class="narrow">
                    <Hidden name="meeting" value=id.to_string()/>
                    {fields(mine.who)}
                    <Submit label=td_string!(l, common.save)/>
                </Form>
            </Fold>
            <Form to=CancelRegistration::PATH class="inline-form">
                <Hidden name="meeting" value=id.to_string()/>
                <FinalSubmit kind="btn-outline-primary" label=td_string!(l, registration.cancel) loses=td_string!(l, registration.cancel_loses)/>
            </Form>
        }
    });
    view! {
        <p><strong>{state}</strong></p>
        {shown}
        {change}
    }
}

/// The code in signs, to be said, and as a picture, to be shown.
fn code(signs: &str, picture: QrCode) -> impl IntoView {
    let l = locale();
    let frame = format!("0 0 {0} {0}", picture.side);
    let side = picture.side;
    view! {
        <p>{td_string!(l, registration.show_code)}</p>
        <p class="check-in-code"><code>{signs.to_owned()}</code></p>
        <svg class="qr-code" viewBox=frame role="img" aria-label=td_string!(l, registration.picture).to_string()>
            <rect width=side height=side fill="#fff"></rect>
            <path d=picture.dark fill="#000"></path>
        </svg>
    }
}
