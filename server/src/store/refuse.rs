//! Causes of the database: logged once, never shown.

use app::error::{AppError, Outcome};
use sea_orm::{DbErr, SqlErr};

/// Turns a cause into an answer that reveals nothing.
pub trait OrUnavailable<T> {
    /// The value, or `Unavailable` with the cause in the log.
    ///
    /// # Errors
    /// `Unavailable`.
    fn or_unavailable(self) -> Outcome<T>;

    /// The value, or none where a unique key was there already.
    ///
    /// # Errors
    /// `Unavailable` for every other cause.
    fn unless_taken(self) -> Outcome<Option<T>>;
}

impl<T> OrUnavailable<T> for Result<T, DbErr> {
    fn or_unavailable(self) -> Outcome<T> {
        self.map_err(|cause| {
            tracing::error!(%cause, "the database refused");
            AppError::Unavailable
        })
    }

    fn unless_taken(self) -> Outcome<Option<T>> {
        match self {
            Err(cause) if matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
            other => other.or_unavailable().map(Some),
        }
    }
}
