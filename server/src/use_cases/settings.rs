//! What an administrator changes of a tenant.

use super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    deadlines, processes,
    tenants::{self, Tenant},
};
use app::{
    contract::{
        documents::SentFile,
        settings::{NeedsView, Settings, SettingsView},
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    digest::Digest,
    identification::TypedNeeds,
    invalid::Fault,
    logo::Logo,
    settings::{NewSettings, TypedSettings},
};

mod logo;
mod needs;

pub(crate) use logo::keep as keep_logo;

#[async_trait]
impl Settings for Handle {
    async fn settings(&self) -> Outcome<SettingsView> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let now = self.scope.place();
        Ok(SettingsView {
            current: typed(now),
            logo: now.logo.clone(),
            first_held: now.holds_first,
            origin: self.app.origin_of(now),
            version: version(now),
        })
    }

    async fn change_settings(&self, new: TypedSettings, seen: String) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let new = NewSettings::parse(&new, &self.app.config.base_host)?;
        let tx = self.begin().await?;
        let before = tenants::lock(&tx, &self.scope).await?;
        if version(&before) != seen {
            return Err(AppError::Conflict);
        }
        if !tenants::change(&tx, &self.scope, &new).await? {
            return Err(AppError::invalid("custom_domain", Fault::Taken));
        }
        let after = tenants::lock(&tx, &self.scope).await?;
        let entry = Entry::changed("settings.change", "tenant", after.id.0, &before, &after);
        self.record(&tx, entry).await?;
        if after.patron_day != before.patron_day {
            self.move_deadlines(&tx, after).await?;
        }
        self.commit(tx).await
    }

    async fn needs(&self) -> Outcome<NeedsView> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        self.needs_now().await
    }

    async fn change_needs(&self, typed: TypedNeeds, seen: String) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        self.keep_needs(&typed, &seen).await
    }

    async fn hold_first(&self, held: bool) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        let tx = self.begin().await?;
        let before = tenants::lock(&tx, &self.scope).await?;
        if before.holds_first != held {
            tenants::set_first_held(&tx, &self.scope, held).await?;
            let after = Tenant { holds_first: held, ..before.clone() };
            let entry = Entry::changed("settings.first_held", "tenant", before.id.0, &before, &after);
            self.record(&tx, entry).await?;
        }
        self.commit(tx).await
    }

    async fn change_logo(&self, file: Option<SentFile>, seen: String) -> Outcome<()> {
        self.scope.authorise(Action::ChangeSettings, None)?;
        if let Some(file) = &file {
            Logo::parse(&file.name, &file.bytes)?;
        }
        let tx = self.begin().await?;
        let before = tenants::lock(&tx, &self.scope).await?;
        if version(&before) != seen {
            return Err(AppError::Conflict);
        }
        let logo = match file {
            Some(file) => Some(logo::keep(&self.app, self.scope.tenant(), &file.name, file.bytes).await?),
            None => None,
        };
        tenants::set_logo(&tx, &self.scope, logo.as_ref()).await?;
        let after = Tenant { logo, ..before.clone() };
        let entry = Entry::changed("settings.logo", "tenant", before.id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        if let Some(old) = before.logo.filter(|old| after.logo.as_ref() != Some(old)) {
            logo::forget(&self.app, self.scope.tenant(), &old).await;
        }
        Ok(())
    }
}

impl Handle {
    /// Computes the deadlines of every process again: on another holiday, some fall on another day.
    async fn move_deadlines(&self, tx: &Tx, tenant: Tenant) -> Outcome<()> {
        let scope = self.scope.with_changed(tenant);
        for process in processes::live(tx, &scope).await? {
            deadlines::refresh(tx, &scope, &process, self.now()).await?;
        }
        Ok(())
    }
}

/// The tenant's settings as they would be typed.
fn typed(tenant: &Tenant) -> TypedSettings {
    let patron_day = tenant.patron_day.split_once('-').map(|(month, day)| format!("{day}/{month}"));
    TypedSettings {
        name: tenant.name.clone(),
        description: tenant.description.clone(),
        accent: tenant.accent.clone(),
        patron_day: patron_day.unwrap_or_default(),
        custom_domain: tenant.custom_domain.clone().unwrap_or_default(),
    }
}

/// Changes with the settings.
fn version(tenant: &Tenant) -> String {
    Digest::of(format!("{:?} {:?}", typed(tenant), tenant.logo)).to_string()
}
