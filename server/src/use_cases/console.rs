//! The coordinator's console: lists and figures.

use super::Handle;
use crate::{
    auth::PlatformScope,
    store::{
        invitations, mails,
        tenant_list::{self, Wanted},
        tenants::Tenant,
    },
};
use app::{
    contract::{
        Slice,
        console::{Console, RegionView, SentInvitation, TenantChoices, TenantRow, TenantView, TenantsWanted},
    },
    error::{AppError, Outcome},
    format,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::TenantId,
    pack,
    tenant::{TenantKind, TenantState, TenantStep, TypedTenant},
    text,
};

const PAGE: usize = 20;
/// Territories stand as tiles: more of them fit a page.
const TILES: usize = 60;

#[async_trait]
impl Console for Handle {
    async fn territories(&self, after: Option<String>) -> Outcome<Slice<TenantRow>> {
        if self.scope.place().kind != TenantKind::Platform {
            return Err(AppError::NotFound);
        }
        let after = after.as_deref().and_then(place);
        let (page, _) =
            self.list(Wanted { state: Some(TenantState::Active), after, limit: TILES, ..Wanted::default() }).await?;
        Ok(page)
    }

    async fn tenants(&self, wanted: TenantsWanted) -> Outcome<(Slice<TenantRow>, u64)> {
        PlatformScope::for_action(&self.scope, Action::CreateTenant)?;
        let words = text::optional_line(&wanted.words, 120).unwrap_or_default();
        let after = wanted.after.as_deref().and_then(place);
        self.list(Wanted { words, state: wanted.state, kind: wanted.kind, after, limit: PAGE }).await
    }

    async fn region(&self) -> Outcome<RegionView> {
        let platform = PlatformScope::for_action(&self.scope, Action::CreateTenant)?;
        let mut region = RegionView::default();
        for (kind, state, count) in tenant_list::figures(&self.app.db).await? {
            match state {
                TenantState::Active => region.active += count,
                TenantState::Suspended => region.suspended += count,
            }
            match kind {
                TenantKind::Union => region.unions += count,
                TenantKind::Municipality => region.municipalities += count,
                TenantKind::Platform => {}
            }
        }
        let tx = self.app.db.read(platform.wall()).await?;
        region.dead_mails = mails::given_up(&tx, &platform, None).await?;
        Ok(region)
    }

    async fn tenant_choices(&self) -> Outcome<TenantChoices> {
        PlatformScope::for_action(&self.scope, Action::CreateTenant)?;
        let tx = self.read().await?;
        let unions = tenant_list::unions(&tx).await?;
        Ok(TenantChoices {
            unions: unions
                .into_iter()
                .map(|union| (union.id.to_string(), format!("{} ({})", union.name, union.slug)))
                .collect(),
            packs: self.packs().into_iter().map(str::to_owned).collect(),
            base_host: self.app.config.base_host.clone(),
        })
    }

    async fn tenant(&self, slug: String) -> Outcome<TenantView> {
        let platform = PlatformScope::for_action(&self.scope, Action::CreateTenant)?;
        let tx = self.app.db.read(platform.wall()).await?;
        let tenant = tenant_list::by_slug(&tx, &slug).await?;
        let family = tenant_list::family(&tx, &tenant).await?;
        let sent = invitations::of_administrators(&tx, &platform, tenant.id).await?;
        let name = |each: &Tenant| (each.slug.clone(), each.name.clone());
        Ok(TenantView {
            row: self.row(&tenant),
            parent: family.iter().find(|each| Some(each.id) == tenant.parent).map(name),
            members: family.iter().filter(|each| each.parent == Some(tenant.id)).map(name).collect(),
            invitations: sent
                .into_iter()
                .map(|sent| SentInvitation { email: sent.email, expires_at: sent.expires_at, used_at: sent.used_at })
                .collect(),
            dead_mails: mails::given_up(&tx, &platform, Some(tenant.id)).await?,
            istat_code: tenant.istat_code,
            ipa_code: tenant.ipa_code,
            pack: tenant.pack,
            template: tenant.template,
            now: self.now(),
        })
    }

    async fn create_tenant(&self, typed: TypedTenant) -> Outcome<String> {
        self.provision_tenant(typed).await
    }

    async fn change_tenant(&self, slug: String, step: TenantStep) -> Outcome<()> {
        self.step_tenant(&slug, step).await
    }

    async fn invite_administrator(&self, slug: String, email: String) -> Outcome<()> {
        self.invite_into(&slug, email).await
    }
}

impl Handle {
    /// Keys of the rule packs in force today.
    pub(super) fn packs(&self) -> Vec<&'static str> {
        let today = format::rome_day(self.now());
        let mut keys: Vec<_> = pack::catalogue().iter().map(|pack| pack.key.as_str()).collect();
        keys.dedup();
        keys.retain(|key| pack::latest(key, today).is_some());
        keys
    }

    /// A page of tenants, and how many there are on all of them.
    async fn list(&self, wanted: Wanted) -> Outcome<(Slice<TenantRow>, u64)> {
        let limit = wanted.limit;
        let (mut rows, count) = tenant_list::page(&self.app.db, &Wanted { limit: limit + 1, ..wanted }).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|last| format!("{}_{}", last.id, last.name));
        Ok((Slice { rows: rows.iter().map(|tenant| self.row(tenant)).collect(), next }, count))
    }

    fn row(&self, tenant: &Tenant) -> TenantRow {
        TenantRow {
            slug: tenant.slug.clone(),
            name: tenant.name.clone(),
            description: tenant.description.clone(),
            kind: tenant.kind,
            state: tenant.state,
            origin: self.app.origin_of(tenant),
            created_at: tenant.created_at,
        }
    }
}

/// Where a page starts, as its address says; none for a text that is no place.
fn place(text: &str) -> Option<(String, TenantId)> {
    let (id, name) = text.split_once('_')?;
    Some((name.to_owned(), id.parse().ok()?))
}
