//! The members' comments on minutes, page by page.

use super::{
    OrUnavailable, Tx,
    entities::minutes_comment,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::{MeetingId, PersonId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::Serialize;
use uuid::Uuid;

/// Comments on a page.
const PAGE: u64 = 50;

/// A comment on a draft; it is never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment {
    pub person: Option<PersonId>,
    /// For whom the member spoke.
    pub organisation: String,
    pub text: String,
    /// It stands in the published minutes.
    pub objection: bool,
    pub at: DateTime<Utc>,
}

/// Which comments a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    All,
    Objections,
}

/// A page of the comments on a meeting's minutes, oldest first, after the comment `after`; and where the next begins.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    which: Which,
    after: Option<Uuid>,
) -> Outcome<(Vec<Comment>, Option<Uuid>)> {
    let mut query = scoped::<minutes_comment::Entity>(scope)
        .filter(minutes_comment::COLUMN.meeting_id.eq(meeting.0))
        .apply_if(after, |query, after| query.filter(minutes_comment::COLUMN.id.gt(after)));
    if which == Which::Objections {
        query = query.filter(minutes_comment::COLUMN.objection.eq(true));
    }
    let mut rows = query.order_by_asc(minutes_comment::Column::Id).limit(PAGE + 1).all(tx).await.or_unavailable()?;
    let more = rows.len() as u64 > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let read = |row: minutes_comment::Model| Comment {
        person: row.person_id.map(PersonId),
        organisation: row.organisation,
        text: row.text,
        objection: row.objection,
        at: row.at,
    };
    Ok((rows.into_iter().map(read).collect(), next))
}

/// Whether an objection to a meeting's minutes stands; of `organisation` alone, where it is given.
///
/// # Errors
/// `Unavailable`.
pub async fn objected(tx: &Tx, scope: &TenantScope, meeting: MeetingId, organisation: Option<&str>) -> Outcome<bool> {
    let found = scoped::<minutes_comment::Entity>(scope)
        .filter(minutes_comment::COLUMN.meeting_id.eq(meeting.0))
        .filter(minutes_comment::COLUMN.objection.eq(true))
        .apply_if(organisation, |query, one| query.filter(minutes_comment::COLUMN.organisation.eq(one)));
    Ok(found.one(tx).await.or_unavailable()?.is_some())
}

/// Adds a comment.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, meeting: MeetingId, new: &Comment) -> Outcome<()> {
    let row = minutes_comment::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        meeting_id: Set(meeting.0),
        person_id: Set(new.person.map(|person| person.0)),
        organisation: Set(new.organisation.clone()),
        text: Set(new.text.clone()),
        objection: Set(new.objection),
        at: Set(new.at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
