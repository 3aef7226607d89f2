//! The fields of a meeting, for planning and for changing it.

use crate::{
    components::{DateField, SelectField, TextArea, TextField, TimeField, organ_words::mode_words},
    i18n::*,
    visit::locale,
};
use domain::meeting::MeetingMode;
use leptos::prelude::*;

/// What the fields hold at first.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) title: String,
    pub(super) date: String,
    pub(super) time: String,
    pub(super) mode: String,
    pub(super) place: String,
    pub(super) link: String,
    pub(super) agenda: String,
}

#[component]
pub(super) fn MeetingFields(typed: Typed) -> impl IntoView {
    let l = locale();
    let modes = MeetingMode::ALL.iter().map(|mode| (mode.code().to_owned(), mode_words(l, *mode))).collect();
    view! {
        <TextField name="title" label=td_string!(l, meeting.title) value=typed.title max=160/>
        <DateField name="date" label=td_string!(l, meeting.date) value=typed.date/>
        <TimeField name="time" label=td_string!(l, meeting.time) value=typed.time/>
        <SelectField name="mode" label=td_string!(l, meeting.mode) options=modes value=typed.mode/>
        <TextField name="place" label=td_string!(l, meeting.place) hint=td_string!(l, meeting.place_hint).to_string() value=typed.place max=200 sometimes=true/>
        <TextField name="link" label=td_string!(l, meeting.link_field) hint=td_string!(l, meeting.link_hint).to_string() value=typed.link kind="url" max=500 sometimes=true/>
        <TextArea name="agenda" label=td_string!(l, meeting.agenda) hint=td_string!(l, meeting.agenda_hint).to_string() value=typed.agenda max=8_000/>
    }
}
