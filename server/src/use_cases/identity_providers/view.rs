//! Providers as an administrator sees them.

use super::super::Handle;
use crate::store::identity_providers::KeptProvider;
use app::{
    contract::identity_providers::{ClientAddresses, ProviderRow, ProviderView, TrialView},
    paths,
};
use domain::{identity_provider::TypedIdentityProvider, oidc_fault::OidcFault};

pub(super) fn row(found: KeptProvider) -> ProviderRow {
    let trial = trial(&found);
    let KeptProvider { id, provider, on, .. } = found;
    ProviderRow { id, name: provider.name, issuer: provider.issuer, least: provider.least, on, trial }
}

pub(super) fn whole(found: &KeptProvider, addresses: ClientAddresses) -> ProviderView {
    ProviderView {
        id: found.id,
        current: TypedIdentityProvider::from(&found.provider),
        version: found.version,
        secret_since: found.secret.as_ref().map(|secret| secret.since),
        on: found.on,
        trial: trial(found),
        addresses,
    }
}

fn trial(found: &KeptProvider) -> TrialView {
    match &found.trial {
        None => TrialView::Never,
        Some(trial) if trial.settings != found.standing() => TrialView::Outdated(trial.at),
        Some(trial) => match &trial.fault {
            None => TrialView::Succeeded(trial.at),
            // A fault that had another name then still says that it did not go well.
            Some(fault) => TrialView::Failed(trial.at, fault.parse().unwrap_or(OidcFault::Unreachable)),
        },
    }
}

impl Handle {
    /// What to give to the provider.
    pub(super) fn addresses(&self, of: Option<&KeptProvider>) -> ClientAddresses {
        let origin = self.app.origin_of(self.scope.place());
        let at = |path: &str| format!("{origin}{path}");
        ClientAddresses {
            redirect: at(paths::OIDC_RETURN),
            signed_out: at(paths::OIDC_SIGNED_OUT),
            back_channel: of.map(|found| at(&paths::back_channel(found.id))),
            keys: of.filter(|found| found.public_key.is_some()).map(|found| at(&paths::client_keys(found.id))),
        }
    }
}
