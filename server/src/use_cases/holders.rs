//! Mail to those who hold a role in a path.

use super::Handle;
use crate::{
    auth::TenantScope,
    store::{
        Tx, mails,
        people::{self, Person},
    },
};
use app::{error::Outcome, i18n::Locale, letter::Words};
use domain::{id::ProcessId, role::Role};

impl Handle {
    /// Writes to everybody who holds one of `roles` in `process`; `words` gets the language and this host's origin.
    pub(super) async fn mail_holders(
        &self,
        tx: &Tx,
        process: ProcessId,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        self.mail_holders_in(tx, &self.scope, process, roles, words).await
    }

    /// The same, in the tenant of `scope`.
    pub(super) async fn mail_holders_in(
        &self,
        tx: &Tx,
        scope: &TenantScope,
        process: ProcessId,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        let told = people::holders(tx, scope, roles, process).await?;
        self.mail_each(tx, scope, told, words).await
    }

    /// The same, except to who acts.
    pub(super) async fn mail_others(
        &self,
        tx: &Tx,
        process: ProcessId,
        roles: &[Role],
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        let mut told = people::holders(tx, &self.scope, roles, process).await?;
        told.retain(|person| Some(person.id) != self.scope.actor());
        self.mail_each(tx, &self.scope, told, words).await
    }

    async fn mail_each(
        &self,
        tx: &Tx,
        scope: &TenantScope,
        told: Vec<Person>,
        words: impl Fn(Locale, &str) -> Words + Send + Sync,
    ) -> Outcome<()> {
        let origin = self.app.origin_of(scope.place());
        let letters = told.iter().map(|one| (one.email.clone(), words(one.locale(), &origin))).collect();
        mails::post_all(tx, scope, letters, self.now()).await
    }
}
