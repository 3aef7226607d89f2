//! Requests for more time as the guarantor decides them, over all tenants.

use super::{
    Slice,
    documents::SentFile,
    extension::{Decision, ExtensionRow},
    process::Progress,
};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    id::{ExtensionId, TenantId},
    role::Role,
};

/// A request that waits for the guarantor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionWaiting {
    pub tenant: TenantId,
    pub tenant_name: String,
    pub id: ExtensionId,
    pub process_title: String,
    pub days_asked: u32,
    pub asked_on: Option<NaiveDate>,
    /// Until the authorised end, when the request lapses.
    pub days_left: i64,
}

/// One request as the guarantor reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtensionCase {
    pub tenant: TenantId,
    pub tenant_name: String,
    pub process_title: String,
    /// How messages cite the rules.
    pub pack: String,
    pub authorised_end: Option<NaiveDate>,
    /// Whether the path is suspended: nobody may answer meanwhile.
    pub paused: bool,
    pub days_left: i64,
    /// Who answers, as the rules name them: one answer is enough.
    pub deciders: Vec<Role>,
    /// As everybody reads it, without ways into the tenant's own pages.
    pub progress: Progress,
    pub row: ExtensionRow,
}

#[async_trait]
pub trait ExtensionCases {
    /// What waits over all tenants whose rules name the guarantor and whose path runs, nearest end first, twenty at a
    /// time. Guarantor only, on the platform's host.
    async fn extension_queue(&self, after: Option<String>) -> Outcome<Slice<ExtensionWaiting>>;

    /// One request, once it was sent; `NotFound` where the rules name somebody else.
    async fn extension_case(&self, tenant: TenantId, id: ExtensionId) -> Outcome<ExtensionCase>;

    /// Grants, reduces or refuses the request as seen, in the tenant's own data; `file` joins the path's public
    /// documents.
    async fn answer_extension(
        &self,
        tenant: TenantId,
        asked: (ExtensionId, i32),
        decision: Decision,
        file: SentFile,
    ) -> Outcome<()>;
}
