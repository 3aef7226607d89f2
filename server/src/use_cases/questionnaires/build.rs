//! Adding, opening, closing and correcting questionnaires, and inviting to them.

use super::{super::Handle, Questionnaire};
use crate::{
    auth::{TenantScope, secret},
    store::{
        Tx,
        audit::{self, Entry},
        mails,
        questionnaires::{self, Invited},
    },
};
use app::{
    contract::questionnaires::TypedHead,
    error::{AppError, Outcome},
    i18n::Locale,
    letter, paths,
};
use domain::{
    action::Action,
    calendar::day_in_rome,
    id::QuestionnaireId,
    invalid::Fault,
    questionnaire::{
        Audience, Definition, MOST_INVITED, QuestionnaireHead, QuestionnaireState, QuestionnaireStep, Section,
    },
    refusal::Blocker,
    text,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many addresses are invited to questionnaires by one person in an hour.
const INVITING_PER_HOUR: u64 = 20;

impl Handle {
    /// What was typed about a questionnaire.
    pub(super) fn head(&self, typed: &TypedHead) -> Outcome<QuestionnaireHead> {
        let today = day_in_rome(self.now());
        let TypedHead { title, lead, audience, closes_on, publishes } = typed;
        Ok(QuestionnaireHead::parse(title, lead, audience, closes_on, *publishes, today)?)
    }

    /// Adds a draft with a first section.
    pub(super) async fn add_questionnaire(&self, slug: &str, typed: &TypedHead) -> Outcome<QuestionnaireId> {
        let tx = self.begin().await?;
        let path = self.process_for(&tx, slug, Action::ManageQuestionnaires).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        let head = self.head(typed)?;
        let first = Section { key: 1, title: head.title.clone(), lead: String::new(), questions: Vec::new() };
        let new = Questionnaire {
            id: QuestionnaireId::fresh(),
            process: path.id,
            edition: 1,
            previous: None,
            head,
            definition: Definition { sections: vec![first] },
            state: QuestionnaireState::Draft,
            version: 1,
            opened_at: None,
            closed_at: None,
            created_at: self.now(),
        };
        questionnaires::insert(&tx, &self.scope, &new).await?;
        self.record(&tx, Entry::made("questionnaire.create", "questionnaire", new.id.0, &new)).await?;
        self.commit(tx).await?;
        Ok(new.id)
    }

    /// Adds the draft that corrects what is closed.
    pub(super) async fn add_correction(&self, id: QuestionnaireId) -> Outcome<QuestionnaireId> {
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (old, path) = self.questionnaire_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        if old.state_at(self.now()) != QuestionnaireState::Closed {
            return Err(Blocker::WrongState.into());
        }
        if let Some(next) = questionnaires::next_of(&tx, &self.scope, id).await? {
            return Ok(next.id);
        }
        let new = Questionnaire {
            id: QuestionnaireId::fresh(),
            edition: old.edition + 1,
            previous: Some(id),
            head: QuestionnaireHead { closes_on: None, ..old.head.clone() },
            state: QuestionnaireState::Draft,
            version: 1,
            opened_at: None,
            closed_at: None,
            created_at: self.now(),
            ..old
        };
        questionnaires::insert(&tx, &self.scope, &new).await?;
        self.record(&tx, Entry::made("questionnaire.correct", "questionnaire", new.id.0, &new)).await?;
        self.commit(tx).await?;
        Ok(new.id)
    }

    /// Opens a draft, or closes what is open.
    pub(super) async fn take_questionnaire_step(
        &self,
        id: QuestionnaireId,
        version: i32,
        step: QuestionnaireStep,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (before, path) = self.questionnaire_to_run(&tx, id).await?;
        let now = self.now();
        let state = before.state_at(now).after(step)?;
        if before.version != version {
            return Err(AppError::Conflict);
        }
        match step {
            QuestionnaireStep::Open => {
                self.writes_in(&path, Action::ManageQuestionnaires)?;
                if !path.is_public() {
                    return Err(Blocker::WrongState.into());
                }
                before.definition.may_open()?;
                if before.end().is_some_and(|end| now >= end) {
                    return Err(AppError::invalid("closes_on", Fault::Order));
                }
                let after = Questionnaire { state, version: version + 1, opened_at: Some(now), ..before.clone() };
                questionnaires::update(&tx, &self.scope, &after, version).await?;
                self.record(&tx, Entry::changed("questionnaire.open", "questionnaire", id.0, &before, &after)).await?;
            }
            QuestionnaireStep::Close => self.close(&tx, &self.scope, before).await?,
        }
        self.commit(tx).await
    }

    /// Closes it: who answered and who was invited need not be known any longer.
    async fn close(&self, tx: &Tx, scope: &TenantScope, before: Questionnaire) -> Outcome<()> {
        let seen = before.version;
        let closed_at = Some(before.end().map_or(self.now(), |end| end.min(self.now())));
        let state = QuestionnaireState::Closed;
        let after = Questionnaire { state, version: seen + 1, closed_at, ..before.clone() };
        questionnaires::update(tx, scope, &after, seen).await?;
        questionnaires::forget_of(tx, scope, after.id).await?;
        let counted = questionnaires::count_answers(tx, scope, after.id, &after.definition).await?;
        questionnaires::keep_results(tx, scope, after.id, &counted).await?;
        let told = (&after, counted.answered);
        let entry = Entry::changed("questionnaire.close", "questionnaire", after.id.0, &before, &told);
        audit::record(tx, scope, entry, self.now()).await
    }

    /// Closes what was answered until a day that is past.
    pub(crate) async fn close_due_questionnaires(&self) -> Outcome<()> {
        let now = self.now();
        let tx = self.read().await?;
        let due = |one: &Questionnaire| one.state_at(now) == QuestionnaireState::Closed;
        let some = questionnaires::open_until(&tx, &self.scope).await?.iter().any(due);
        drop(tx);
        if !some {
            return Ok(());
        }
        let tx = self.begin().await?;
        for one in questionnaires::open_until(&tx, &self.scope).await?.into_iter().filter(due) {
            questionnaires::in_turn(&tx, &self.scope, one.id).await?;
            self.close(&tx, &self.scope, one).await?;
        }
        self.commit(tx).await
    }

    /// Sends a link to each address that has none yet.
    pub(super) async fn send_invitations(&self, id: QuestionnaireId, addresses: &str) -> Outcome<u32> {
        let me = self.scope.person()?;
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (one, path) = self.questionnaire_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        if one.head.audience != Audience::Invited || one.state_at(self.now()) != QuestionnaireState::Open {
            return Err(Blocker::WrongState.into());
        }
        let typed = read_addresses(addresses).map_err(|fault| AppError::invalid("addresses", fault))?;
        let known = questionnaires::invited(&tx, &self.scope, id).await?;
        let fresh = |email: &String| !known.iter().any(|one| one.email == *email);
        let new: Vec<(Invited, String)> = typed
            .into_iter()
            .filter(fresh)
            .map(|email| {
                (Invited { id: Uuid::now_v7(), questionnaire: id, email, answered: false }, secret::fresh_key())
            })
            .collect();
        if new.is_empty() {
            return Err(AppError::invalid("addresses", Fault::Taken));
        }
        self.within_limit(&tx, "questionnaire_invite", me, INVITING_PER_HOUR).await?;
        let kept: Vec<_> = new.iter().map(|(one, key)| (one.clone(), secret::key_hash(key))).collect();
        questionnaires::invite(&tx, &self.scope, &kept).await?;
        let letters = new.iter().map(|(invited, key)| {
            let link = self.address(&paths::questionnaire_invitation(key));
            let words = letter::questionnaire::invitation(Locale::it, &one.head.title, one.head.closes_on, &link);
            (invited.email.clone(), words)
        });
        mails::post_all(&tx, &self.scope, letters.collect(), self.now()).await?;
        let rows: Vec<&Invited> = new.iter().map(|(one, _)| one).collect();
        self.record(&tx, Entry::made("questionnaire.invite", "questionnaire", id.0, &self.sealed(&rows))).await?;
        self.commit(tx).await?;
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }
}

/// Different addresses, one a line.
fn read_addresses(typed: &str) -> Result<BTreeSet<String>, Fault> {
    let lines = typed.lines().filter(|line| !line.trim().is_empty());
    let read: BTreeSet<String> = lines.map(text::email).collect::<Result<_, _>>()?;
    match read.len() {
        0 => Err(Fault::Required),
        count if count > MOST_INVITED as usize => Err(Fault::Lines { min: 1, max: MOST_INVITED }),
        _ => Ok(read),
    }
}
