//! What a person did here, and the account.

use super::{Handle, contribution_rows::row_views};
use crate::store::{
    audit::Entry, comments, contributions, mails, moderation, people, sessions, supports, thematic_tables,
};
use app::{
    contract::space::{MySpace, Preferences, Space},
    error::{AppError, Outcome},
};
use async_trait::async_trait;

/// Rows of each list.
const ROWS: u64 = 50;

#[async_trait]
impl MySpace for Handle {
    async fn my_space(&self) -> Outcome<Space> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let id = me.person.id;
        let tx = self.read().await?;
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        let mine = contributions::of_author(&tx, &self.scope, id, ROWS).await?;
        let supported = contributions::supported_by(&tx, &self.scope, id, ROWS).await?;
        let followed = contributions::followed_by(&tx, &self.scope, id, ROWS).await?;
        Ok(Space {
            name: me.person.name.clone(),
            email: me.person.email.clone(),
            language: me.person.language.clone(),
            contributions: row_views(mine, &all),
            supported: row_views(supported, &all),
            followed: row_views(followed, &all),
            may_erase: me.grants.is_empty(),
        })
    }

    async fn keep_preferences(&self, new: Preferences) -> Outcome<()> {
        let id = self.scope.person()?;
        let tx = self.begin().await?;
        people::rename(&tx, &self.scope, id, &new.name, &new.language).await?;
        self.record(&tx, Entry::act("person.preferences", "person", id.0)).await?;
        self.commit(tx).await
    }

    async fn erase_account(&self) -> Outcome<()> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        if !me.grants.is_empty() {
            return Err(AppError::Forbidden);
        }
        let id = me.person.id;
        let tx = self.begin().await?;
        contributions::forget_author(&tx, &self.scope, id).await?;
        comments::forget_author(&tx, &self.scope, id).await?;
        moderation::forget_reporter(&tx, &self.scope, id).await?;
        supports::forget(&tx, &self.scope, id).await?;
        mails::forget(&tx, &self.scope, &me.person.email).await?;
        sessions::forget(&tx, &self.scope, id, &me.person.email).await?;
        people::erase(&tx, &self.scope, id).await?;
        self.record(&tx, Entry::act("person.erase", "person", id.0)).await?;
        self.commit(tx).await
    }
}
