//! The account of the person who asks: where it is signed in.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A browser in which the person is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Tells it from the others: the beginning of its key's hash, which opens nothing.
    pub mark: String,
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub here: bool,
}

#[async_trait]
pub trait Account {
    /// Where the person is signed in, the latest first.
    async fn open_sessions(&self) -> Outcome<Vec<OpenSession>>;

    /// Signs the person out where `mark` says; whether that was the browser that asks.
    async fn end_session(&self, mark: String) -> Outcome<bool>;

    /// Signs the person out everywhere, here too.
    async fn end_all_sessions(&self) -> Outcome<()>;
}
