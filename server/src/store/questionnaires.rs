//! Questionnaires with their versions; answers and who answered stand in tables of their own.

mod answers;
mod counted;
mod invited;

pub use answers::{Answer, Mark, batch, by_id as answer, count, insert as insert_answer, paper_taken};
pub use counted::{Counted, count_answers, keep as keep_results, of as results_of};
pub use invited::{
    Invited, answered_by, forget_of, forget_person, insert_all as invite, invitation, invited, note_answered,
    note_participation, took_part,
};

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::{process, questionnaire},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    calendar::Deadline,
    id::{ProcessId, QuestionnaireId},
    process::Stage,
    questionnaire::{Definition, QuestionnaireHead, QuestionnaireState},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::Serialize;
use uuid::Uuid;

/// The most questionnaires in a list.
const MOST: u64 = 200;

/// One version of a questionnaire as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Questionnaire {
    pub id: QuestionnaireId,
    pub process: ProcessId,
    pub edition: u32,
    /// The version that this one corrects.
    pub previous: Option<QuestionnaireId>,
    pub head: QuestionnaireHead,
    pub definition: Definition,
    /// As it is stored: [`Questionnaire::state_at`] tells what the last day makes of it.
    pub state: QuestionnaireState,
    pub version: i32,
    pub opened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

impl Questionnaire {
    /// The first instant that is too late to answer.
    #[must_use]
    pub fn end(&self) -> Option<DateTime<Utc>> {
        self.head.closes_on.map(|day| Deadline(day).instant())
    }

    /// Where it stands at `now`.
    #[must_use]
    pub fn state_at(&self, now: DateTime<Utc>) -> QuestionnaireState {
        self.state.at(self.end(), now)
    }

    fn row(&self, scope: &TenantScope) -> Outcome<questionnaire::ActiveModel> {
        Ok(questionnaire::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            edition: Set(i32::try_from(self.edition).unwrap_or(i32::MAX)),
            previous_id: Set(self.previous.map(|id| id.0)),
            title: Set(self.head.title.clone()),
            lead: Set(self.head.lead.clone()),
            audience: Set(self.head.audience.code().into()),
            closes_on: Set(self.head.closes_on),
            publishes: Set(self.head.publishes),
            definition: Set(serde_json::to_string(&self.definition).map_err(|_| AppError::Unavailable)?),
            state: Set(self.state.code().into()),
            version: Set(self.version),
            opened_at: Set(self.opened_at),
            closed_at: Set(self.closed_at),
            created_at: Set(self.created_at),
        })
    }
}

impl TryFrom<questionnaire::Model> for Questionnaire {
    type Error = AppError;

    fn try_from(row: questionnaire::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: QuestionnaireId(row.id),
            process: ProcessId(row.process_id),
            edition: u32::try_from(row.edition).unwrap_or(1),
            previous: row.previous_id.map(QuestionnaireId),
            head: QuestionnaireHead {
                title: row.title,
                lead: row.lead,
                audience: row.audience.parse().map_err(unreadable)?,
                closes_on: row.closes_on,
                publishes: row.publishes,
            },
            definition: serde_json::from_str(&row.definition).map_err(|_| AppError::Unavailable)?,
            state: row.state.parse().map_err(unreadable)?,
            version: row.version,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            created_at: row.created_at,
        })
    }
}

/// Waits until nobody else answers, opens or closes it, and keeps others waiting to the end of the transaction.
///
/// # Errors
/// `Unavailable`.
pub async fn in_turn(tx: &Tx, scope: &TenantScope, id: QuestionnaireId) -> Outcome<()> {
    take_turn(tx, &format!("{} questionnaire {id}", scope.tenant())).await
}

/// The version with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: QuestionnaireId) -> Outcome<Questionnaire> {
    let select = scoped::<questionnaire::Entity>(scope).filter(questionnaire::COLUMN.id.eq(id.0));
    select.one(tx).await.or_unavailable()?.ok_or(AppError::NotFound)?.try_into()
}

/// The version that corrects this one.
///
/// # Errors
/// `Unavailable`.
pub async fn next_of(tx: &Tx, scope: &TenantScope, id: QuestionnaireId) -> Outcome<Option<Questionnaire>> {
    let select = scoped::<questionnaire::Entity>(scope).filter(questionnaire::COLUMN.previous_id.eq(id.0));
    select.one(tx).await.or_unavailable()?.map(Questionnaire::try_from).transpose()
}

/// The questionnaires of a path, the newest first, at most 200.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Questionnaire>> {
    let select = scoped::<questionnaire::Entity>(scope).filter(questionnaire::COLUMN.process_id.eq(process.0));
    let rows = select.order_by_desc(questionnaire::Column::Id).limit(MOST).all(tx).await.or_unavailable()?;
    rows.into_iter().map(Questionnaire::try_from).collect()
}

/// The questionnaires of these paths in one of `states`, the newest first, at most 200.
///
/// # Errors
/// `Unavailable`.
pub async fn of_paths(
    tx: &Tx,
    scope: &TenantScope,
    paths: &[ProcessId],
    states: &[QuestionnaireState],
) -> Outcome<Vec<Questionnaire>> {
    use questionnaire::Column as Q;
    let rows = scoped::<questionnaire::Entity>(scope)
        .filter(ColumnTrait::is_in(&Q::State, states.iter().map(|state| state.code())))
        .filter(ColumnTrait::is_in(&Q::ProcessId, paths.iter().map(|id| id.0)))
        .order_by_desc(Q::Id)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Questionnaire::try_from).collect()
}

/// The open ones whose last day is before `today`, or whose path is over.
///
/// # Errors
/// `Unavailable`.
pub async fn due(tx: &Tx, scope: &TenantScope, today: NaiveDate) -> Outcome<Vec<QuestionnaireId>> {
    use questionnaire::Column as Q;
    let over = Stage::ALL.iter().filter(|stage| stage.is_over()).map(|stage| stage.code());
    let over = scoped::<process::Entity>(scope)
        .filter(ColumnTrait::is_in(&process::Column::Stage, over))
        .select_only()
        .column(process::Column::Id)
        .into_query();
    let ids: Vec<Uuid> = scoped::<questionnaire::Entity>(scope)
        .filter(questionnaire::COLUMN.state.eq(QuestionnaireState::Open.code()))
        .filter(Condition::any().add(Q::ClosesOn.lt(today)).add(Q::ProcessId.in_subquery(over)))
        .select_only()
        .column(Q::Id)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(ids.into_iter().map(QuestionnaireId).collect())
}

/// Adds a version.
///
/// # Errors
/// `Conflict` where another corrects the same one already.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Questionnaire) -> Outcome<()> {
    new.row(scope)?.insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Stores the version as changed, if it is still the one that was `seen`.
///
/// # Errors
/// `Conflict` where it moved on.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Questionnaire, seen: i32) -> Outcome<()> {
    let done = scoped_update::<questionnaire::Entity>(scope)
        .set(changed.row(scope)?)
        .filter(questionnaire::COLUMN.id.eq(changed.id.0))
        .filter(questionnaire::COLUMN.version.eq(seen))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// Takes a draft away.
///
/// # Errors
/// `Conflict` where it moved on.
pub async fn remove(tx: &Tx, scope: &TenantScope, id: QuestionnaireId, seen: i32) -> Outcome<()> {
    let done = scoped_delete::<questionnaire::Entity>(scope)
        .filter(questionnaire::COLUMN.id.eq(id.0))
        .filter(questionnaire::COLUMN.version.eq(seen))
        .filter(questionnaire::COLUMN.state.eq(QuestionnaireState::Draft.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
