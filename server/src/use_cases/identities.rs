//! Signing in at an identity provider: going there and coming back.

mod leaving;
mod recognition;

use super::Handle;
use crate::{
    auth::{
        oidc::{Asked, FreshRequest, Returned},
        secret::{fresh_key, key_hash},
    },
    store::{
        attempts,
        identity_providers::{self, KeptProvider},
        oidc_sign_ins::{self, SignIn},
    },
};
use app::{
    contract::people::Session,
    error::{AppError, Outcome},
    i18n::Locale,
    paths,
};
use domain::{
    assurance::Assurance,
    id::IdentityProviderId,
    oidc_fault::OidcFault,
    sign_in::{LIMIT_SPAN, SIGN_IN_LIFE, SIGN_INS_PER_NETWORK},
};

/// Why a sign-in at a provider did not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// Said to the person.
    Fault(OidcFault),
    /// As everywhere.
    Error(AppError),
}

impl From<OidcFault> for Stopped {
    fn from(fault: OidcFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<AppError> for Stopped {
    fn from(error: AppError) -> Self {
        Self::Error(error)
    }
}

/// How a person wants to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) provider: IdentityProviderId,
    /// Where they go afterwards.
    pub(crate) back: String,
    /// Whether they join the identity to the account that is open.
    pub(crate) joins: bool,
    /// How surely they must be recognised, at least.
    pub(crate) least: Assurance,
}

/// A sign-in that begins.
pub(crate) struct Begun {
    /// Where the browser goes.
    pub(crate) to: String,
    /// What the browser keeps meanwhile.
    pub(crate) browser: String,
}

/// What a browser brought back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Came {
    pub(crate) state: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) error: Option<String>,
}

/// A sign-in that is over.
pub(crate) struct Finished {
    pub(crate) result: Result<Session, Stopped>,
    /// Where the person goes.
    pub(crate) back: String,
    /// Whether an identity was to be joined to an account.
    pub(crate) joins: bool,
    /// How surely they were to be recognised.
    pub(crate) least: Assurance,
}

impl Handle {
    /// Begins a sign-in; `browser` is what this browser kept of an earlier one.
    pub(crate) async fn begin_sign_in(&self, wish: Wish, browser: Option<String>) -> Result<Begun, Stopped> {
        let joining = if wish.joins { Some(self.scope.person()?) } else { None };
        let kept = self.offered(wish.provider).await?;
        // Before anything leaves: who begins again and again makes us ask no provider.
        self.count_attempt("oidc_network", SIGN_INS_PER_NETWORK).await?;
        let fresh = FreshRequest::make();
        let least = wish.least.max(kept.provider.least);
        // Whoever was told which level it takes may be known there by a lower one.
        let asked = Asked { back: &self.oidc_return(), least, anew: wish.least > Assurance::Address };
        let to = self.app.oidc.sign_in_address(&kept.provider, &fresh, asked).await;
        let to = to.inspect_err(|fault| note(wish.provider, *fault))?;
        // Browsers that sign in on two pages at once keep one key for both.
        let browser = browser.filter(|key| key.len() == 64).unwrap_or_else(fresh_key);
        let now = self.now();
        let new = SignIn {
            state_hash: fresh.state_hash(),
            provider: wish.provider,
            nonce: fresh.nonce,
            verifier: fresh.verifier,
            browser_hash: key_hash(&browser),
            back: paths::local(&wish.back).to_owned(),
            least,
            joining,
            expires_at: now + SIGN_IN_LIFE,
        };
        let tx = self.begin().await?;
        oidc_sign_ins::insert(&tx, &self.scope, new, now).await?;
        self.commit(tx).await?;
        Ok(Begun { to, browser })
    }

    /// Counts one more attempt of `kind` of the caller's network, over all hosts; `TooMany` beyond `limit`.
    async fn count_attempt(&self, kind: &str, limit: u64) -> Outcome<()> {
        let platform = self.platform_scope().await?;
        let tx = self.app.db.write(platform.wall()).await?;
        let (caller, now) = (self.caller(), self.now());
        if attempts::count(&tx, &platform, kind, &caller, now - LIMIT_SPAN).await? >= limit {
            return Err(AppError::TooMany);
        }
        attempts::note(&tx, &platform, kind, &caller, now).await?;
        self.commit(tx).await
    }

    /// Ends a sign-in with what came back, in a browser that kept `browser`.
    pub(crate) async fn finish_sign_in(&self, came: Came, browser: Option<String>, l: Locale) -> Finished {
        let begun = match self.take_sign_in(came.state.as_deref(), browser.as_deref()).await {
            Ok(begun) => begun,
            Err(stopped) => {
                let (back, least) = (paths::HOME.into(), Assurance::Address);
                return Finished { result: Err(stopped), back, joins: false, least };
            }
        };
        let (back, joins) = (begun.back.clone(), begun.joining.is_some());
        let (provider, least) = (begun.provider, begun.least);
        let result = self.end_sign_in(begun, &came, l).await;
        if let Err(Stopped::Fault(fault)) = &result {
            note(provider, *fault);
        }
        Finished { result, back, joins, least }
    }

    /// The sign-in that this browser began under this state, once.
    async fn take_sign_in(&self, state: Option<&str>, browser: Option<&str>) -> Result<SignIn, Stopped> {
        let (Some(state), Some(browser)) = (state, browser) else { return Err(OidcFault::State.into()) };
        let tx = self.begin().await?;
        let begun = oidc_sign_ins::take(&tx, &self.scope, &key_hash(state), self.now()).await?;
        self.commit(tx).await?;
        Ok(begun.filter(|begun| begun.browser_hash == key_hash(browser)).ok_or(OidcFault::State)?)
    }

    async fn end_sign_in(&self, begun: SignIn, came: &Came, l: Locale) -> Result<Session, Stopped> {
        // The account to which an identity is joined is still the one that is open.
        if begun.joining.is_some() && begun.joining != self.scope.actor() {
            return Err(OidcFault::State.into());
        }
        let kept = self.offered(begun.provider).await?;
        if came.issuer.as_ref().is_some_and(|issuer| *issuer != kept.provider.issuer) {
            return Err(OidcFault::WrongIssuer.into());
        }
        let code = match (&came.error, &came.code) {
            (None, Some(code)) => code,
            (Some(error), _) if matches!(error.as_str(), "server_error" | "temporarily_unavailable") => {
                return Err(OidcFault::Unreachable.into());
            }
            (Some(_), _) => return Err(OidcFault::Refused.into()),
            (None, None) => return Err(OidcFault::Code.into()),
        };
        let secret = kept.secret(&self.app.vault, self.scope.tenant());
        let asked = Asked { back: &self.oidc_return(), least: begun.least, anew: false };
        let issuer = came.issuer.as_deref();
        let returned = Returned { code, issuer, nonce: &begun.nonce, verifier: &begun.verifier };
        let proved = self.app.oidc.prove(&kept.provider, secret.as_deref(), asked, returned).await?;
        self.recognise(&kept, proved, begun.joining, l).await
    }

    /// A provider by which people may sign in now.
    async fn offered(&self, id: IdentityProviderId) -> Outcome<KeptProvider> {
        let tx = self.read().await?;
        let kept = identity_providers::by_id(&tx, &self.scope, id).await?;
        if kept.on { Ok(kept) } else { Err(AppError::NotFound) }
    }

    /// Where providers send browsers back, on this very host.
    fn oidc_return(&self) -> String {
        format!("{}{}", self.app.origin_of(self.scope.place()), paths::OIDC_RETURN)
    }
}

/// For who runs the platform: which provider, and what.
fn note(provider: IdentityProviderId, fault: OidcFault) {
    tracing::warn!(%provider, %fault, "a sign-in at an identity provider did not succeed");
}
