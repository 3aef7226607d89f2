//! What a person did here, what became of it, and the account.

use super::contributions::ContributionRow;
use crate::error::Outcome;
use async_trait::async_trait;

/// What the person who asks did, and what became of it; what has news comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    pub name: String,
    pub email: String,
    /// `it` or `en`.
    pub language: String,
    /// Everything below of which there is news, the latest first.
    pub news: Vec<ContributionRow>,
    pub contributions: Vec<ContributionRow>,
    pub supported: Vec<ContributionRow>,
    pub followed: Vec<ContributionRow>,
    /// Whether the account may be erased here; who holds a role asks the administrator first.
    pub may_erase: bool,
}

/// Name and language as a person wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    pub name: String,
    /// `it` or `en`.
    pub language: String,
}

#[async_trait]
pub trait MySpace {
    /// The space of the person who asks.
    async fn my_space(&self) -> Outcome<Space>;

    /// Changes the name that is shown, and the language of mail.
    async fn keep_preferences(&self, new: Preferences) -> Outcome<()>;

    /// Erases the account of the person who asks: what was written stays, without its author.
    async fn erase_account(&self) -> Outcome<()>;
}
