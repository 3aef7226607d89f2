//! The bytes of a tenant's logo: kept under tenant and hash, read by everybody.

use super::super::{FileOut, Handle, documents};
use crate::state::App;
use app::error::{AppError, Outcome};
use domain::{id::TenantId, logo::Logo};
use object_store::{GetResult, ObjectStore, path::Path};

/// Checks name, size and first bytes, and keeps the picture of `tenant`.
///
/// # Errors
/// `Invalid` for the field `file`, or `Unavailable`.
pub(crate) async fn keep(app: &App, tenant: TenantId, name: &str, bytes: Vec<u8>) -> Outcome<Logo> {
    let logo = Logo::parse(name, &bytes)?;
    app.files.put(&place(tenant, &logo), bytes.into()).await.map_err(|cause| unavailable(&cause))?;
    Ok(logo)
}

/// Removes the bytes of a picture that the tenant shows no more.
pub(super) async fn forget(app: &App, tenant: TenantId, logo: &Logo) {
    if let Err(cause) = app.files.delete(&place(tenant, logo)).await {
        tracing::warn!(%cause, "the bytes of an earlier logo stay");
    }
}

impl Handle {
    /// The tenant's logo, if it is called `name`.
    pub(crate) async fn logo(&self, name: &str) -> Outcome<FileOut> {
        let logo = self.scope.place().logo.clone().filter(|logo| logo.to_string() == name);
        let logo = logo.ok_or(AppError::NotFound)?;
        let found =
            self.app.files.get(&place(self.scope.tenant(), &logo)).await.map_err(|cause| unavailable(&cause))?;
        let bytes = found.bytes().await.map_err(|cause| unavailable(&cause))?.into();
        Ok(FileOut { name: name.into(), media_type: logo.kind.media_type().into(), sha256: logo.sha256, bytes })
    }
}

impl Handle {
    /// The bytes of this logo of the tenant as they are kept, for the export; none where they are gone.
    pub(in crate::use_cases) async fn kept_logo(&self, logo: &Logo) -> Outcome<Option<GetResult>> {
        documents::kept(&self.app, &place(self.scope.tenant(), logo)).await
    }
}

fn place(tenant: TenantId, logo: &Logo) -> Path {
    Path::from_iter([tenant.to_string(), "logo".into(), logo.to_string()])
}

fn unavailable(cause: &object_store::Error) -> AppError {
    tracing::error!(%cause, "the file store refused a logo");
    AppError::Unavailable
}
