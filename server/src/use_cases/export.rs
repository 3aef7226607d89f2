//! The export of a tenant.

use super::Handle;
use crate::store::audit::Entry;
use app::error::Outcome;
use domain::action::Action;

impl Handle {
    /// Notes that the tenant is exported, and gives the file's first line: what it is, and as of when.
    pub(crate) async fn begin_export(&self) -> Outcome<String> {
        self.scope.authorise(Action::ExportTenant, None)?;
        let tx = self.begin().await?;
        let place = self.scope.place();
        self.record(&tx, Entry::reading("tenant.export", "tenant", place.id.0)).await?;
        self.commit(tx).await?;
        let head = serde_json::json!({
            "tenant": place.slug,
            "kind": place.kind.code(),
            "name": place.name,
            "description": place.description,
            "istat_code": place.istat_code,
            "ipa_code": place.ipa_code,
            "pack": place.pack,
            "exported_at": self.now().to_rfc3339(),
        });
        Ok(format!("{head}\n"))
    }
}
