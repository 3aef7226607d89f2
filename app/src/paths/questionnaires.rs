//! Addresses of questionnaires.

use domain::id::{AnswerId, QuestionnaireId};

/// What can be answered, and what can be read.
pub const QUESTIONNAIRES: &str = "/questionari";

/// One questionnaire, to be answered.
#[must_use]
pub fn questionnaire(id: QuestionnaireId) -> String {
    format!("{QUESTIONNAIRES}/{id}")
}

/// What came of it.
#[must_use]
pub fn questionnaire_results(id: QuestionnaireId) -> String {
    format!("{QUESTIONNAIRES}/{id}/risultati")
}

/// The same as a file that ends in `csv` or `xlsx`.
#[must_use]
pub fn questionnaire_results_file(id: QuestionnaireId, ending: &str) -> String {
    format!("{QUESTIONNAIRES}/{id}/risultati.{ending}")
}

/// Where who was invited answers.
#[must_use]
pub fn questionnaire_invitation(key: &str) -> String {
    format!("{QUESTIONNAIRES}/invito/{key}")
}

/// Whether a page is one of a questionnaire: nobody after the reader, at the same machine, may meet what was answered.
#[must_use]
pub fn is_sheet(path: &str) -> bool {
    path.strip_prefix(QUESTIONNAIRES).is_some_and(|rest| rest.starts_with('/'))
}

/// What somebody answered.
#[must_use]
pub fn answer_receipt(id: AnswerId) -> String {
    format!("{QUESTIONNAIRES}/ricevuta/{id}")
}

/// The questionnaires of a path, for those who build them.
#[must_use]
pub fn questionnaires_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/questionari")
}

/// Where a questionnaire is built and run.
#[must_use]
pub fn questionnaire_work(id: QuestionnaireId) -> String {
    format!("/lavoro/questionari/{id}")
}

/// What those will see who answer.
#[must_use]
pub fn questionnaire_preview(id: QuestionnaireId) -> String {
    format!("/lavoro/questionari/{id}/anteprima")
}

/// Where a question is added to a section.
#[must_use]
pub fn question_new(id: QuestionnaireId, section: u32) -> String {
    format!("/lavoro/questionari/{id}/domanda?sezione={section}")
}

/// Where a question is changed.
#[must_use]
pub fn question_edit(id: QuestionnaireId, key: u32) -> String {
    format!("/lavoro/questionari/{id}/domanda?chiave={key}")
}

/// Where answers on paper are written down.
#[must_use]
pub fn questionnaire_paper(id: QuestionnaireId) -> String {
    format!("/lavoro/questionari/{id}/carta")
}

/// The single answers, as a file.
#[must_use]
pub fn questionnaire_answers_file(id: QuestionnaireId) -> String {
    format!("/lavoro/questionari/{id}/risposte.csv")
}
