//! Drafts of long forms: of the person who writes them and of nobody else.

use super::Handle;
use crate::store::drafts;
use app::{
    contract::drafts::{Draft, Drafts},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{draft::DraftName, invalid::Fault};

/// Largest draft, in bytes of its JSON.
const LARGEST: usize = 128 * 1024;
/// Drafts of one person; beyond them the oldest go.
const MOST: u64 = 50;

#[async_trait]
impl Drafts for Handle {
    async fn draft(&self, form: DraftName) -> Outcome<Option<Draft>> {
        let Ok(me) = self.scope.person() else { return Ok(None) };
        let tx = self.read().await?;
        drafts::of(&tx, &self.scope, me, &form).await
    }

    async fn keep_draft(&self, form: DraftName, fields: Vec<(String, String)>) -> Outcome<DateTime<Utc>> {
        let me = self.scope.person()?;
        let fields = serde_json::to_string(&fields).expect("plain data serialises");
        if fields.len() > LARGEST {
            return Err(AppError::invalid("fields", Fault::TooLong { max: LARGEST as u32 }));
        }
        let (tx, at) = (self.begin().await?, self.now());
        drafts::keep(&tx, &self.scope, me, &form, (fields, at), MOST).await?;
        self.commit(tx).await?;
        Ok(at)
    }

    async fn discard_draft(&self, form: DraftName) -> Outcome<()> {
        let me = self.scope.person()?;
        let tx = self.begin().await?;
        drafts::discard(&tx, &self.scope, me, &form).await?;
        self.commit(tx).await
    }
}
