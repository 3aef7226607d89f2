//! Action sheets of the agenda, with the proposals they come from and the way they went.

mod moves;

pub use moves::{ActionMove, moves};

use super::{
    OrUnavailable, Tx,
    entities::action_sheet,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    action_sheet::{ActionSituation, ActionStep, ActionText},
    id::{ActionSheetId, AgendaId, PersonId, ProcessId},
    refusal::StepRefused,
    role::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// An action sheet as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionSheet {
    pub id: ActionSheetId,
    pub agenda: AgendaId,
    /// Names it in its agenda and in addresses.
    pub code: String,
    pub words: ActionText,
    pub situation: ActionSituation,
    /// The path and the number of the proposal it was made of.
    pub process: ProcessId,
    pub proposal: u32,
    /// Who made it; none in the demo.
    pub made_by: Option<PersonId>,
    pub made_at: DateTime<Utc>,
    /// Grows with every change.
    pub version: i32,
}

impl ActionSheet {
    /// The sheet after `step`.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(&self, step: ActionStep) -> Result<Self, StepRefused> {
        let situation = self.situation.after(step)?;
        Ok(Self { situation, version: self.version.saturating_add(1), ..self.clone() })
    }

    fn row(&self, scope: &TenantScope) -> action_sheet::ActiveModel {
        action_sheet::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            agenda_id: Set(self.agenda.0),
            code: Set(self.code.clone()),
            title: Set(self.words.title.clone()),
            text: Set(self.words.text.clone()),
            situation: Set(self.situation.code().into()),
            process_id: Set(self.process.0),
            proposal: Set(i32::try_from(self.proposal).unwrap_or(i32::MAX)),
            made_by: Set(self.made_by.map(|person| person.0)),
            made_at: Set(self.made_at),
            version: Set(self.version),
        }
    }
}

impl TryFrom<action_sheet::Model> for ActionSheet {
    type Error = AppError;

    fn try_from(row: action_sheet::Model) -> Outcome<Self> {
        Ok(Self {
            id: ActionSheetId(row.id),
            agenda: AgendaId(row.agenda_id),
            code: row.code,
            words: ActionText { title: row.title, text: row.text },
            situation: row.situation.parse().map_err(|_| AppError::Unavailable)?,
            process: ProcessId(row.process_id),
            proposal: u32::try_from(row.proposal).unwrap_or(0),
            made_by: row.made_by.map(PersonId),
            made_at: row.made_at,
            version: row.version,
        })
    }
}

/// The sheet with this code.
///
/// # Errors
/// `NotFound`.
pub async fn by_code(tx: &Tx, scope: &TenantScope, code: &str) -> Outcome<ActionSheet> {
    let row = scoped::<action_sheet::Entity>(scope)
        .filter(action_sheet::COLUMN.code.eq(code))
        .order_by_desc(action_sheet::Column::Id)
        .one(tx)
        .await
        .or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The sheets made of the proposals of `process`, in the order of their making.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<ActionSheet>> {
    let rows = scoped::<action_sheet::Entity>(scope)
        .filter(action_sheet::COLUMN.process_id.eq(process.0))
        .order_by_asc(action_sheet::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(ActionSheet::try_from).collect()
}

/// At most `limit` sheets in this situation, or in any, in the order of their making, after the one with id `after`.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    situation: Option<ActionSituation>,
    after: Option<Uuid>,
    limit: u64,
) -> Outcome<Vec<ActionSheet>> {
    let mut select = scoped::<action_sheet::Entity>(scope);
    if let Some(situation) = situation {
        select = select.filter(action_sheet::COLUMN.situation.eq(situation.code()));
    }
    if let Some(after) = after {
        select = select.filter(action_sheet::COLUMN.id.gt(after));
    }
    let rows = select.order_by_asc(action_sheet::Column::Id).limit(limit).all(tx).await.or_unavailable()?;
    rows.into_iter().map(ActionSheet::try_from).collect()
}

/// How many sheets an agenda holds.
///
/// # Errors
/// `Unavailable`.
pub async fn count(tx: &Tx, scope: &TenantScope, agenda: AgendaId) -> Outcome<u64> {
    scoped::<action_sheet::Entity>(scope)
        .filter(action_sheet::COLUMN.agenda_id.eq(agenda.0))
        .count(tx)
        .await
        .or_unavailable()
}

/// Adds a sheet, which `role` made.
///
/// # Errors
/// `Conflict` when there is one of the same proposal or with the same code.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &ActionSheet, role: Role) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.ok_or(AppError::Conflict)?;
    moves::add(tx, scope, new, "", role, new.made_at).await
}

/// Stores that `role` moved a sheet from `before` to `after`.
///
/// # Errors
/// `Conflict` when somebody changed the sheet since.
pub async fn move_on(
    tx: &Tx,
    scope: &TenantScope,
    before: &ActionSheet,
    after: &ActionSheet,
    reason: &str,
    (role, at): (Role, DateTime<Utc>),
) -> Outcome<()> {
    update(tx, scope, before, after).await?;
    moves::add(tx, scope, after, reason, role, at).await
}

/// Stores `after` where `before` was read.
///
/// # Errors
/// `Conflict` when somebody changed the sheet since.
pub async fn update(tx: &Tx, scope: &TenantScope, before: &ActionSheet, after: &ActionSheet) -> Outcome<()> {
    let done = scoped_update::<action_sheet::Entity>(scope)
        .set(after.row(scope))
        .filter(action_sheet::COLUMN.id.eq(before.id.0))
        .filter(action_sheet::COLUMN.version.eq(before.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
