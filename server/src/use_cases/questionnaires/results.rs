//! What came of a questionnaire that is closed.

use super::super::Handle;
use crate::store::{Tx, questionnaires};
use app::{
    contract::questionnaires::ResultsView,
    error::{AppError, Outcome},
};
use domain::{
    action::Action,
    id::QuestionnaireId,
    questionnaire::{Given, OfQuestion, QuestionnaireState},
};
use std::collections::BTreeMap;

impl Handle {
    /// What came of it, for everybody where it is published, else for who runs it; once it is closed.
    pub(super) async fn results_of(&self, tx: &Tx, id: QuestionnaireId) -> Outcome<ResultsView> {
        let (one, path) = self.questionnaire_in_view(tx, id).await?;
        let row = self.row_of(&one, &path)?;
        let may_manage = self.scope.may(Action::ManageQuestionnaires, Some(path.id));
        if row.state != QuestionnaireState::Closed || !(row.published || may_manage) {
            return Err(AppError::NotFound);
        }
        let counted = questionnaires::results_of(tx, &self.scope, &one).await?;
        let answered = counted.results.is_some().then_some(counted.answered);
        let results = counted.results.unwrap_or_default();
        // The respondents' own words are for those who asked.
        let (texts, more_texts) = match may_manage && results.iter().any(|one| one.result.tells_words()) {
            true => self.words_of(tx, id, &results).await?,
            false => (BTreeMap::new(), false),
        };
        Ok(ResultsView { row, definition: one.definition, answered, results, texts, more_texts, may_manage })
    }

    /// What people wrote, where enough did, of as many answers as are read at a time; and whether there are more.
    async fn words_of(
        &self,
        tx: &Tx,
        id: QuestionnaireId,
        results: &[OfQuestion],
    ) -> Outcome<(BTreeMap<u32, Vec<String>>, bool)> {
        let (some, next) = questionnaires::batch(tx, &self.scope, id, None).await?;
        let of = |key: u32| {
            let mut texts: Vec<String> = some
                .iter()
                .filter_map(|one| match one.answers.0.get(&key) {
                    Some(Given::Text(words)) => Some(words.clone()),
                    _ => None,
                })
                .collect();
            texts.sort_unstable();
            (key, texts)
        };
        let texts = results.iter().filter(|one| one.result.tells_words()).map(|one| of(one.key)).collect();
        Ok((texts, next.is_some()))
    }
}
