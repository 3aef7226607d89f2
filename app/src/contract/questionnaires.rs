//! Questionnaires: building, answering, on paper too, and what came of them.

use super::documents::PathName;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    id::{AnswerId, QuestionnaireId},
    questionnaire::{
        Answers, Arrangement, Audience, Definition, NewPaper, NewQuestion, NewSection, OfQuestion, QuestionnaireHead,
        QuestionnaireState, QuestionnaireStep,
    },
};
use std::collections::BTreeMap;

/// A version of a questionnaire in a list, and above its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireRow {
    pub id: QuestionnaireId,
    pub path: PathName,
    pub title: String,
    pub state: QuestionnaireState,
    pub audience: Audience,
    pub closes_on: Option<NaiveDate>,
    /// Counts the versions, from one.
    pub edition: u32,
    /// Whether everybody reads the results now.
    pub published: bool,
}

/// Questionnaires for everybody: those that are open, then those whose results are published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireList {
    pub open: Vec<QuestionnaireRow>,
    pub results: Vec<QuestionnaireRow>,
}

/// The questionnaires of a path, for those who build them or write down what came on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireDesk {
    pub path: PathName,
    pub rows: Vec<QuestionnaireRow>,
    /// Whether the person may add one.
    pub may_add: bool,
}

/// Who was invited, and whether they answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedRow {
    pub id: String,
    pub email: String,
    pub answered: bool,
}

/// A questionnaire for those who run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireWork {
    pub row: QuestionnaireRow,
    pub head: QuestionnaireHead,
    pub definition: Definition,
    pub version: i32,
    pub answered: u64,
    pub invited: Vec<InvitedRow>,
    pub previous: Option<QuestionnaireId>,
    pub next: Option<QuestionnaireId>,
    /// Whether the person runs it, and does not write down paper alone.
    pub may_manage: bool,
    pub may_edit: bool,
    /// Whether the person may move the last day on.
    pub may_extend: bool,
    pub steps: Vec<QuestionnaireStep>,
    pub may_correct: bool,
    pub may_enter: bool,
}

/// What the person who asks may do with a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerStanding {
    Open,
    /// After signing in.
    SignIn,
    /// Over the link in the mail alone.
    ByLink,
    Answered,
    Closed,
}

/// A questionnaire to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSheet {
    pub row: QuestionnaireRow,
    pub lead: String,
    pub definition: Definition,
    pub standing: AnswerStanding,
    /// The identifier that the answers will have: sent twice, they are kept once.
    pub once: AnswerId,
    /// The version that corrects this one, where everybody may see it.
    pub next: Option<QuestionnaireId>,
}

/// What somebody answered, for whoever holds the receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerReceipt {
    pub row: QuestionnaireRow,
    pub definition: Definition,
    pub answers: Answers,
}

/// What came of a questionnaire that is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultsView {
    pub row: QuestionnaireRow,
    pub definition: Definition,
    /// How many answered; nothing where fewer than five did, and no results either.
    pub answered: Option<u64>,
    pub results: Vec<OfQuestion>,
    /// The respondents' own words, by the key of the question, in no order but the alphabet's; for who runs it alone.
    pub texts: BTreeMap<u32, Vec<String>>,
    /// Whether more was written than `texts` holds.
    pub more_texts: bool,
    /// Whether the person runs it, and takes the single answers along.
    pub may_manage: bool,
}

/// Where answers that came on paper are written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperDesk {
    pub row: QuestionnaireRow,
    pub definition: Definition,
    pub whose: Whose,
    pub once: AnswerId,
}

/// How the one is named whose sheet is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Nobody was invited.
    Nobody,
    /// Of those who were invited, who did not answer yet; for who runs it.
    OneOf(Vec<InvitedRow>),
    /// By the address that is written on the sheet: who only writes paper down does not read who was invited.
    Address,
}

/// What a questionnaire says about itself, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedHead {
    pub title: String,
    pub lead: String,
    pub audience: String,
    pub closes_on: String,
    pub publishes: bool,
}

/// What a form sends beside its own fields: the answers, by the names of `domain::questionnaire::field_of`.
pub type Sent = Vec<(String, String)>;

#[async_trait]
pub trait Questionnaires {
    /// What can be answered, and what can be read.
    async fn questionnaires(&self) -> Outcome<QuestionnaireList>;

    /// The questionnaires of a path.
    async fn questionnaire_desk(&self, slug: String) -> Outcome<QuestionnaireDesk>;

    /// One questionnaire, for those who run it.
    async fn questionnaire_work(&self, id: QuestionnaireId) -> Outcome<QuestionnaireWork>;

    /// One questionnaire, to be answered; `key` is that of an invitation, and names the questionnaire.
    async fn answer_sheet(&self, id: Option<QuestionnaireId>, key: Option<String>) -> Outcome<AnswerSheet>;

    /// What was answered, for whoever holds the receipt.
    async fn answer_receipt(&self, id: AnswerId) -> Outcome<AnswerReceipt>;

    /// What came of it, once it is closed.
    async fn questionnaire_results(&self, id: QuestionnaireId) -> Outcome<ResultsView>;

    /// Where answers on paper are written down.
    async fn paper_desk(&self, id: QuestionnaireId) -> Outcome<PaperDesk>;

    /// Adds a draft to a path.
    async fn create_questionnaire(&self, slug: String, typed: TypedHead) -> Outcome<QuestionnaireId>;

    /// Changes what a draft says about itself.
    async fn edit_questionnaire(&self, id: QuestionnaireId, version: i32, typed: TypedHead) -> Outcome<()>;

    /// Takes a draft away, and tells the slug of its path.
    async fn remove_questionnaire(&self, id: QuestionnaireId, version: i32) -> Outcome<String>;

    /// Adds a section to a draft, or changes one.
    async fn keep_section(&self, id: QuestionnaireId, version: i32, key: Option<u32>, new: NewSection) -> Outcome<()>;

    /// Adds a question to a draft, or changes one: `place` is its section, and its key where it is there.
    async fn keep_question(
        &self,
        id: QuestionnaireId,
        version: i32,
        place: (u32, Option<u32>),
        new: NewQuestion,
    ) -> Outcome<()>;

    /// Moves or removes a part of a draft.
    async fn arrange_questionnaire(&self, id: QuestionnaireId, version: i32, change: Arrangement) -> Outcome<()>;

    /// Opens a draft, or closes what is open: who was invited and who answered is forgotten then.
    async fn step_questionnaire(&self, id: QuestionnaireId, version: i32, step: QuestionnaireStep) -> Outcome<()>;

    /// Moves the last day of what is open on.
    async fn extend_questionnaire(&self, id: QuestionnaireId, closes_on: String) -> Outcome<()>;

    /// Makes a draft that corrects what is closed.
    async fn correct_questionnaire(&self, id: QuestionnaireId) -> Outcome<QuestionnaireId>;

    /// Sends a link to each of these addresses, one a line, that has none yet; tells how many.
    async fn invite_to_questionnaire(&self, id: QuestionnaireId, addresses: String) -> Outcome<u32>;

    /// Keeps the answers of the person who asks.
    async fn answer_questionnaire(
        &self,
        id: QuestionnaireId,
        key: Option<String>,
        once: AnswerId,
        sent: Sent,
    ) -> Outcome<AnswerId>;

    /// Keeps answers that came on paper, of the one with this invitation where people were invited.
    async fn enter_answers(
        &self,
        id: QuestionnaireId,
        once: AnswerId,
        paper: NewPaper,
        invitation: String,
        sent: Sent,
    ) -> Outcome<()>;
}
