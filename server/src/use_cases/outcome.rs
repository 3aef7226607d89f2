//! What the body makes of the proposals.

mod told;
mod view;

use super::{Handle, proposal_document::Opened};
use crate::store::{
    audit::Entry,
    deadlines,
    outcomes::{self, Kept},
    process_facts,
};
use app::{
    contract::outcome::{OutcomeView, Outcomes},
    error::{AppError, Outcome},
    letter,
};
use async_trait::async_trait;
use domain::{
    acknowledgement::NewAcknowledgement,
    action_sheet::Making,
    calendar::day_in_rome,
    digest::Digest,
    history::HistoryKind,
    outcome::{AcknowledgementFacts, NewDecision, OutcomeState, OutcomeStep, acknowledge, ready_to_publish},
    policy::Action,
    proposal_document::ValidationVerdict,
    refusal::Blocker,
};
use view::{concluded_on, listed};

#[async_trait]
impl Outcomes for Handle {
    async fn outcome(&self, slug: String) -> Outcome<OutcomeView> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        if !self.scope.may(Action::ReadDrafts, Some(process)) {
            self.scope.person()?;
            return Err(AppError::NotFound);
        }
        let kept = outcomes::of(&tx, &self.scope, process).await?;
        let decisions = outcomes::decisions(&tx, &self.scope, process).await?;
        let may = |action| self.scope.may(action, Some(process));
        let goes_on = !opened.process.stage.rests();
        let (acknowledges, decides) =
            (goes_on && may(Action::RecordAcknowledgement), goes_on && may(Action::DecideProposals));
        let arrived = concluded_on(&opened).is_some();
        let mut view = self.outcome_view(&opened, kept, decisions);
        view.may_acknowledge = acknowledges && arrived && view.acknowledgement.is_none();
        let open = matches!(view.state, OutcomeState::Acknowledged | OutcomeState::MeritPending);
        view.may_decide = decides && open;
        view.may_make_action = view.communicated_on.is_some() && goes_on && may(Action::MakeActionSheet);
        self.name_actions(&tx, &mut view).await?;
        if open {
            view.blockers = ready_to_publish(&listed(&view)).err().map(|refused| refused.blockers).unwrap_or_default();
        }
        Ok(view)
    }

    async fn acknowledge(&self, slug: String, new: NewAcknowledgement) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::RecordAcknowledgement, Some(process))?;
        opened.goes_on()?;
        let concluded_on = concluded_on(&opened).ok_or(Blocker::WrongState)?;
        if new.on > day_in_rome(self.now()) {
            return Err(AppError::invalid("on", domain::invalid::Fault::Future));
        }
        let state = OutcomeState::AwaitingAcknowledgement.after(OutcomeStep::Acknowledge)?;
        let facts = AcknowledgementFacts {
            pack: opened.pack,
            holidays: process_facts::holidays(&self.scope),
            concluded_on,
            validated: opened.kept.document.verdict == Some(ValidationVerdict::Validated),
            mentions_refusal: new.mentions_refusal,
        };
        let done = acknowledge(new.on, &facts)?;
        let kept = Kept {
            process,
            state,
            act: new,
            concluded_on,
            due: done.due,
            late_days: done.late_days,
            communicated_on: None,
            recorded_at: self.now(),
        };
        outcomes::insert(&tx, &self.scope, &kept).await?;
        deadlines::refresh(&tx, &self.scope, &opened.process, self.now()).await?;
        let title = opened.process.title.clone();
        self.mail_holders(&tx, process, done.alerted(), |l, origin| {
            let link = format!("{origin}{}", app::paths::decisions(&slug));
            letter::late_acknowledgement(l, &title, done.late_days, &link)
        })
        .await?;
        self.record(&tx, Entry::made("outcome.acknowledge", "outcome", process.0, &kept)).await?;
        let (role, act) = (self.acting(Action::RecordAcknowledgement, process), kept.act.cite());
        self.tell(&tx, &opened.process, HistoryKind::Acknowledged, role, act, None).await?;
        self.commit(tx).await
    }

    async fn decide_proposal(&self, slug: String, number: u32, new: NewDecision, seen: Option<Digest>) -> Outcome<()> {
        let tx = self.begin().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::DecideProposals, Some(process))?;
        opened.goes_on()?;
        opened.content.proposal(number).ok_or(AppError::NotFound)?;
        let mut kept = outcomes::of(&tx, &self.scope, process).await?.ok_or(Blocker::WrongState)?;
        let before = kept.clone();
        kept.state = before.state.taken_up();
        kept.state.after(OutcomeStep::Decide)?;
        // Also where the state stays: whoever publishes meanwhile waits for this row, or this for them.
        outcomes::update(&tx, &self.scope, before.state, &kept).await?;
        let earlier = outcomes::decisions(&tx, &self.scope, process).await?;
        let earlier = earlier.into_iter().find(|(one, _)| *one == number);
        if earlier.as_ref().map(|(_, made)| made.fingerprint()) != seen {
            return Err(AppError::Conflict);
        }
        outcomes::decide(&tx, &self.scope, (process, number), &new, self.now()).await?;
        let (was, is) = ((before, earlier), (kept, Some((number, new))));
        self.record(&tx, Entry::changed("outcome.decide", "outcome", process.0, &was, &is)).await?;
        self.commit(tx).await
    }

    async fn publish_decisions(&self, slug: String, seen: Digest) -> Outcome<()> {
        let guarantors = self.guarantors().await?;
        let tx = self.begin().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let process = opened.process.id;
        self.scope.authorise(Action::DecideProposals, Some(process))?;
        opened.goes_on()?;
        let before = outcomes::of(&tx, &self.scope, process).await?.ok_or(Blocker::WrongState)?;
        let state = before.state.taken_up().after(OutcomeStep::Decide)?.after(OutcomeStep::Communicate)?;
        let after = Kept { state, communicated_on: Some(day_in_rome(self.now())), ..before.clone() };
        // The row first: from here on nobody decides, and what is read is what is published.
        outcomes::update(&tx, &self.scope, before.state, &after).await?;
        let decisions = outcomes::decisions(&tx, &self.scope, process).await?;
        let view = self.outcome_view(&opened, Some(before.clone()), decisions.clone());
        ready_to_publish(&listed(&view))?;
        if view.decided != seen {
            return Err(AppError::Conflict);
        }
        let at_once = |(_, made): &&(u32, NewDecision)| Making::of(made.decision) == Making::AtOnce;
        let accepted: Vec<u32> = decisions.iter().filter(at_once).map(|(number, _)| *number).collect();
        self.make_sheets(&tx, &opened, &accepted).await?;
        self.answer_contributors(&tx, &opened, &decisions).await?;
        if opened.pack.validation_required {
            let link = self.address(&app::paths::decisions(&slug));
            let (place, title) = (&self.scope.place().name, &opened.process.title);
            self.write_to_guarantors(&tx, guarantors, |l| letter::decisions_published(l, place, title, &link)).await?;
        }
        deadlines::refresh(&tx, &self.scope, &opened.process, self.now()).await?;
        self.record(&tx, Entry::changed("outcome.communicate", "outcome", process.0, &before, &after)).await?;
        self.tell_step(&tx, &opened.process, HistoryKind::DecisionsPublished, Action::DecideProposals).await?;
        self.commit(tx).await
    }

    async fn public_decisions(&self, slug: String) -> Outcome<OutcomeView> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, &slug).await?;
        let kept = outcomes::of(&tx, &self.scope, opened.process.id).await?.ok_or(AppError::NotFound)?;
        let told = kept.communicated_on.is_some();
        let decisions = if told { outcomes::decisions(&tx, &self.scope, opened.process.id).await? } else { Vec::new() };
        let mut view = self.outcome_view(&opened, Some(kept), decisions);
        self.name_actions(&tx, &mut view).await?;
        if !told {
            // The proposals of a document that was never sent are nobody's to read.
            view.proposals.clear();
        }
        // What was noted beside the act is for staff.
        if let Some(recorded) = &mut view.acknowledgement {
            recorded.act.notes.clear();
        }
        Ok(view)
    }
}
