//! Whether a provider can be reached as it is set up.

use super::super::Handle;
use crate::store::{
    attempts,
    audit::Entry,
    identity_providers::{self, Trial},
};
use app::error::{AppError, Outcome};
use chrono::TimeDelta;
use domain::{
    id::IdentityProviderId,
    refusal::{Blocker, StepRefused},
};

/// How often a tenant may try in an hour: each time this server knocks at somebody's door.
const TRIALS: u64 = 30;

impl Handle {
    /// Reaches the provider and keeps what came of it; no transaction waits for the answer.
    pub(super) async fn try_out(&self, id: IdentityProviderId) -> Outcome<()> {
        let now = self.now();
        let tx = self.begin().await?;
        let found = identity_providers::by_id(&tx, &self.scope, id).await?;
        let secret = found.secret(&self.app.vault, self.scope.tenant());
        let secret = secret.ok_or(StepRefused::from(Blocker::ProviderSecret))?;
        let tenant = self.scope.tenant().to_string();
        if attempts::count(&tx, &self.scope, "provider_trial", &tenant, now - TimeDelta::hours(1)).await? >= TRIALS {
            return Err(AppError::TooMany);
        }
        attempts::note(&tx, &self.scope, "provider_trial", &tenant, now).await?;
        self.commit(tx).await?;

        let tried = self.app.oidc.try_connection(&found.provider, Some(&secret)).await;
        let fault = tried.err().map(|fault| fault.code().to_owned());
        let trial = Trial { settings: found.standing(), at: self.now(), fault };
        let tx = self.begin().await?;
        identity_providers::keep_trial(&tx, &self.scope, id, &trial).await?;
        self.record(&tx, Entry::made("identity_provider.try", "identity_provider", id.0, &trial)).await?;
        self.commit(tx).await
    }
}
