//! Tenants, unions before their municipalities.

use super::{Fault, Region, files, noon};
use crate::{
    auth::TenantScope,
    state::App,
    store::tenants::{self, Tenant},
    use_cases::settings::keep_logo,
};
use app::error::AppError;
use chrono::NaiveDate;
use domain::{
    id::TenantId,
    tenant::{Template, TenantKind, TenantState},
};
use std::{collections::HashMap, sync::Arc};

/// Writes the tenants and gives a scope in each, in the order of the file.
pub(super) async fn load(app: &App, region: &Region) -> Result<Vec<TenantScope>, Fault> {
    let mut known: HashMap<&str, TenantId> = HashMap::new();
    let mut scopes = Vec::new();
    for own in &region.tenants {
        let data = &own.tenant;
        let tenant = match data.kind {
            TenantKind::Platform => {
                let mut platform = tenants::platform(&app.db).await?;
                (platform.name, platform.description) = (data.name.clone(), data.description.clone());
                platform.accent.clone_from(&data.accent);
                tenants::present(&app.db, &platform).await?;
                platform
            }
            kind => {
                let parent = data.parent.as_deref().map(|key| known.get(key).copied().ok_or(unknown(key)));
                let id = TenantId::fresh();
                let logo = match files::logo(&data.key) {
                    Some(picture) => Some(keep_logo(app, id, "logo.png", picture.to_vec()).await?),
                    None => None,
                };
                let tenant = Tenant {
                    id,
                    kind,
                    state: TenantState::Active,
                    name: data.name.clone(),
                    slug: data.slug.clone(),
                    custom_domain: None,
                    description: [Some(data.description.as_str()), data.note.as_deref()]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" "),
                    accent: data.accent.clone(),
                    logo,
                    istat_code: data.istat.clone(),
                    ipa_code: data.ipa.clone(),
                    parent: parent.transpose()?,
                    pack: data.pack.clone(),
                    template: data.template.unwrap_or(Template::ParticipatoryPath),
                    patron_day: data.patron_day.clone(),
                    has_agenda: false,
                    holds_first: false,
                    needs: domain::identification::Needs::default(),
                    created_at: noon(NaiveDate::from_ymd_opt(2020, 9, 1).unwrap_or_default()),
                };
                if !tenants::insert(&app.db, &tenant).await? {
                    return Err(AppError::Conflict.into());
                }
                tenant
            }
        };
        known.insert(&data.key, tenant.id);
        scopes.push(TenantScope::operator(Arc::new(tenant)));
    }
    Ok(scopes)
}

fn unknown(key: &str) -> Fault {
    Fault::data("tenants.toml", format!("no tenant {key:?}"))
}
