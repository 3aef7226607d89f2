//! What proves the platform to a provider: kept sealed, its public half shown.

use super::super::Handle;
use crate::{
    auth::client_key::ClientKey,
    store::identity_providers::{self, KeptProvider, Sealed},
};
use app::error::{AppError, Outcome};
use domain::{
    id::IdentityProviderId,
    identity_provider::{ClientAuth, SecretChange},
};

impl Handle {
    /// `provider` with its secret changed.
    pub(super) async fn with_secret(&self, provider: KeptProvider, change: SecretChange) -> Outcome<KeptProvider> {
        let seal =
            |secret: &[u8]| Some(Sealed::seal(&self.app.vault, self.scope.tenant(), provider.id, secret, self.now()));
        Ok(match change {
            SecretChange::Keep => provider,
            SecretChange::Remove => KeptProvider { secret: None, public_key: None, ..provider },
            SecretChange::Set(typed) => KeptProvider { secret: seal(typed.as_bytes()), public_key: None, ..provider },
            SecretChange::MakeKey => {
                let key = tokio::task::spawn_blocking(ClientKey::fresh).await.map_err(|cause| {
                    tracing::error!(%cause, "no key was made");
                    AppError::Unavailable
                })?;
                KeptProvider { secret: seal(&key.private), public_key: Some(key.public.to_string()), ..provider }
            }
        })
    }

    /// The platform's public key at a provider, as a set (RFC 7517), for the provider to read.
    pub(crate) async fn client_keys(&self, id: IdentityProviderId) -> Outcome<String> {
        let tx = self.read().await?;
        let found = identity_providers::by_id(&tx, &self.scope, id).await?;
        let by_key = found.provider.auth == ClientAuth::PrivateKeyJwt;
        let key = found.public_key.filter(|_| by_key).ok_or(AppError::NotFound)?;
        Ok(format!(r#"{{"keys":[{key}]}}"#))
    }
}
