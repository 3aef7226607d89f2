//! Organs, members, meetings and minutes in words.

use crate::{contract::meetings::BodyName, i18n::*};
use domain::{
    meeting::{Gender, MeetingMode, MeetingOf, MeetingState},
    minutes::MinutesState,
    organ::{MemberState, MemberStep, OrganKind},
    party::PartyKind,
    registration::AttendeeKind,
    remark::RemarkKind,
};

/// The name of an organ.
#[must_use]
pub fn organ_words(l: Locale, kind: OrganKind) -> String {
    match kind {
        OrganKind::NegotiationTable => td_string!(l, organ.negotiation_table),
        OrganKind::GuaranteeCommittee => td_string!(l, organ.guarantee_committee),
    }
    .to_string()
}

/// What kind of organisation it is.
#[must_use]
pub fn kind_words(l: Locale, kind: PartyKind) -> String {
    match kind {
        PartyKind::Proponent => td_string!(l, organ.kind_proponent),
        PartyKind::DecisionBody => td_string!(l, organ.kind_decision_body),
        PartyKind::Association => td_string!(l, organ.kind_association),
        PartyKind::TradeUnion => td_string!(l, organ.kind_trade_union),
        PartyKind::Firm => td_string!(l, organ.kind_firm),
        PartyKind::Committee => td_string!(l, organ.kind_committee),
        PartyKind::PublicBody => td_string!(l, organ.kind_public_body),
        PartyKind::Other => td_string!(l, organ.kind_other),
    }
    .to_string()
}

/// The kinds of organisation that a form offers: those that are `offered`.
#[must_use]
pub fn kind_options(l: Locale, offered: impl Fn(PartyKind) -> bool) -> Vec<(String, String)> {
    let kinds = PartyKind::ALL.iter().filter(|kind| offered(**kind));
    kinds.map(|kind| (kind.code().to_owned(), kind_words(l, *kind))).collect()
}

/// What the committee files.
#[must_use]
pub fn remark_words(l: Locale, kind: RemarkKind) -> String {
    match kind {
        RemarkKind::Remark => td_string!(l, organ.remark_remark),
        RemarkKind::Opinion => td_string!(l, organ.remark_opinion),
    }
    .to_string()
}

/// What the committee may file.
#[must_use]
pub fn remark_options(l: Locale) -> Vec<(String, String)> {
    RemarkKind::ALL.iter().map(|kind| (kind.code().to_owned(), remark_words(l, *kind))).collect()
}

/// Where an organisation stands, and the tone of its badge.
#[must_use]
pub fn member_words(l: Locale, state: MemberState) -> (String, &'static str) {
    let (words, tone) = match state {
        MemberState::Invited => (td_string!(l, organ.state_invited), "warning"),
        MemberState::SelfCandidate => (td_string!(l, organ.state_self_candidate), "warning"),
        MemberState::Accepted => (td_string!(l, organ.state_accepted), "primary"),
        MemberState::Declined => (td_string!(l, organ.state_declined), "secondary"),
        MemberState::Refused => (td_string!(l, organ.state_refused), "danger"),
        MemberState::Active => (td_string!(l, organ.state_active), "success"),
        MemberState::Left => (td_string!(l, organ.state_left), "secondary"),
        MemberState::TakenBack => (td_string!(l, organ.state_taken_back), "secondary"),
    };
    (words.to_string(), tone)
}

/// What a button says that takes the step.
#[must_use]
pub fn member_step_words(l: Locale, step: MemberStep) -> String {
    match step {
        MemberStep::Accept => td_string!(l, organ.step_accept),
        MemberStep::Decline => td_string!(l, organ.step_decline),
        MemberStep::Refuse => td_string!(l, organ.step_refuse),
        MemberStep::Activate => td_string!(l, organ.step_activate),
        MemberStep::Leave => td_string!(l, organ.step_leave),
        MemberStep::TakeBack => td_string!(l, organ.step_take_back),
        MemberStep::Invite => td_string!(l, organ.step_invite),
        MemberStep::Apply => td_string!(l, organ.step_apply),
    }
    .to_string()
}

/// Where a meeting stands, and the tone of its badge.
#[must_use]
pub fn meeting_words(l: Locale, state: MeetingState) -> (String, &'static str) {
    let (words, tone) = match state {
        MeetingState::Planned => (td_string!(l, meeting.state_planned), "secondary"),
        MeetingState::Convened => (td_string!(l, meeting.state_convened), "primary"),
        MeetingState::Held => (td_string!(l, meeting.state_held), "success"),
        MeetingState::Cancelled => (td_string!(l, meeting.state_cancelled), "danger"),
    };
    (words.to_string(), tone)
}

/// How people attend.
#[must_use]
pub fn mode_words(l: Locale, mode: MeetingMode) -> String {
    match mode {
        MeetingMode::InPerson => td_string!(l, meeting.mode_in_person),
        MeetingMode::Online => td_string!(l, meeting.mode_online),
        MeetingMode::Hybrid => td_string!(l, meeting.mode_hybrid),
    }
    .to_string()
}

/// Whose meeting it is, where no name is at hand.
#[must_use]
pub fn of_words(l: Locale, of: MeetingOf) -> String {
    match of {
        MeetingOf::Organ(_) => td_string!(l, meeting.of_organ),
        MeetingOf::Table(_) => td_string!(l, meeting.of_table),
        MeetingOf::Public => td_string!(l, meeting.of_public),
    }
    .to_string()
}

/// Whose meeting it is, by name.
#[must_use]
pub fn body_words(l: Locale, body: &BodyName) -> String {
    match body {
        BodyName::Organ(kind) => organ_words(l, *kind),
        BodyName::Table(name) => td_string!(l, meeting.of_table_named, name = name.as_str()),
        BodyName::Public => td_string!(l, meeting.of_public).to_string(),
    }
}

/// The gender that somebody declared.
#[must_use]
pub fn gender_words(l: Locale, gender: Gender) -> String {
    match gender {
        Gender::Woman => td_string!(l, meeting.gender_woman),
        Gender::Man => td_string!(l, meeting.gender_man),
        Gender::Undeclared => td_string!(l, meeting.gender_undeclared),
    }
    .to_string()
}

/// As what somebody takes part in a meeting.
#[must_use]
pub fn attendee_kind_words(l: Locale, kind: AttendeeKind) -> String {
    match kind {
        AttendeeKind::Citizen => td_string!(l, registration.kind_citizen),
        AttendeeKind::Association => td_string!(l, registration.kind_association),
        AttendeeKind::School => td_string!(l, registration.kind_school),
        AttendeeKind::Firm => td_string!(l, registration.kind_firm),
        AttendeeKind::PublicBody => td_string!(l, registration.kind_public_body),
        AttendeeKind::Other => td_string!(l, registration.kind_other),
    }
    .to_string()
}

/// Where minutes stand, and the tone of their badge.
#[must_use]
pub fn minutes_words(l: Locale, state: MinutesState) -> (String, &'static str) {
    let (words, tone) = match state {
        MinutesState::Draft => (td_string!(l, minutes.state_draft), "secondary"),
        MinutesState::InComment => (td_string!(l, minutes.state_in_comment), "warning"),
        MinutesState::Approved => (td_string!(l, minutes.state_approved), "primary"),
        MinutesState::Published => (td_string!(l, minutes.state_published), "success"),
    };
    (words.to_string(), tone)
}
