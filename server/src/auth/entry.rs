//! Who sends a request, as the key of their session tells.

use super::{Actor, TenantScope, secret};
use crate::{
    state::App,
    store::{sessions, tenants::Tenant},
};
use app::error::Outcome;
use std::sync::Arc;

/// The scope of a request to `tenant`: of the person whose session `key` opens, else of a visitor.
///
/// # Errors
/// `Unavailable`.
pub(crate) async fn enter(app: &App, tenant: Tenant, request: &str, key: Option<&str>) -> Outcome<TenantScope> {
    let visitor = TenantScope::visitor(Arc::new(tenant), request.into());
    let Some(key) = key else { return Ok(visitor) };
    let session = secret::key_hash(key);
    let tx = app.db.read(visitor.wall()).await?;
    Ok(match sessions::holder(&tx, &visitor, &session, app.clock.now()).await? {
        Some((person, grants, level)) => visitor.of(Actor { person, grants, session, level }),
        None => visitor,
    })
}
