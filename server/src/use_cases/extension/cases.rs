//! Requests for more time as the guarantor decides them: a queue over all tenants, an answer in the tenant's own data.

use super::super::{
    Handle,
    documents::{FileOut, keep_file},
    process::extension_row,
};
use crate::{
    auth::{PlatformScope, TenantScope},
    store::{
        Tx,
        audit::Entry,
        documents,
        extensions::{self, Extension, Place},
        processes,
        processes::Process,
        tenants,
    },
};
use app::{
    contract::{
        Slice,
        documents::SentFile,
        extension::Decision,
        extension_cases::{ExtensionCase, ExtensionCases, ExtensionWaiting},
    },
    error::{AppError, Outcome},
    i18n::Locale,
    letter,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    document::{DocumentKind, DocumentState, NewDocument, Visibility},
    extension::{ExtensionDecision, ExtensionState},
    id::{DocumentId, ExtensionId, TenantId},
    pack,
    policy::Action,
    role::Role,
};
use std::{collections::HashMap, sync::Arc};

const PAGE: usize = 20;

#[async_trait]
impl ExtensionCases for Handle {
    async fn extension_queue(&self, after: Option<String>) -> Outcome<Slice<ExtensionWaiting>> {
        let scope = PlatformScope::for_action(&self.scope, Action::ReadGuarantorQueue)?;
        let named = pack::catalogue().iter().filter(|pack| names_guarantor(pack));
        let rules: Vec<String> = named.map(|pack| format!("{}/{}", pack.key, pack.version)).collect();
        let tx = self.app.db.read(scope.wall()).await?;
        let after = after.and_then(|after| after.parse().ok());
        let mut waiting = extensions::waiting_everywhere(&tx, &scope, &rules, after, PAGE as u64 + 1).await?;
        drop(tx);
        let more = waiting.len() > PAGE;
        waiting.truncate(PAGE);
        let next = waiting.last().filter(|_| more).map(|(_, asked)| Place::from(asked).to_string());
        let names: HashMap<_, _> =
            tenants::all(&self.app.db).await?.into_iter().map(|tenant| (tenant.id, tenant.name)).collect();
        let today = self.today_in_rome();
        let shown = |(tenant, asked): (TenantId, Extension)| {
            Some(ExtensionWaiting {
                tenant,
                tenant_name: names.get(&tenant)?.clone(),
                id: asked.id,
                process_title: asked.process_title,
                days_asked: asked.days_asked,
                asked_on: asked.requested_on,
                days_left: days_left(Some(asked.end_before), today),
            })
        };
        Ok(Slice { rows: waiting.into_iter().filter_map(shown).collect(), next })
    }

    async fn extension_case(&self, tenant: TenantId, id: ExtensionId) -> Outcome<ExtensionCase> {
        let inside = self.as_guarantor_of(tenant).await?;
        let tx = inside.read().await?;
        let (process, asked) = inside.case(&tx, id).await?;
        Ok(ExtensionCase {
            tenant,
            tenant_name: inside.scope.place().name.clone(),
            pack: process.pack()?.cite(),
            deciders: process.pack()?.extension.as_ref().map(|rule| rule.granted_by.clone()).unwrap_or_default(),
            authorised_end: process.authorised_end,
            days_left: days_left(process.authorised_end, self.today_in_rome()),
            paused: asked.paused,
            progress: inside.progress_of(&tx, &process).await?,
            process_title: process.title,
            row: extension_row(asked),
        })
    }

    async fn answer_extension(
        &self,
        tenant: TenantId,
        asked: (ExtensionId, i32),
        decision: Decision,
        file: SentFile,
    ) -> Outcome<()> {
        let inside = self.as_guarantor_of(tenant).await?;
        let tx = inside.begin().await?;
        let (process, _) = inside.case(&tx, asked.0).await?;
        inside.scope.authorise(Action::DecideExtension, Some(process.id))?;
        let document = inside.file_answer(&tx, &process, &decision, file).await?;
        inside.settle_extension(&tx, &process, asked, decision, document).await?;
        inside.commit(tx).await
    }
}

impl Handle {
    /// The use cases inside `tenant`, as the guarantor alone may have them.
    pub(in crate::use_cases) async fn as_guarantor_of(&self, tenant: TenantId) -> Outcome<Self> {
        // Before looking at anything: on a tenant's host nobody holds the right.
        self.scope.authorise(Action::ReadGuarantorQueue, None)?;
        let platform = PlatformScope::for_action(&self.scope, Action::ReadGuarantorQueue)?;
        let tenant = tenants::by_id(&self.app.db, tenant).await?;
        let scope = TenantScope::of_guarantor(&platform, Arc::new(tenant))?;
        Ok(Self { scope, ..self.clone() })
    }

    /// A request with its process, once it was sent and where the rules name the guarantor.
    async fn case(&self, tx: &Tx, id: ExtensionId) -> Outcome<(Process, Extension)> {
        let asked = extensions::by_id(tx, &self.scope, id).await?;
        let process = processes::by_id(tx, &self.scope, asked.process).await?;
        if asked.state == ExtensionState::Draft || !names_guarantor(process.pack()?) {
            return Err(AppError::NotFound);
        }
        Ok((process, asked))
    }

    /// Keeps the guarantor's file among the public documents of the process.
    async fn file_answer(
        &self,
        tx: &Tx,
        process: &Process,
        decision: &Decision,
        file: SentFile,
    ) -> Outcome<DocumentId> {
        let granted = !matches!(decision.outcome, ExtensionDecision::Refuse { .. });
        let new = NewDocument {
            title: letter::extension_answer_title(Locale::it, granted),
            kind: if granted { DocumentKind::ExtensionGrant } else { DocumentKind::Other },
            visibility: Visibility::Public,
            dated: self.today_in_rome(),
        };
        let id = DocumentId::fresh();
        let kept = keep_file(&self.app, self.scope.tenant(), id, &file.name, file.bytes).await?;
        let document = kept.document(id, Some(process.id), new, DocumentState::Final, self.now());
        documents::insert(tx, &self.scope, &document).await?;
        self.record(tx, Entry::made("document.upload", "document", id.0, &document)).await?;
        Ok(id)
    }

    /// The document of a request, or of its answer, for the guarantor.
    pub(crate) async fn extension_file(&self, tenant: TenantId, id: ExtensionId, answer: bool) -> Outcome<FileOut> {
        let inside = self.as_guarantor_of(tenant).await?;
        let tx = inside.read().await?;
        let (_, asked) = inside.case(&tx, id).await?;
        let document = if answer { asked.decision_document } else { asked.request_document };
        let document = documents::by_id(&tx, &inside.scope, document.ok_or(AppError::NotFound)?).await?;
        drop(tx);
        inside.bytes_of(document).await
    }
}

fn names_guarantor(pack: &pack::RulePack) -> bool {
    pack.extension.as_ref().is_some_and(|rule| rule.granted_by.contains(&Role::Guarantor))
}

fn days_left(end: Option<NaiveDate>, today: NaiveDate) -> i64 {
    end.map_or(0, |end| end.signed_duration_since(today).num_days())
}
