//! How surely a tenant wants to know who acts.

use super::super::Handle;
use crate::store::{Tx, audit::Entry, identity_providers, person_identities, tenants};
use app::{
    contract::settings::NeedsView,
    error::{AppError, Outcome},
};
use domain::{
    assurance::Assurance,
    calendar::day_in_rome,
    digest::Digest,
    id::IdentityProviderId,
    identification::{Bounds, Needs, TypedNeeds},
    pack::{self, RulePack},
    refusal::Blocker,
};

impl Handle {
    pub(super) async fn needs_now(&self) -> Outcome<NeedsView> {
        let tx = self.read().await?;
        let (current, rules) = (self.scope.place().needs, self.rules_of_place()?);
        let bounds = Bounds::of(rules, self.vouched_for(&tx, None).await?);
        let known = person_identities::known(&tx, &self.scope).await?;
        Ok(NeedsView { current, bounds, rules, known, version: version(&current) })
    }

    pub(super) async fn keep_needs(&self, typed: &TypedNeeds, seen: &str) -> Outcome<()> {
        let rules = self.rules_of_place()?;
        let tx = self.begin().await?;
        // Until the transaction ends no provider is switched off.
        let before = tenants::lock(&tx, &self.scope).await?;
        let needs = Needs::parse(typed, &Bounds::of(rules, self.vouched_for(&tx, None).await?))?;
        if version(&before.needs) != seen {
            return Err(AppError::Conflict);
        }
        tenants::set_needs(&tx, &self.scope, &needs).await?;
        let entry = Entry::changed("settings.needs", "tenant", before.id.0, &before.needs, &needs);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    /// Refuses to do without the provider `gone` while the tenant asks for what no other vouches for: nobody could act
    /// any more.
    pub(in crate::use_cases) async fn does_without(&self, tx: &Tx, gone: IdentityProviderId) -> Outcome<()> {
        let asked = tenants::lock(tx, &self.scope).await?.needs.levels.highest();
        let (before, after) = (self.vouched_for(tx, None).await?, self.vouched_for(tx, Some(gone)).await?);
        if after < asked && after < before { Err(Blocker::ProviderNeeded { level: asked }.into()) } else { Ok(()) }
    }

    /// The highest level that a provider of the tenant vouches for, `without` one of them.
    async fn vouched_for(&self, tx: &Tx, without: Option<IdentityProviderId>) -> Outcome<Assurance> {
        let open = identity_providers::open(tx, &self.scope).await?;
        let others = open.iter().filter(|kept| Some(kept.id) != without);
        Ok(others.map(|kept| kept.provider.vouches_for()).max().unwrap_or(Assurance::Address))
    }

    /// The rules of the tenant's next path.
    fn rules_of_place(&self) -> Outcome<&'static RulePack> {
        pack::latest(&self.scope.place().pack, day_in_rome(self.now())).ok_or(AppError::NotFound)
    }
}

/// Changes with what is asked.
fn version(needs: &Needs) -> String {
    Digest::of(format!("{needs:?}")).to_string()
}
