//! What came of a questionnaire: counted when it closes, for good.

use super::{Questionnaire, answers};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::questionnaire_result,
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use domain::{
    id::QuestionnaireId,
    questionnaire::{Definition, OfQuestion, QuestionnaireState, results},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter};

/// What came of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub answered: u64,
    /// Nothing where too few answered.
    pub results: Option<Vec<OfQuestion>>,
}

/// Counts the answers.
///
/// # Errors
/// `Unavailable`.
pub async fn count_answers(
    tx: &Tx,
    scope: &TenantScope,
    of: QuestionnaireId,
    definition: &Definition,
) -> Outcome<Counted> {
    let all = answers::answers_of(tx, scope, of).await?;
    Ok(Counted { answered: all.len() as u64, results: results(definition, &all) })
}

/// Keeps what came of a questionnaire that is closed.
///
/// # Errors
/// `Unavailable`.
pub async fn keep(tx: &Tx, scope: &TenantScope, of: QuestionnaireId, counted: &Counted) -> Outcome<()> {
    let row = questionnaire_result::ActiveModel {
        tenant_id: Set(tenant(scope)),
        questionnaire_id: Set(of.0),
        answered: Set(i32::try_from(counted.answered).unwrap_or(i32::MAX)),
        content: Set(serde_json::to_string(&counted.results).map_err(|_| AppError::Unavailable)?),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// What came of it; counted now where its last day is past and nobody has closed it yet.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, one: &Questionnaire) -> Outcome<Counted> {
    let row = match one.state {
        QuestionnaireState::Closed => scoped::<questionnaire_result::Entity>(scope)
            .filter(questionnaire_result::COLUMN.questionnaire_id.eq(one.id.0))
            .one(tx)
            .await
            .or_unavailable()?,
        QuestionnaireState::Draft | QuestionnaireState::Open => None,
    };
    let Some(row) = row else { return count_answers(tx, scope, one.id, &one.definition).await };
    let answered = u64::try_from(row.answered).unwrap_or(0);
    let results = serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)?;
    Ok(Counted { answered, results })
}
