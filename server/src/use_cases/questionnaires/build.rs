//! Adding, opening, closing and correcting questionnaires.

use super::{super::Handle, Questionnaire};
use crate::{
    auth::TenantScope,
    store::{
        Tx,
        audit::{self, Entry},
        questionnaires,
    },
};
use app::{
    contract::questionnaires::TypedHead,
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    calendar::day_in_rome,
    id::QuestionnaireId,
    invalid::Fault,
    questionnaire::{Definition, QuestionnaireHead, QuestionnaireState, QuestionnaireStep, Section},
    refusal::Blocker,
};

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
                    return Err(AppError::invalid("closes_on", Fault::Past));
                }
                let after = Questionnaire { state, version: version + 1, opened_at: Some(now), ..before.clone() };
                questionnaires::update(&tx, &self.scope, &after, version).await?;
                self.record(&tx, Entry::changed("questionnaire.open", "questionnaire", id.0, &before, &after)).await?;
            }
            QuestionnaireStep::Close => self.close(&tx, &self.scope, before).await?,
        }
        self.commit(tx).await
    }

    /// Lets people answer for longer.
    pub(super) async fn move_last_day(&self, id: QuestionnaireId, closes_on: &str) -> Outcome<()> {
        let tx = self.begin().await?;
        questionnaires::in_turn(&tx, &self.scope, id).await?;
        let (before, path) = self.questionnaire_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        if before.state_at(self.now()) != QuestionnaireState::Open {
            return Err(Blocker::QuestionnaireNotOpen.into());
        }
        // The day only moves on, so that whoever still sees the old one moves nothing back.
        let head = before.head.extended(closes_on, day_in_rome(self.now()))?;
        let after = Questionnaire { head, ..before.clone() };
        questionnaires::update(&tx, &self.scope, &after, before.version).await?;
        self.record(&tx, Entry::changed("questionnaire.extend", "questionnaire", id.0, &before, &after)).await?;
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

    /// Closes what was answered until a day that is past, and what a path left open when it ended.
    pub(crate) async fn close_due_questionnaires(&self) -> Outcome<()> {
        let today = day_in_rome(self.now());
        let due = questionnaires::due(&self.read().await?, &self.scope, today).await?;
        for id in due {
            let tx = self.begin().await?;
            // Somebody may have closed it, or moved its last day, while this waited for its turn.
            questionnaires::in_turn(&tx, &self.scope, id).await?;
            if questionnaires::due(&tx, &self.scope, today).await?.contains(&id) {
                let one = questionnaires::by_id(&tx, &self.scope, id).await?;
                self.close(&tx, &self.scope, one).await?;
                self.commit(tx).await?;
            }
        }
        Ok(())
    }
}
