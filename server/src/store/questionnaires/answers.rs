//! Answers: they name nobody, bear no time, and are never changed.

use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::questionnaire_answer,
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use domain::{
    id::{AnswerId, QuestionnaireId},
    questionnaire::{AnswerChannel, Answers, Given},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

/// Answers read at a time.
const BATCH: u64 = 500;

/// One person's answers as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Random: it tells no order.
    pub id: AnswerId,
    pub questionnaire: QuestionnaireId,
    pub channel: AnswerChannel,
    /// The number on the sheet, of what came on paper.
    pub paper: Option<u32>,
    pub answers: Answers,
}

/// Where reading goes on.
pub type Mark = AnswerId;

fn read(row: questionnaire_answer::Model) -> Outcome<Answer> {
    Ok(Answer {
        id: AnswerId(row.id),
        questionnaire: QuestionnaireId(row.questionnaire_id),
        channel: row.channel.parse().map_err(|_| AppError::Unavailable)?,
        paper: row.paper_number.and_then(|number| u32::try_from(number).ok()),
        answers: serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)?,
    })
}

/// The answers with this identifier.
///
/// # Errors
/// `Unavailable`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: AnswerId) -> Outcome<Option<Answer>> {
    let select = scoped::<questionnaire_answer::Entity>(scope).filter(questionnaire_answer::COLUMN.id.eq(id.0));
    select.one(tx).await.or_unavailable()?.map(read).transpose()
}

/// Whether the sheet with this number was written down already.
///
/// # Errors
/// `Unavailable`.
pub async fn paper_taken(tx: &Tx, scope: &TenantScope, of: QuestionnaireId, number: u32) -> Outcome<bool> {
    let found = scoped::<questionnaire_answer::Entity>(scope)
        .filter(questionnaire_answer::COLUMN.questionnaire_id.eq(of.0))
        .filter(questionnaire_answer::COLUMN.paper_number.eq(i32::try_from(number).unwrap_or(i32::MAX)));
    Ok(found.count(tx).await.or_unavailable()? > 0)
}

/// Keeps the answers; false where they are there already.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Answer) -> Outcome<bool> {
    let row = questionnaire_answer::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        questionnaire_id: Set(new.questionnaire.0),
        channel: Set(new.channel.code().into()),
        paper_number: Set(new.paper.and_then(|number| i32::try_from(number).ok())),
        content: Set(serde_json::to_string(&new.answers).map_err(|_| AppError::Unavailable)?),
    };
    Ok(row.insert(tx).await.unless_taken()?.is_some())
}

/// How many answered.
///
/// # Errors
/// `Unavailable`.
pub async fn count(tx: &Tx, scope: &TenantScope, of: QuestionnaireId) -> Outcome<u64> {
    let all = scoped::<questionnaire_answer::Entity>(scope);
    all.filter(questionnaire_answer::COLUMN.questionnaire_id.eq(of.0)).count(tx).await.or_unavailable()
}

/// The next answers in the order of their random identifiers, and where to go on, if there are more.
///
/// # Errors
/// `Unavailable`.
pub async fn batch(
    tx: &Tx,
    scope: &TenantScope,
    of: QuestionnaireId,
    after: Option<Mark>,
) -> Outcome<(Vec<Answer>, Option<Mark>)> {
    let mut select = scoped::<questionnaire_answer::Entity>(scope)
        .filter(questionnaire_answer::COLUMN.questionnaire_id.eq(of.0))
        .order_by_asc(questionnaire_answer::Column::Id)
        .limit(BATCH);
    if let Some(after) = after {
        select = select.filter(questionnaire_answer::COLUMN.id.gt(after.0));
    }
    let rows = select.all(tx).await.or_unavailable()?;
    let full = rows.len() as u64 == BATCH;
    let rows = rows.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let mark = rows.last().filter(|_| full).map(|last| last.id);
    Ok((rows, mark))
}

/// All answers, to be counted: without the words that were written.
///
/// # Errors
/// `Unavailable`.
pub async fn answers_of(tx: &Tx, scope: &TenantScope, of: QuestionnaireId) -> Outcome<Vec<Answers>> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (some, next) = batch(tx, scope, of, after).await?;
        all.extend(some.into_iter().map(|one| {
            let mut answers = one.answers;
            for given in answers.0.values_mut() {
                if let Given::Text(words) = given {
                    words.clear();
                    words.shrink_to_fit();
                }
            }
            answers
        }));
        if next.is_none() {
            return Ok(all);
        }
        after = next;
    }
}
