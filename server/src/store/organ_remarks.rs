//! Remarks and opinions of the members of the guarantee committee.

use super::{
    OrUnavailable, Tx,
    entities::{organ_member, organ_remark},
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{MemberId, ProcessId, RemarkId},
    remark::RemarkKind,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use serde::Serialize;

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

#[derive(FromQueryResult)]
struct Filed {
    #[sea_orm(nested)]
    remark: organ_remark::Model,
    organisation: String,
}

/// What was filed on a process before `after`, the newest first, each with its organisation; and where the next page
/// starts, if there is one.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    after: Option<RemarkId>,
    limit: u64,
) -> Outcome<(Vec<(Remark, String)>, Option<RemarkId>)> {
    use organ_member::Column as M;
    let member = |column| Expr::col((organ_member::Entity, column));
    let by = Condition::all()
        .add(member(M::TenantId).eq(tenant(scope)))
        .add(member(M::Id).equals((organ_remark::Entity, organ_remark::Column::MemberId)));
    let mut query = scoped::<organ_remark::Entity>(scope)
        .filter(organ_remark::COLUMN.process_id.eq(process.0))
        .column_as(member(M::Organisation), "organisation")
        .order_by_desc(organ_remark::Column::Id)
        .limit(limit + 1);
    if let Some(after) = after {
        query = query.filter(organ_remark::COLUMN.id.lt(after.0));
    }
    QuerySelect::query(&mut query).inner_join(organ_member::Entity, by);
    let mut rows: Vec<Filed> = query.into_model().all(tx).await.or_unavailable()?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|row| RemarkId(row.remark.id));
    let read = |row: Filed| Ok((row.remark.try_into()?, row.organisation));
    Ok((rows.into_iter().map(read).collect::<Outcome<_>>()?, next))
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
