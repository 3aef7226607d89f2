//! Remarks and opinions of the members of the guarantee committee.

use super::{
    OrUnavailable, Tx,
    entities::organ_remark,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{MemberId, ProcessId, RemarkId},
    remark::RemarkKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

/// Remarks that are read at once.
const MOST: u64 = 200;

/// A remark or an opinion as it was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    pub id: RemarkId,
    pub process: ProcessId,
    pub member: MemberId,
    pub kind: RemarkKind,
    pub title: String,
    /// In Markdown.
    pub text: String,
    pub at: DateTime<Utc>,
}

impl TryFrom<organ_remark::Model> for Remark {
    type Error = AppError;

    fn try_from(row: organ_remark::Model) -> Outcome<Self> {
        Ok(Self {
            id: RemarkId(row.id),
            process: ProcessId(row.process_id),
            member: MemberId(row.member_id),
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            title: row.title,
            text: row.text,
            at: row.filed_at,
        })
    }
}

/// What was filed on a process, the newest first, at most 200.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Remark>> {
    let rows = scoped::<organ_remark::Entity>(scope)
        .filter(organ_remark::COLUMN.process_id.eq(process.0))
        .order_by_desc(organ_remark::Column::Id)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Remark::try_from).collect()
}

/// Files a remark: it stays as it is.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Remark) -> Outcome<()> {
    let row = organ_remark::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        member_id: Set(new.member.0),
        kind: Set(new.kind.code().into()),
        title: Set(new.title.clone()),
        text: Set(new.text.clone()),
        filed_at: Set(new.at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
