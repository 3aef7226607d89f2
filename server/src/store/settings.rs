//! Settings of the installation that the database keeps.

use super::{Database, OrUnavailable, entities::setting};
use app::error::Outcome;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

const CLOCK_OFFSET: &str = "clock_offset_seconds";

/// Seconds between the demo's clock and the machine's; zero when never set.
///
/// # Errors
/// `Unavailable`.
#[expect(clippy::disallowed_methods, reason = "settings belong to no tenant")]
pub async fn clock_offset(db: &Database) -> Outcome<i64> {
    let row = setting::Entity::find_by_id(CLOCK_OFFSET).one(db.pool()).await.or_unavailable()?;
    Ok(row.and_then(|row| row.value.parse().ok()).unwrap_or(0))
}

/// Keeps the demo's clock for the next start.
///
/// # Errors
/// `Unavailable`.
pub async fn keep_clock_offset(db: &Database, seconds: i64) -> Outcome<()> {
    let row = setting::ActiveModel { key: Set(CLOCK_OFFSET.into()), value: Set(seconds.to_string()) };
    let on_conflict = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(db.pool()).await.or_unavailable()?;
    Ok(())
}
