//! The tenant's agenda.

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::agenda,
    scoped::{scoped, tenant},
    tenants,
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    agenda::{AgendaKind, AgendaState},
    id::AgendaId,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder};
use serde::Serialize;

/// An agenda as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agenda {
    pub id: AgendaId,
    pub kind: AgendaKind,
    pub title: String,
    pub state: AgendaState,
    pub created_at: DateTime<Utc>,
}

impl Agenda {
    /// A new agenda of this kind, with the title that it bears until its tenant finds a better one.
    #[must_use]
    pub fn draft(kind: AgendaKind, created_at: DateTime<Utc>) -> Self {
        let title = match kind {
            AgendaKind::Digital => "Agenda digitale locale",
            AgendaKind::Social => "Agenda sociale e digitale",
        };
        Self { id: AgendaId::fresh(), kind, title: title.into(), state: AgendaState::Draft, created_at }
    }
}

impl TryFrom<agenda::Model> for Agenda {
    type Error = AppError;

    fn try_from(row: agenda::Model) -> Outcome<Self> {
        Ok(Self {
            id: AgendaId(row.id),
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            title: row.title,
            state: row.state.parse().map_err(|_| AppError::Unavailable)?,
            created_at: row.created_at,
        })
    }
}

/// The tenant's agenda, the newest; none before its first action sheet.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope) -> Outcome<Option<Agenda>> {
    let row = scoped::<agenda::Entity>(scope).order_by_desc(agenda::Column::Id).one(tx).await.or_unavailable()?;
    row.map(Agenda::try_from).transpose()
}

/// The agenda with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: AgendaId) -> Outcome<Agenda> {
    let row = scoped::<agenda::Entity>(scope).filter(agenda::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The tenant's agenda, to put action sheets into: who does the same waits until this transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn to_fill(tx: &Tx, scope: &TenantScope) -> Outcome<Option<Agenda>> {
    take_turn(tx, &format!("{} agenda", scope.tenant())).await?;
    of(tx, scope).await
}

/// Adds the tenant's agenda, which the menu names from now on.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Agenda) -> Outcome<()> {
    let row = agenda::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        kind: Set(new.kind.code().into()),
        title: Set(new.title.clone()),
        state: Set(new.state.code().into()),
        created_at: Set(new.created_at),
    };
    row.insert(tx).await.or_unavailable()?;
    tenants::note_agenda(tx, scope).await
}
