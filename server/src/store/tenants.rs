//! Tenants, found by host. Who they are is no secret; what they hold is.

mod changes;

pub use changes::{note_agenda, set_first_held, set_logo, set_needs, set_state};

use super::{Database, OrUnavailable, Tx, entities::tenant};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::TenantId,
    identification::Needs,
    logo::Logo,
    settings::NewSettings,
    tenant::{Template, TenantKind, TenantState},
    text::alphabetical,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, LockType, SelectStatement},
};
use serde::Serialize;

/// A tenant as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tenant {
    pub id: TenantId,
    pub kind: TenantKind,
    pub state: TenantState,
    pub name: String,
    pub slug: String,
    pub custom_domain: Option<String>,
    pub description: String,
    /// `#rrggbb`.
    pub accent: String,
    pub logo: Option<Logo>,
    pub istat_code: Option<String>,
    pub ipa_code: Option<String>,
    pub parent: Option<TenantId>,
    /// Key of the rule pack for new processes.
    pub pack: String,
    pub template: Template,
    /// `MM-DD`, or empty.
    pub patron_day: String,
    /// Whether there are action sheets for everybody to read: the menu says so on every page.
    pub has_agenda: bool,
    pub created_at: DateTime<Utc>,
    /// How surely it wants to know who acts.
    pub needs: Needs,
    /// Whether a moderator reads the first words of new people before everybody does.
    pub holds_first: bool,
}

impl TryFrom<tenant::Model> for Tenant {
    type Error = AppError;

    fn try_from(row: tenant::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: TenantId(row.id),
            kind: row.kind.parse().map_err(unreadable)?,
            state: row.state.parse().map_err(unreadable)?,
            name: row.name,
            slug: row.slug,
            custom_domain: row.custom_domain,
            description: row.description,
            accent: row.accent,
            logo: row.logo.and_then(|name| name.parse().ok()),
            istat_code: row.istat_code,
            ipa_code: row.ipa_code,
            parent: row.parent_id.map(TenantId),
            pack: row.pack,
            template: row.template.parse().map_err(unreadable)?,
            patron_day: row.patron_day,
            has_agenda: row.has_agenda,
            created_at: row.created_at,
            needs: changes::read(row.needs.as_deref())?,
            holds_first: row.holds_first,
        })
    }
}

/// The tenant with this slug or, when there is none, this custom domain; the platform has a host of its own.
///
/// # Errors
/// `NotFound`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn by_host(db: &Database, slug: Option<&str>, host: &str) -> Outcome<Tenant> {
    let found = match slug {
        Some(slug) => tenant::COLUMN.slug.eq(slug),
        None => tenant::COLUMN.custom_domain.eq(host),
    };
    let others = tenant::COLUMN.kind.ne(TenantKind::Platform.code());
    let row = tenant::Entity::find().filter(found).filter(others).one(db.pool()).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The platform's own row.
///
/// # Errors
/// `NotFound` before the first `migrate`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn platform(db: &Database) -> Outcome<Tenant> {
    let platform = tenant::COLUMN.kind.eq(TenantKind::Platform.code());
    tenant::Entity::find().filter(platform).one(db.pool()).await.or_unavailable()?.ok_or(AppError::NotFound)?.try_into()
}

/// The tenant with this id, the platform left out.
///
/// # Errors
/// `NotFound`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn by_id(db: &Database, id: TenantId) -> Outcome<Tenant> {
    let found = tenant::Entity::find().filter(tenant::COLUMN.id.eq(id.0));
    let others = tenant::COLUMN.kind.ne(TenantKind::Platform.code());
    found.filter(others).one(db.pool()).await.or_unavailable()?.ok_or(AppError::NotFound)?.try_into()
}

/// The tenants that are active, by id, for a condition of another query.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub(super) fn active() -> SelectStatement {
    let active = tenant::Entity::find().filter(tenant::COLUMN.state.eq(TenantState::Active.code()));
    active.select_only().column(tenant::Column::Id).into_query()
}

/// Every tenant, by name, the platform left out.
///
/// # Errors
/// `Unavailable`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn all(db: &Database) -> Outcome<Vec<Tenant>> {
    let others = tenant::COLUMN.kind.ne(TenantKind::Platform.code());
    let rows = tenant::Entity::find().filter(others).all(db.pool()).await.or_unavailable()?;
    by_name(rows)
}

/// Tenants in the order of the alphabet; a region has a few hundred, and each database sorts names in its own way.
pub(super) fn by_name(rows: Vec<tenant::Model>) -> Outcome<Vec<Tenant>> {
    let mut tenants = rows.into_iter().map(Tenant::try_from).collect::<Outcome<Vec<_>>>()?;
    tenants.sort_by_cached_key(|tenant| (alphabetical(&tenant.name), tenant.id.0));
    Ok(tenants)
}

/// Adds a tenant; false when its slug or domain is taken.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(db: &Database, new: &Tenant) -> Outcome<bool> {
    Ok(row_of(new).insert(db.pool()).await.unless_taken()?.is_some())
}

/// Adds a tenant within a transaction; false when its slug is taken, and then the transaction is spent.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, new: &Tenant) -> Outcome<bool> {
    Ok(row_of(new).insert(tx).await.unless_taken()?.is_some())
}

fn row_of(new: &Tenant) -> tenant::ActiveModel {
    tenant::ActiveModel {
        id: Set(new.id.0),
        kind: Set(new.kind.code().into()),
        state: Set(new.state.code().into()),
        name: Set(new.name.clone()),
        slug: Set(new.slug.clone()),
        custom_domain: Set(new.custom_domain.clone()),
        description: Set(new.description.clone()),
        accent: Set(new.accent.clone()),
        logo: Set(new.logo.as_ref().map(Logo::to_string)),
        istat_code: Set(new.istat_code.clone()),
        ipa_code: Set(new.ipa_code.clone()),
        parent_id: Set(new.parent.map(|parent| parent.0)),
        pack: Set(new.pack.clone()),
        template: Set(new.template.code().into()),
        patron_day: Set(new.patron_day.clone()),
        has_agenda: Set(new.has_agenda),
        created_at: Set(new.created_at),
        needs: Set(None),
        holds_first: Set(new.holds_first),
    }
}

/// The scope's tenant as it is now; until the transaction ends nobody else changes it, but rows that belong to it are
/// still written.
///
/// # Errors
/// `NotFound`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn lock(tx: &Tx, scope: &TenantScope) -> Outcome<Tenant> {
    let found =
        tenant::Entity::find_by_id(scope.tenant().0).lock(LockType::NoKeyUpdate).one(tx).await.or_unavailable()?;
    found.ok_or(AppError::NotFound)?.try_into()
}

/// Changes the settings of the scope's tenant; false when the domain is taken, and then the transaction is spent.
///
/// # Errors
/// `Unavailable`.
pub async fn change(tx: &Tx, scope: &TenantScope, new: &NewSettings) -> Outcome<bool> {
    let row = tenant::ActiveModel {
        id: Set(scope.tenant().0),
        name: Set(new.name.clone()),
        description: Set(new.description.clone()),
        accent: Set(new.accent.clone()),
        patron_day: Set(new.patron_day.map(|day| format!("{:02}-{:02}", day.month, day.day)).unwrap_or_default()),
        custom_domain: Set(new.custom_domain.clone()),
        ..Default::default()
    };
    Ok(row.update(tx).await.unless_taken()?.is_some())
}

/// Stores how the tenant presents itself: name, description, accent.
///
/// # Errors
/// `Unavailable`.
#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
pub async fn present(db: &Database, tenant: &Tenant) -> Outcome<()> {
    tenant::Entity::update_many()
        .col_expr(tenant::Column::Name, Expr::value(tenant.name.as_str()))
        .col_expr(tenant::Column::Description, Expr::value(tenant.description.as_str()))
        .col_expr(tenant::Column::Accent, Expr::value(tenant.accent.as_str()))
        .filter(tenant::COLUMN.id.eq(tenant.id.0))
        .exec(db.pool())
        .await
        .or_unavailable()?;
    Ok(())
}
