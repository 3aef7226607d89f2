//! What a person wrote into a long form and has not sent yet.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::draft::DraftName;

/// The fields of a form as they were last typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub fields: Vec<(String, String)>,
    pub saved_at: DateTime<Utc>,
}

#[async_trait]
pub trait Drafts {
    /// What the person who asks typed into the form last; none for a visitor.
    async fn draft(&self, form: DraftName) -> Outcome<Option<Draft>>;

    /// Keeps what the person who asks typed, and tells when.
    async fn keep_draft(&self, form: DraftName, fields: Vec<(String, String)>) -> Outcome<DateTime<Utc>>;

    /// Forgets what the person who asks typed into the form.
    async fn discard_draft(&self, form: DraftName) -> Outcome<()>;
}
