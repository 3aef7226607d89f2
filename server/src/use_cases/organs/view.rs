//! What each reader sees of an organ.

use crate::store::{delegates::Delegate, members::Member, organ_rules::EarlierRules, organs::Organ};
use app::contract::organs::{MemberCard, MemberRow, OrganCard, OrganView, OwnMembership, RulesView};
use chrono::{DateTime, Utc};
use domain::{
    organ::{MemberState, MemberStep, in_time, open_steps},
    sign_in::INVITATION_LIFE,
    stage::Stage,
};

fn row(member: &Member) -> MemberRow {
    MemberRow {
        organisation: member.organisation.clone(),
        kind: member.kind,
        category: member.category.clone(),
        since: member.since,
        votes: member.votes,
    }
}

fn in_force(organ: &Organ) -> RulesView {
    RulesView { version: organ.rules_version, since: organ.rules_since, until: None, rules: organ.rules.clone() }
}

/// The organ with the organisations that sit on it today.
pub(super) fn public(organ: Organ, members: &[Member], earlier: &[EarlierRules], stage: Stage) -> OrganView {
    let replaced = |kept: &EarlierRules| RulesView {
        version: kept.version,
        since: kept.since,
        until: Some(kept.until),
        rules: kept.rules.clone(),
    };
    let sits = |member: &&Member| member.organ == organ.id && member.state.is_member();
    OrganView {
        members: members.iter().filter(sits).map(row).collect(),
        earlier: earlier.iter().filter(|kept| kept.organ == organ.id).map(replaced).collect(),
        rules: in_force(&organ),
        id: organ.id,
        kind: organ.kind,
        constituted_on: organ.constituted_on,
        open: stage.is_running(),
    }
}

/// The organ with every organisation that ever came near it, and what may be done about each.
pub(super) fn card(organ: Organ, members: &[Member], delegates: &[Delegate], may_write: bool) -> OrganCard {
    let of_organ = |member: &&Member| member.organ == organ.id;
    let shown = |member: &Member| MemberCard {
        id: member.id,
        row: row(member),
        way: member.way,
        state: member.state,
        why: member.why.clone(),
        reason: member.reason.clone(),
        invited_until: member
            .invited_at
            .filter(|_| member.state == MemberState::Invited)
            .map(|sent| sent + INVITATION_LIFE),
        delegate: delegates
            .iter()
            .find(|delegate| delegate.member == member.id)
            .map(|delegate| (delegate.name.clone(), delegate.email.clone())),
        steps: if may_write { open_steps(member.state, true, false) } else { Vec::new() },
    };
    OrganCard {
        members: members.iter().filter(of_organ).map(shown).collect(),
        rules: in_force(&organ),
        version: organ.version,
        id: organ.id,
        kind: organ.kind,
        constituted_on: organ.constituted_on,
    }
}

/// Where the reader's own organisation stands.
pub(super) fn own(organs: &[Organ], member: Member, now: DateTime<Utc>) -> Option<OwnMembership> {
    let in_time = |step: &MemberStep| in_time(member.state, *step, member.invited_at, now).is_ok();
    Some(OwnMembership {
        expired: !in_time(&MemberStep::Accept),
        organ: organs.iter().find(|organ| organ.id == member.organ)?.kind,
        member: member.id,
        steps: open_steps(member.state, false, true).into_iter().filter(in_time).collect(),
        organisation: member.organisation,
        state: member.state,
        reason: member.reason,
    })
}
