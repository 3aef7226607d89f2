//! Identity providers of a tenant: set up, tried, offered.

mod key;
mod trial;
mod view;

use super::Handle;
use crate::store::{
    audit::Entry,
    identity_providers::{self, KeptProvider},
};
use app::{
    contract::identity_providers::{ClientAddresses, IdentityProviders, ProviderRow, ProviderView},
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::IdentityProviderId,
    identity_provider::{IdentityProvider, SecretChange, TypedIdentityProvider, TypedSecret},
    invalid::{Fault, FieldErrors},
};

#[async_trait]
impl IdentityProviders for Handle {
    async fn identity_providers(&self) -> Outcome<Vec<ProviderRow>> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let tx = self.read().await?;
        Ok(identity_providers::all(&tx, &self.scope).await?.into_iter().map(view::row).collect())
    }

    async fn identity_provider(&self, id: IdentityProviderId) -> Outcome<ProviderView> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let tx = self.read().await?;
        let found = identity_providers::by_id(&tx, &self.scope, id).await?;
        let addresses = self.addresses(Some(&found));
        Ok(view::whole(&found, addresses))
    }

    async fn client_addresses(&self) -> Outcome<ClientAddresses> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        Ok(self.addresses(None))
    }

    async fn add_identity_provider(
        &self,
        typed: TypedIdentityProvider,
        secret: TypedSecret,
    ) -> Outcome<IdentityProviderId> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let (provider, change) = read(&typed, &secret, None)?;
        let id = IdentityProviderId::fresh();
        let new = KeptProvider { id, version: 0, provider, secret: None, public_key: None, trial: None, on: false };
        let new = self.with_secret(new, change).await?;
        let tx = self.begin().await?;
        if !identity_providers::add(&tx, &self.scope, &new, self.now()).await? {
            return Err(AppError::invalid("name", Fault::Taken));
        }
        self.record(&tx, Entry::made("identity_provider.add", "identity_provider", id.0, &new)).await?;
        self.commit(tx).await?;
        Ok(id)
    }

    async fn change_identity_provider(
        &self,
        id: IdentityProviderId,
        typed: TypedIdentityProvider,
        secret: TypedSecret,
        version: u32,
    ) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let before = self.standing_at(id, version).await?;
        let (provider, change) = read(&typed, &secret, Some(&before))?;
        // Making a key takes a while: no transaction waits for it.
        let after = self.with_secret(KeptProvider { provider, ..before.clone() }, change).await?;
        let on = before.on && before.standing() == after.standing();
        let after = KeptProvider { on, ..after };
        // Who saves what stands changed nothing.
        if after == before {
            return Ok(());
        }
        let tx = self.begin().await?;
        // What changed is tried anew before it is offered again: the last one that a level needs stays as it is.
        if before.on && !after.on {
            self.does_without(&tx, id).await?;
        }
        if !identity_providers::store(&tx, &self.scope, &after).await? {
            return Err(AppError::invalid("name", Fault::Taken));
        }
        let entry = Entry::changed("identity_provider.change", "identity_provider", id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    async fn try_identity_provider(&self, id: IdentityProviderId) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        self.try_out(id).await
    }

    async fn switch_identity_provider(&self, id: IdentityProviderId, on: bool, version: u32) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let before = self.standing_at(id, version).await?;
        if on {
            before.may_be_offered()?;
        }
        if before.on == on {
            return Ok(());
        }
        let after = KeptProvider { on, ..before.clone() };
        let tx = self.begin().await?;
        if !on {
            self.does_without(&tx, id).await?;
        }
        identity_providers::store(&tx, &self.scope, &after).await?;
        let action = if on { "identity_provider.switch_on" } else { "identity_provider.switch_off" };
        self.record(&tx, Entry::changed(action, "identity_provider", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    async fn remove_identity_provider(&self, id: IdentityProviderId, version: u32) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let gone = self.standing_at(id, version).await?;
        let tx = self.begin().await?;
        self.does_without(&tx, id).await?;
        identity_providers::remove(&tx, &self.scope, &gone).await?;
        self.record(&tx, Entry::removed("identity_provider.remove", "identity_provider", id.0, &gone)).await?;
        self.commit(tx).await
    }
}

/// Reads the form: the settings, and what becomes of the secret that `before` keeps.
fn read(
    typed: &TypedIdentityProvider,
    secret: &TypedSecret,
    before: Option<&KeptProvider>,
) -> Result<(IdentityProvider, SecretChange), FieldErrors> {
    let mut errors = FieldErrors::default();
    let kept = before.filter(|before| before.secret.is_some()).map(|before| before.provider.auth);
    let provider = errors.take_all(typed.parse());
    let auth = provider.as_ref().map_or(domain::identity_provider::ClientAuth::SecretBasic, |read| read.auth);
    let change = errors.take("secret", secret.change(auth, kept));
    provider.zip(change).ok_or(errors)
}

impl Handle {
    /// The provider as it was shown; whoever stores it is refused if it changes in between.
    async fn standing_at(&self, id: IdentityProviderId, version: u32) -> Outcome<KeptProvider> {
        let tx = self.read().await?;
        let found = identity_providers::by_id(&tx, &self.scope, id).await?;
        if found.version == version { Ok(found) } else { Err(AppError::Conflict) }
    }
}
