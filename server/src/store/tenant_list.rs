//! Lists and figures of tenants, for the platform's own pages.

use super::{
    Database, OrUnavailable, Tx,
    entities::tenant,
    tenants::{Tenant, by_name},
};
use app::error::{AppError, Outcome};
use domain::{
    id::TenantId,
    tenant::{TenantKind, TenantState},
    text::alphabetical,
};
use sea_orm::{
    EntityTrait, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};
use uuid::Uuid;

/// What a list of tenants shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words that the name holds.
    pub words: Option<String>,
    pub state: Option<TenantState>,
    pub kind: Option<TenantKind>,
    /// Name and id of the last one of the page before.
    pub after: Option<(String, TenantId)>,
    pub limit: usize,
}

/// The tenants that are wanted, by name, the platform left out; and how many there are on all pages.
///
/// # Errors
/// `Unavailable`.
pub async fn page(db: &Database, wanted: &Wanted) -> Outcome<(Vec<Tenant>, u64)> {
    let mut rows = tenants();
    if let Some(words) = &wanted.words {
        let escaped = words.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let name = Expr::expr(Func::lower(Expr::col(tenant::Column::Name)));
        rows = rows.filter(name.like(LikeExpr::new(format!("%{escaped}%")).escape('\\')));
    }
    if let Some(state) = wanted.state {
        rows = rows.filter(tenant::COLUMN.state.eq(state.code()));
    }
    if let Some(kind) = wanted.kind {
        rows = rows.filter(tenant::COLUMN.kind.eq(kind.code()));
    }
    let mut all = by_name(rows.all(db.pool()).await.or_unavailable()?)?;
    let count = all.len() as u64;
    if let Some((name, id)) = &wanted.after {
        let last = (alphabetical(name), id.0);
        all.retain(|tenant| (alphabetical(&tenant.name), tenant.id.0) > last);
    }
    all.truncate(wanted.limit);
    Ok((all, count))
}

/// How many tenants there are of each kind in each state.
///
/// # Errors
/// `Unavailable`.
pub async fn figures(db: &Database) -> Outcome<Vec<(TenantKind, TenantState, u64)>> {
    let rows: Vec<(String, String, i64)> = tenants()
        .select_only()
        .column(tenant::Column::Kind)
        .column(tenant::Column::State)
        .column_as(Expr::col(tenant::Column::Id).count(), "n")
        .group_by(tenant::Column::Kind)
        .group_by(tenant::Column::State)
        .into_tuple()
        .all(db.pool())
        .await
        .or_unavailable()?;
    let figure = |(kind, state, count): (String, String, i64)| {
        Some((kind.parse().ok()?, state.parse().ok()?, u64::try_from(count).ok()?))
    };
    Ok(rows.into_iter().filter_map(figure).collect())
}

/// The tenant with this slug, the platform left out.
///
/// # Errors
/// `NotFound`.
pub async fn by_slug(tx: &Tx, slug: &str) -> Outcome<Tenant> {
    let found = tenants().filter(tenant::COLUMN.slug.eq(slug)).one(tx).await.or_unavailable()?;
    found.ok_or(AppError::NotFound)?.try_into()
}

/// Names of the unions, by name.
///
/// # Errors
/// `Unavailable`.
pub async fn unions(tx: &Tx) -> Outcome<Vec<Tenant>> {
    let unions = tenants().filter(tenant::COLUMN.kind.eq(TenantKind::Union.code()));
    by_name(unions.all(tx).await.or_unavailable()?)
}

/// The union that `tenant` belongs to, and the municipalities that belong to it.
///
/// # Errors
/// `Unavailable`.
pub async fn family(tx: &Tx, tenant: &Tenant) -> Outcome<Vec<Tenant>> {
    let up = tenant.parent.map_or_else(Uuid::nil, |parent| parent.0);
    let related = tenant::COLUMN.id.eq(up).or(tenant::COLUMN.parent_id.eq(tenant.id.0));
    by_name(tenants().filter(related).all(tx).await.or_unavailable()?)
}

#[expect(clippy::disallowed_methods, reason = "tenants belong to no tenant")]
fn tenants() -> Select<tenant::Entity> {
    tenant::Entity::find().filter(tenant::COLUMN.kind.ne(TenantKind::Platform.code()))
}
