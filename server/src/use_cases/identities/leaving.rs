//! Signing out at the provider too, and at its word.

use super::Stopped;
use crate::{
    auth::secret::key_hash,
    store::{
        attempts,
        audit::Entry,
        identity_providers::{self, KeptProvider},
        logout_tokens, sessions,
    },
    use_cases::Handle,
};
use app::{error::Outcome, paths};
use domain::{
    id::{IdentityProviderId, PersonId},
    oidc_fault::OidcFault,
    sign_in::WRONG_WORDS_PER_NETWORK,
};

/// For what ID tokens are sealed.
pub(super) const ID_TOKEN: &str = "id_token";
/// What is counted of those who speak for providers.
const WORD: &str = "oidc_word";

impl Handle {
    /// Where one who just signed out signs out at the provider too; none where there is nothing to do.
    pub(crate) async fn leave_provider(&self, key: &str) -> Outcome<Option<String>> {
        let tx = self.begin().await?;
        let Some(left) = sessions::take_leave(&tx, &self.scope, &key_hash(key), self.now()).await? else {
            return Ok(None);
        };
        let kept = identity_providers::by_id(&tx, &self.scope, left.provider).await?;
        self.commit(tx).await?;
        let open = |sealed: String| self.app.vault.open(self.scope.tenant(), ID_TOKEN, &sealed);
        let token = left.id_token.and_then(open).and_then(|token| String::from_utf8(token).ok());
        let back = format!("{}{}", self.app.origin_of(self.scope.place()), paths::OIDC_SIGNED_OUT);
        Ok(self.app.oidc.sign_out_address(&kept.provider, token.as_deref(), &back).await)
    }

    /// Ends the sessions that a provider says are over; the same word is taken once. Anybody may knock here: wrong words
    /// are counted for each network, before anybody is asked about them.
    pub(crate) async fn end_at_word(&self, provider: IdentityProviderId, word: &str) -> Result<(), Stopped> {
        let kept = self.offered(provider).await?;
        self.count_attempt(WORD, WRONG_WORDS_PER_NETWORK).await?;
        self.take_word(provider, &kept, word).await?;
        let platform = self.platform_scope().await?;
        let tx = self.app.db.write(platform.wall()).await?;
        attempts::take_back(&tx, &platform, WORD, &self.caller()).await?;
        self.commit(tx).await?;
        Ok(())
    }

    async fn take_word(&self, provider: IdentityProviderId, kept: &KeptProvider, word: &str) -> Result<(), Stopped> {
        let said =
            self.app.oidc.logged_out(&kept.provider, word).await.inspect_err(|fault| super::note(provider, *fault))?;
        let (key, issuer) = (&self.app.key, &kept.provider.issuer);
        let subject = said.subject.map(|subject| key.of_subject(issuer, &subject));
        let sid = said.sid.map(|sid| key.of_provider(issuer, &sid));
        let tx = self.begin().await?;
        if !logout_tokens::note(&tx, &self.scope, key.of_provider(issuer, &said.id), said.until).await? {
            return Err(OidcFault::State.into());
        }
        let ended = sessions::end_at_word(&tx, &self.scope, provider, subject.as_deref(), sid.as_deref()).await?;
        let entry =
            |(person, session): (PersonId, String)| Entry::removed("session.close", "person", person.0, &session);
        self.record_all(&tx, ended.into_iter().map(entry).collect()).await?;
        self.commit(tx).await?;
        Ok(())
    }
}
