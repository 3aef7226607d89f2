//! Questionnaires. Answers stand apart from who answered: what is noted of the person is that they did, and the audit
//! log tells no more. Whoever answers, opens or closes waits for their turn (`questionnaires::in_turn`).

mod answering;
mod build;
pub(crate) mod files;
mod inviting;
mod results;
mod view;

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    processes::Process,
    questionnaires::{self, Questionnaire},
};
use app::{
    contract::questionnaires::{
        AnswerReceipt, AnswerSheet, PaperDesk, QuestionnaireDesk, QuestionnaireList, QuestionnaireWork, Questionnaires,
        ResultsView, Sent, TypedHead,
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::{AnswerId, QuestionnaireId},
    questionnaire::{
        Arrangement, Definition, NewPaper, NewQuestion, NewSection, QuestionnaireState, QuestionnaireStep,
    },
};

#[async_trait]
impl Questionnaires for Handle {
    async fn questionnaires(&self) -> Outcome<QuestionnaireList> {
        self.public_questionnaires().await
    }

    async fn questionnaire_desk(&self, slug: String) -> Outcome<QuestionnaireDesk> {
        self.desk_of_questionnaires(&slug).await
    }

    async fn questionnaire_work(&self, id: QuestionnaireId) -> Outcome<QuestionnaireWork> {
        self.work_on_questionnaire(id).await
    }

    async fn answer_sheet(&self, id: Option<QuestionnaireId>, key: Option<String>) -> Outcome<AnswerSheet> {
        self.sheet_to_answer(id, key).await
    }

    async fn answer_receipt(&self, id: AnswerId) -> Outcome<AnswerReceipt> {
        let tx = self.read().await?;
        let kept = questionnaires::answer(&tx, &self.scope, id).await?.ok_or(AppError::NotFound)?;
        let (one, path) = self.questionnaire_in_view(&tx, kept.questionnaire).await?;
        Ok(AnswerReceipt { row: self.row_of(&one, &path)?, definition: one.definition, answers: kept.answers })
    }

    async fn questionnaire_results(&self, id: QuestionnaireId) -> Outcome<ResultsView> {
        let tx = self.read().await?;
        self.results_of(&tx, id).await
    }

    async fn paper_desk(&self, id: QuestionnaireId) -> Outcome<PaperDesk> {
        self.desk_for_paper(id).await
    }

    async fn create_questionnaire(&self, slug: String, typed: TypedHead) -> Outcome<QuestionnaireId> {
        self.add_questionnaire(&slug, &typed).await
    }

    async fn edit_questionnaire(&self, id: QuestionnaireId, version: i32, typed: TypedHead) -> Outcome<()> {
        let head = self.head(&typed)?;
        self.change_draft(id, version, |before| Ok(Questionnaire { head, ..before.clone() })).await
    }

    async fn remove_questionnaire(&self, id: QuestionnaireId, version: i32) -> Outcome<String> {
        let tx = self.begin().await?;
        let (one, path) = self.questionnaire_to_run(&tx, id).await?;
        one.state.may_edit()?;
        questionnaires::remove(&tx, &self.scope, id, version).await?;
        self.record(&tx, Entry::removed("questionnaire.remove", "questionnaire", id.0, &one)).await?;
        self.commit(tx).await?;
        Ok(path.slug)
    }

    async fn keep_section(&self, id: QuestionnaireId, version: i32, key: Option<u32>, new: NewSection) -> Outcome<()> {
        self.change_definition(id, version, |definition| Ok(definition.with_section(key, new)?)).await
    }

    async fn keep_question(
        &self,
        id: QuestionnaireId,
        version: i32,
        (section, key): (u32, Option<u32>),
        new: NewQuestion,
    ) -> Outcome<()> {
        self.change_definition(id, version, |definition| Ok(definition.with_question(section, key, new)?)).await
    }

    async fn arrange_questionnaire(&self, id: QuestionnaireId, version: i32, change: Arrangement) -> Outcome<()> {
        self.change_definition(id, version, |definition| Ok(definition.arranged(change)?)).await
    }

    async fn step_questionnaire(&self, id: QuestionnaireId, version: i32, step: QuestionnaireStep) -> Outcome<()> {
        self.take_questionnaire_step(id, version, step).await
    }

    async fn extend_questionnaire(&self, id: QuestionnaireId, closes_on: String) -> Outcome<()> {
        self.move_last_day(id, &closes_on).await
    }

    async fn correct_questionnaire(&self, id: QuestionnaireId) -> Outcome<QuestionnaireId> {
        self.add_correction(id).await
    }

    async fn invite_to_questionnaire(&self, id: QuestionnaireId, addresses: String) -> Outcome<u32> {
        self.send_invitations(id, &addresses).await
    }

    async fn answer_questionnaire(
        &self,
        id: QuestionnaireId,
        key: Option<String>,
        once: AnswerId,
        sent: Sent,
    ) -> Outcome<AnswerId> {
        self.keep_sheet(id, key.as_deref(), once, &sent).await
    }

    async fn enter_answers(
        &self,
        id: QuestionnaireId,
        once: AnswerId,
        paper: NewPaper,
        invitation: String,
        sent: Sent,
    ) -> Outcome<()> {
        self.keep_paper(id, once, &paper, &invitation, &sent).await
    }
}

impl Handle {
    /// The questionnaire and its path, if the person may see them: a draft is seen by those alone who run it.
    async fn questionnaire_in_view(&self, tx: &Tx, id: QuestionnaireId) -> Outcome<(Questionnaire, Process)> {
        let one = questionnaires::by_id(tx, &self.scope, id).await?;
        let path = self.process_by_id_in_view(tx, one.process).await?;
        let runs = self.scope.may(Action::ManageQuestionnaires, Some(path.id));
        if one.state == QuestionnaireState::Draft && !runs { Err(AppError::NotFound) } else { Ok((one, path)) }
    }

    /// The same, for who runs it.
    async fn questionnaire_to_run(&self, tx: &Tx, id: QuestionnaireId) -> Outcome<(Questionnaire, Process)> {
        let found = self.questionnaire_in_view(tx, id).await?;
        self.scope.authorise(Action::ManageQuestionnaires, Some(found.1.id))?;
        Ok(found)
    }

    /// Changes a draft.
    async fn change_draft(
        &self,
        id: QuestionnaireId,
        version: i32,
        change: impl FnOnce(&Questionnaire) -> Outcome<Questionnaire> + Send,
    ) -> Outcome<()> {
        let tx = self.begin().await?;
        let (before, path) = self.questionnaire_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageQuestionnaires)?;
        before.state.may_edit()?;
        if before.version != version {
            return Err(AppError::Conflict);
        }
        let after = Questionnaire { version: version + 1, ..change(&before)? };
        questionnaires::update(&tx, &self.scope, &after, version).await?;
        self.record(&tx, Entry::changed("questionnaire.change", "questionnaire", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    /// Changes what a draft asks.
    async fn change_definition(
        &self,
        id: QuestionnaireId,
        version: i32,
        change: impl FnOnce(&Definition) -> Outcome<Definition> + Send,
    ) -> Outcome<()> {
        let with =
            |before: &Questionnaire| Ok(Questionnaire { definition: change(&before.definition)?, ..before.clone() });
        self.change_draft(id, version, with).await
    }
}
