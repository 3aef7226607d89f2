//! What each step of a process needs: the list on the page and the server's refusal are this one function.

use crate::{
    pack::{DurationUnit, RulePack},
    process::{DocumentFact, ProcessFacts},
    refusal::Blocker,
    role::Role,
    stage::{Stage, Step},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing that a step needs, whether it is there, and who supplies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    pub what: Blocker,
    pub met: bool,
    pub who: Role,
}

/// Everything that `step` needs from `stage`, met or not; only `WrongState` where the step does not exist.
#[must_use]
pub fn requirements(stage: Stage, step: Step, facts: &ProcessFacts, pack: &RulePack) -> Vec<Requirement> {
    if stage.after(step, facts.interrupted).is_err() {
        return vec![Requirement { what: Blocker::WrongState, met: false, who: step.who(pack) }];
    }
    let mut list = List(Vec::new());
    match step {
        Step::MakeReady => ready(facts, pack, &mut list),
        Step::Start => start(facts, pack, &mut list),
        Step::Open => open(facts, pack, &mut list),
        Step::Close => {
            let open = facts.open_meetings;
            list.add(Role::ProcessFacilitator, Blocker::MeetingsSettled { open }, open == 0);
        }
        Step::Conclude => conclude(facts, pack, &mut list),
        Step::RecordImpact => {
            // Without a proposal document the body answers by adopting the updated agenda (DOMAIN C2, scenario 8).
            let what = if pack.proposal_document { Blocker::Acknowledgement } else { Blocker::AdoptionAct };
            list.add(Role::BodySecretary, what, facts.acknowledged_on.is_some());
        }
        Step::Monitor => {
            if pack.proposal_document {
                list.add(Role::BodySecretary, Blocker::DecisionCommunicated, facts.decision_communicated);
            }
            answered(facts, &mut list);
        }
        Step::Archive => {
            if pack.final_report_days.is_some() {
                list.add(Role::ProcessOwner, Blocker::FinalReport, facts.report_submitted_on.is_some());
            }
        }
        Step::Suspend | Step::Resume | Step::Withdraw => {}
    }
    list.0
}

struct List(Vec<Requirement>);

impl List {
    fn add(&mut self, who: Role, what: Blocker, met: bool) {
        self.0.push(Requirement { what, met, who });
    }
}

fn ready(facts: &ProcessFacts, pack: &RulePack, list: &mut List) {
    list.add(Role::ProcessOwner, Blocker::Object, facts.object_present);
    list.add(Role::ProcessOwner, Blocker::Phases, facts.phases_planned);
    list.add(Role::ProcessOwner, Blocker::Staff, facts.staff_named);
    list.add(Role::TenantAdmin, Blocker::Owner, facts.owner_named);
    list.add(Role::ProcessOwner, Blocker::DecisionBody, facts.decision_body_set);
    suspension(facts, pack, list);
    if let Some(max) = pack.duration.max {
        let fits = facts.duration.is_none_or(|length| (1..=max).contains(&length));
        let unit = pack.duration.unit;
        list.add(Role::ProcessOwner, Blocker::DurationWithin { max, unit, pack: pack.cite() }, fits);
    }
}

fn start(facts: &ProcessFacts, pack: &RulePack, list: &mut List) {
    suspension(facts, pack, list);
    let notice = facts.notice;
    if pack.start.notice_required {
        list.add(Role::LegalRepresentative, Blocker::StartAction, notice.action_named);
        list.add(Role::LegalRepresentative, Blocker::StartLink, notice.link_present);
        list.add(Role::LegalRepresentative, Blocker::StartSignature, notice.signed);
    }
    let who = Step::Start.who(pack);
    list.add(who, Blocker::StartDate, notice.date.is_some());
    if let Some(on) = notice.date.filter(|on| *on > facts.today) {
        list.add(who, Blocker::StartToCome { on }, false);
    }
    let (end, cycle) = (facts.first_end(pack), pack.duration.unit == DurationUnit::Cycle);
    let ahead = end.is_some_and(|end| end >= facts.today && end >= facts.start());
    list.add(if cycle { Role::ProcessOwner } else { who }, Blocker::EndAhead { end, cycle }, ahead);
    if let Some(limit) = facts.start_limit(pack) {
        let given = notice.date;
        let in_time = given.is_none_or(|date| date <= limit);
        list.add(who, Blocker::StartLimit { limit, given, pack: pack.cite() }, in_time);
    }
}

fn open(facts: &ProcessFacts, pack: &RulePack, list: &mut List) {
    if pack.negotiation_table_required {
        list.add(Role::ProcessOwner, Blocker::TableConstituted, facts.table_constituted);
        list.add(Role::ProcessFacilitator, Blocker::FirstTableMeeting, facts.first_table_meeting_held);
        list.add(Role::ProcessOwner, Blocker::FirstTableMinutes, facts.first_table_minutes_published);
    }
    if pack.stakeholder_map_required {
        list.add(Role::ProcessFacilitator, Blocker::StakeholderMap, facts.stakeholder_map_present);
    }
    if let Some(close) = facts.last_contribution_day() {
        list.add(Role::ProcessOwner, Blocker::ContributionsAhead { close }, close >= facts.today);
    }
}

fn conclude(facts: &ProcessFacts, pack: &RulePack, list: &mut List) {
    if !pack.proposal_document {
        return answered(facts, list);
    }
    let (who, on) = document(facts.document, pack);
    list.add(who, Blocker::DocumentSent { validation: pack.validation_required }, on.is_some());
    if let Some(end) = facts.authorised_end {
        let in_time = on.unwrap_or(facts.today) <= end;
        list.add(Role::ProcessOwner, Blocker::WithinAuthorisedEnd { end, on }, in_time);
    }
}

/// Who must move the document, and the day on which it went to the body, or was refused for good.
fn document(fact: DocumentFact, pack: &RulePack) -> (Role, Option<NaiveDate>) {
    match fact {
        DocumentFact::Sent(on) | DocumentFact::NotValidated(on) => (Role::ProcessOwner, Some(on)),
        DocumentFact::Submitted if pack.validation_required => (Role::Guarantor, None),
        DocumentFact::InPreparation | DocumentFact::Submitted | DocumentFact::Validated => (Role::ProcessOwner, None),
    }
}

fn suspension(facts: &ProcessFacts, pack: &RulePack, list: &mut List) {
    if pack.suspension_required {
        list.add(Role::ProcessOwner, Blocker::SuspensionAct, facts.suspension_act_present);
    }
}

fn answered(facts: &ProcessFacts, list: &mut List) {
    let open = facts.unanswered_contributions;
    list.add(Role::ProcessOwner, Blocker::ContributionsAnswered { open }, open == 0);
}
