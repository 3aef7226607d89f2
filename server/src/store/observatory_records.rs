//! What the record of a process in the regional observatory says beyond the process, and the file that waits beside it.

use super::{
    OrUnavailable, Tx,
    entities::observatory_record,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::ProcessId,
    observatory::{Received, Record},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QuerySelect};
use serde::Serialize;

/// What is kept beside a process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    pub process: ProcessId,
    /// Grows with every change; zero before the first.
    pub version: u32,
    pub record: Record,
    /// A file that was read and not taken yet, under its name.
    pub received: Option<(String, Received)>,
}

fn stored(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// What is kept beside `process`; nothing that was ever stored where nobody said anything.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Kept> {
    let row = scoped::<observatory_record::Entity>(scope)
        .filter(observatory_record::COLUMN.process_id.eq(process.0))
        .one(tx)
        .await
        .or_unavailable()?;
    let Some(row) = row else { return Ok(Kept { process, version: 0, record: Record::default(), received: None }) };
    let unreadable = |_| AppError::Unavailable;
    let received = row.received.map(|read| serde_json::from_str(&read).map_err(unreadable)).transpose()?;
    Ok(Kept {
        process,
        version: u32::try_from(row.version).unwrap_or(0),
        record: serde_json::from_str(&row.record).map_err(unreadable)?,
        received: row.received_name.zip(received),
    })
}

/// What is kept beside `process`, for everybody: without the file that waits.
///
/// # Errors
/// `Unavailable`.
pub async fn said(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Record> {
    let record: Option<String> = scoped::<observatory_record::Entity>(scope)
        .filter(observatory_record::COLUMN.process_id.eq(process.0))
        .select_only()
        .column(observatory_record::Column::Record)
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()?;
    record.map_or_else(
        || Ok(Record::default()),
        |record| serde_json::from_str(&record).map_err(|_| AppError::Unavailable),
    )
}

/// Stores what was changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn store(tx: &Tx, scope: &TenantScope, changed: &Kept, now: DateTime<Utc>) -> Outcome<()> {
    let (name, received) = changed.received.as_ref().map(|(name, read)| (name.clone(), json(read))).unzip();
    let row = observatory_record::ActiveModel {
        tenant_id: Set(tenant(scope)),
        process_id: Set(changed.process.0),
        version: Set(stored(changed.version + 1)),
        record: Set(json(&changed.record)),
        received_name: Set(name),
        received: Set(received),
        updated_at: Set(now),
    };
    if changed.version == 0 {
        return row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict);
    }
    let done = scoped_update::<observatory_record::Entity>(scope)
        .set(row)
        .filter(observatory_record::COLUMN.process_id.eq(changed.process.0))
        .filter(observatory_record::COLUMN.version.eq(stored(changed.version)))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data serialises")
}
