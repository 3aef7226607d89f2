//! What a person did here, and the account.

use super::{
    Handle, comment_threads,
    contribution_rows::{EXCERPT, row_views},
};
use crate::store::{
    agreement_parties, attempts,
    audit::Entry,
    comments, contributions, delegates, drafts, feedback,
    identity_providers::{self, KeptProvider},
    invitations, mails, moderation, oidc_sign_ins, people, person_identities, questionnaires, reads, sessions,
    stand_behind, supports, work_visits,
};
use app::{
    contract::{
        Slice,
        space::{MySpace, OwnComment, Preferences, Space, WayIn},
    },
    error::{AppError, Outcome},
    escape,
};
use async_trait::async_trait;
use domain::contribution::ModerationState;
use std::cmp::Reverse;

/// Rows of each list.
const ROWS: u64 = 50;

/// Comments of a page.
const COMMENTS: usize = 20;

fn comment_row(row: comments::OwnComment) -> OwnComment {
    let comments::OwnComment { comment, title, among } = row;
    OwnComment {
        id: comment.id,
        on: comment.contribution,
        title,
        excerpt: escape::excerpt(&comment.body, EXCERPT),
        at: comment.created_at,
        hidden: comment.moderation == ModerationState::Hidden,
        waiting: comment.moderation == ModerationState::PendingModeration,
        far: among > comment_threads::PAGE,
    }
}

#[async_trait]
impl MySpace for Handle {
    async fn my_space(&self, from: Option<String>) -> Outcome<Space> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let id = me.person.id;
        let tx = self.read().await?;
        let own = contributions::of_person(&tx, &self.scope, id, ROWS).await?;
        // The tables of one's own proposals are not named here.
        let (contributions, supported, followed) =
            (row_views(own.written, &[]), row_views(own.supported, &[]), row_views(own.followed, &[]));
        let mut news: Vec<_> =
            contributions.iter().chain(&supported).chain(&followed).filter(|row| row.news.is_some()).cloned().collect();
        news.sort_by_key(|row| (Reverse(row.news), row.id));
        news.dedup_by_key(|row| row.id);
        let (rows, next) = comments::of_person(&tx, &self.scope, id, from.as_deref(), COMMENTS).await?;
        Ok(Space {
            news,
            comments: Slice { rows: rows.into_iter().map(comment_row).collect(), next },
            name: me.person.name.clone(),
            email: me.person.email.clone(),
            language: me.person.language.clone(),
            contributions,
            supported,
            followed,
            seats: self.seats(&tx).await?,
            may_erase: me.grants.is_empty(),
        })
    }

    async fn ways_in(&self) -> Outcome<Vec<WayIn>> {
        let id = self.scope.person()?;
        let tx = self.read().await?;
        let mine = person_identities::of_person(&tx, &self.scope, id).await?;
        let offered = identity_providers::open(&tx, &self.scope).await?;
        let way = |kept: KeptProvider| WayIn {
            id: kept.id,
            joined: mine.iter().any(|identity| identity.provider == kept.id),
            name: kept.provider.name,
        };
        Ok(offered.into_iter().map(way).collect())
    }

    async fn keep_preferences(&self, new: Preferences) -> Outcome<()> {
        let id = self.scope.person()?;
        let tx = self.begin().await?;
        let before = people::by_id(&tx, &self.scope, id).await?;
        self.rename(&tx, &before, &new.name, &new.language).await?;
        self.commit(tx).await
    }

    async fn erase_account(&self) -> Outcome<()> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        if !me.grants.is_empty() {
            return Err(AppError::Forbidden);
        }
        let (id, email) = (me.person.id, &me.person.email);
        let platform = self.platform_scope().await?;
        let tx = self.begin().await?;
        // Others may hold the turns of these meetings: nothing is locked yet that they could wait for.
        self.forget_registrations(&tx, id).await?;
        contributions::forget_author(&tx, &self.scope, id).await?;
        comments::forget_author(&tx, &self.scope, id).await?;
        moderation::forget_reporter(&tx, &self.scope, id).await?;
        moderation::forget_appeals(&tx, &self.scope, id).await?;
        supports::forget(&tx, &self.scope, id).await?;
        questionnaires::forget_person(&tx, &self.scope, id, email).await?;
        reads::forget(&tx, &self.scope, id).await?;
        drafts::forget(&tx, &self.scope, id).await?;
        work_visits::forget(&tx, &self.scope, id).await?;
        delegates::forget(&tx, &self.scope, id, email).await?;
        agreement_parties::forget(&tx, &self.scope, email).await?;
        feedback::forget(&tx, &self.scope, email).await?;
        invitations::forget(&tx, &self.scope, email).await?;
        attempts::forget(&tx, &self.scope, &id.to_string()).await?;
        stand_behind(&tx, platform.wall()).await?;
        attempts::forget(&tx, &platform, &self.app.key.of_caller(email)).await?;
        stand_behind(&tx, self.scope.wall()).await?;
        mails::forget(&tx, &self.scope, email).await?;
        sessions::forget(&tx, &self.scope, id, email, self.now()).await?;
        person_identities::forget(&tx, &self.scope, id).await?;
        oidc_sign_ins::forget(&tx, &self.scope, id).await?;
        people::erase(&tx, &self.scope, id).await?;
        self.record(&tx, Entry::removed("person.erase", "person", id.0, &self.sealed(&me.person))).await?;
        self.commit(tx).await
    }
}
