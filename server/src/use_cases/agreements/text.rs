//! The text as a file: its bytes are what the fingerprint is of.

use super::super::Handle;
use crate::{
    auth::secret,
    store::{agreement_parties, agreements},
};
use app::error::{AppError, Outcome};

/// A version of the text to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextOut {
    pub(crate) version: u32,
    pub(crate) text: String,
}

impl Handle {
    /// The text of the path `slug`, the current one or the signed one numbered `version`, once parties were invited.
    pub(crate) async fn agreement_text(&self, slug: &str, version: Option<u32>) -> Outcome<TextOut> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, slug).await?;
        let stored = agreements::of_process(&tx, &self.scope, path.id).await?.ok_or(AppError::NotFound)?;
        if stored.parties.is_empty() {
            return Err(AppError::NotFound);
        }
        match version.filter(|version| *version != stored.version) {
            None => Ok(TextOut { version: stored.version, text: stored.text }),
            Some(version) => {
                let frozen = agreements::frozen_texts(&tx, &self.scope, stored.id).await?;
                let found = frozen.into_iter().find(|frozen| frozen.version == version).ok_or(AppError::NotFound)?;
                Ok(TextOut { version, text: found.text })
            }
        }
    }

    /// The current text, for who holds the link `key`.
    pub(crate) async fn text_by_link(&self, key: &str) -> Outcome<TextOut> {
        let tx = self.read().await?;
        let party = agreement_parties::by_key(&tx, &self.scope, &secret::key_hash(key)).await?;
        let stored = agreements::by_id(&tx, &self.scope, party.agreement).await?;
        Ok(TextOut { version: stored.version, text: stored.text })
    }
}
