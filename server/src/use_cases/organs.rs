//! Organs: set up by the owner of a path, entered by invitation or candidature, left again.

mod enter;
mod invite;
mod remarks;
mod rules;
mod view;

use super::Handle;
use crate::store::{
    audit::Entry,
    delegates, mails,
    members::{self, Member},
    organ_rules,
    organs::{self, Organ},
    people::{self, Person},
    processes, thematic_tables,
};
use app::{
    contract::{
        documents::PathName,
        organs::{MemberInvitation, OrganDesk, Organs, Remarks, WhoDoesWhat},
    },
    error::{AppError, Outcome},
    i18n::Locale,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    calendar::day_in_rome,
    id::{MemberId, OrganId},
    invalid::Fault,
    organ::{MemberStep, NewCandidature, NewMember, NewOrgan, OrganKind, OrganRules, Rewriting, in_time, may_apply},
    reason::Reason,
    refusal::Blocker,
    remark::NewRemark,
    role::Role,
};

#[async_trait]
impl Organs for Handle {
    async fn who_does_what(&self, slug: String) -> Outcome<WhoDoesWhat> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        let (organs, earlier) = organ_rules::with_organs(&tx, &self.scope, path.id).await?;
        let (members, own) = members::of_process(&tx, &self.scope, path.id, self.scope.actor()).await?;
        let tables = thematic_tables::of_process(&tx, &self.scope, path.id).await?;
        let shown = |organ: Organ| view::public(organ, &members, &earlier, path.stage);
        Ok(WhoDoesWhat {
            own: own.into_iter().filter_map(|member| view::own(&organs, member, self.now())).collect(),
            organs: organs.into_iter().map(shown).collect(),
            comment_days: path.pack()?.minutes_comment_days,
            tables: tables.into_iter().map(|table| (table.name, table.facilitator.is_some())).collect(),
            has_guarantor: path.pack()?.has_guarantor(),
            expects_organs: path.pack()?.knows_organs(),
            may_manage: self.scope.may(Action::ManageMembers, Some(path.id)),
            proponent: path.sheet.proponent.clone(),
            decision_body: path.sheet.decision_body.clone(),
            responsible_office: path.sheet.responsible_office.clone(),
            path: PathName { slug: path.slug, title: path.title },
        })
    }

    async fn remarks(&self, slug: String, after: Option<String>) -> Outcome<Remarks> {
        self.filed(&slug, after).await
    }

    async fn organ_desk(&self, slug: String) -> Outcome<OrganDesk> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        self.scope.authorise(Action::ManageMembers, Some(path.id))?;
        let organs = organs::of_process(&tx, &self.scope, path.id).await?;
        let ids: Vec<OrganId> = organs.iter().map(|organ| organ.id).collect();
        let members = members::of_organs(&tx, &self.scope, &ids).await?;
        let delegates = delegates::of_organs(&tx, &self.scope, &ids).await?;
        let may_write = self.may_write_in(&path, Action::ManageMembers);
        let known = path.pack()?.knows_organs();
        let absent = |kind: &OrganKind| may_write && known && organs.iter().all(|organ| organ.kind != *kind);
        let missing = OrganKind::ALL.iter().copied().filter(absent);
        Ok(OrganDesk {
            missing: missing.collect(),
            organs: organs.into_iter().map(|organ| view::card(organ, &members, &delegates, may_write)).collect(),
            comment_days: path.pack()?.minutes_comment_days,
            may_write,
            path: PathName { slug: path.slug, title: path.title },
            today: day_in_rome(self.now()),
        })
    }

    async fn member_invitation(&self, id: MemberId) -> Outcome<MemberInvitation> {
        let tx = self.read().await?;
        let member = members::by_id(&tx, &self.scope, id).await?;
        if !self.sits_for(&tx, &member).await? {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let organ = organs::by_id(&tx, &self.scope, member.organ).await?;
        let path = processes::by_id(&tx, &self.scope, member.process).await?;
        let rules = organ.rules.text.clone();
        let own = view::own(&[organ], member, self.now()).ok_or(AppError::NotFound)?;
        Ok(MemberInvitation { path: PathName { slug: path.slug, title: path.title }, rules, own })
    }

    async fn constitute_organ(&self, slug: String, new: NewOrgan) -> Outcome<()> {
        let tx = self.begin().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        self.writes_in(&path, Action::ManageMembers)?;
        if !path.pack()?.knows_organs() {
            return Err(Blocker::WrongState.into());
        }
        let new = new.by(self.today_in_rome())?;
        let organ = Organ {
            id: OrganId::fresh(),
            process: path.id,
            kind: new.kind,
            rules: new.rules.at_least(path.pack()?.minutes_comment_days)?,
            rules_version: 1,
            rules_since: new.constituted_on,
            version: 1,
            constituted_on: new.constituted_on,
            created_at: self.now(),
        };
        if !organs::insert(&tx, &self.scope, &organ).await? {
            return Err(AppError::invalid("kind", Fault::Taken));
        }
        self.record(&tx, Entry::made("organ.constitute", "organ", organ.id.0, &organ)).await?;
        self.commit(tx).await
    }

    async fn rewrite_rules(&self, organ: OrganId, version: i32, rules: OrganRules) -> Outcome<(String, Rewriting)> {
        self.change_rules(organ, version, rules).await
    }

    async fn invite_member(&self, organ: OrganId, new: NewMember, votes: bool) -> Outcome<String> {
        let tx = self.begin().await?;
        let organ = organs::by_id(&tx, &self.scope, organ).await?;
        let path = self.process_by_id_in_view(&tx, organ.process).await?;
        self.writes_in(&path, Action::ManageMembers)?;
        let email = new.email.clone();
        let member = self.take_invited(&tx, &organ, new, votes).await?;
        let known = people::by_email(&tx, &self.scope, &email).await?;
        let l = known.as_ref().map_or(Locale::it, Person::locale);
        let words = self.invitation_words(l, &member, &organ, &path);
        mails::post(&tx, &self.scope, email, words, self.now()).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }

    async fn apply_to_organ(&self, organ: OrganId, new: NewCandidature) -> Outcome<String> {
        let person = self.scope.signed_in().ok_or(AppError::SignInRequired)?.person.clone();
        let tx = self.begin().await?;
        let organ = organs::by_id(&tx, &self.scope, organ).await?;
        let path = self.process_by_id_in_view(&tx, organ.process).await?;
        self.scope.authorise(Action::ApplyAsMember, Some(path.id))?;
        if !path.stage.is_running() {
            return Err(Blocker::WrongState.into());
        }
        self.may_sit(&tx, &organ, person.id).await?;
        let seats = members::of_person(&tx, &self.scope, path.id, person.id).await?;
        let here: Vec<_> = seats.iter().filter(|seat| seat.organ == organ.id).map(|seat| seat.state).collect();
        may_apply(&here)?;
        let member = self.candidate(&tx, &organ, new, person).await?;
        self.tell_of_candidature(&tx, &member, &organ, &path).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }

    async fn file_remark(&self, member: MemberId, new: NewRemark) -> Outcome<String> {
        self.file(member, new).await
    }

    async fn move_member(&self, id: MemberId, step: MemberStep, reason: Option<Reason>) -> Outcome<String> {
        let tx = self.begin().await?;
        let member = members::by_id(&tx, &self.scope, id).await?;
        let owner = self.scope.may(Action::ManageMembers, Some(member.process));
        let delegate = self.sits_for(&tx, &member).await?;
        if !owner && !delegate {
            return Err(self.scope.person().err().unwrap_or(AppError::NotFound));
        }
        let theirs = (owner && step.is_owners(member.state)) || (delegate && step.is_delegates(member.state));
        let next = member.state.after(step)?;
        if !theirs {
            return Err(AppError::Forbidden);
        }
        in_time(member.state, step, member.invited_at, self.now())?;
        // What the owner does stands in the log as the owner's.
        if owner && step.is_owners(member.state) {
            self.scope.authorise(Action::ManageMembers, Some(member.process))?;
        }
        let path = processes::by_id(&tx, &self.scope, member.process).await?;
        if path.stage.is_over() {
            return Err(Blocker::WrongState.into());
        }
        let organ = organs::by_id(&tx, &self.scope, member.organ).await?;
        let sat = self.sealed_delegate(&tx, id).await?;
        let changed = self.entered(&tx, &organ, Member { state: next, ..member.clone() }, reason).await?;
        members::update(&tx, &self.scope, &changed, member.state).await?;
        self.tell_member(&tx, step, &changed, &organ, &path).await?;
        let (was, is) = ((&member, sat), (&changed, self.sealed_delegate(&tx, id).await?));
        self.record(&tx, Entry::changed("member.move", "member", id.0, &was, &is)).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }
}

/// The role that a delegate holds while the organisation sits on the organ.
const fn role_on(organ: OrganKind) -> Role {
    match organ {
        OrganKind::NegotiationTable => Role::TableMember,
        OrganKind::GuaranteeCommittee => Role::CommitteeMember,
    }
}
