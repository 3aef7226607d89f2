//! The guarantor's queue and cases: reading over all tenants, answering in the tenant's own data.

use super::{Handle, proposal_document::changed};
use crate::{
    auth::{PlatformScope, TenantScope},
    store::{
        Tx,
        audit::{self, Entry},
        deadlines,
        history::{self, Event},
        mails,
        people::{self, Person},
        processes,
        proposal_documents::{self, Kept},
        tenants,
        validation_rounds::{self, Round, Waiting},
    },
};
use app::{
    contract::{
        Slice,
        guarantor::{CaseRound, CaseView, Guarantors, QueueRow},
    },
    error::{AppError, Outcome},
    i18n::Locale,
    letter,
};
use async_trait::async_trait;
use domain::{
    calendar::day_in_rome,
    history::HistoryKind,
    id::{ProcessId, TenantId},
    policy::Action,
    proposal_document::ProposalDocumentStep,
    role::Role,
    validation::NewRoundDecision,
};
use std::sync::Arc;

const PAGE: u64 = 20;

#[async_trait]
impl Guarantors for Handle {
    async fn guarantor_queue(&self, after: Option<String>) -> Outcome<Slice<QueueRow>> {
        let scope = PlatformScope::for_action(&self.scope, Action::ReadGuarantorQueue)?;
        let after = after.map(|after| after.parse()).transpose()?;
        let tx = self.app.db.read(scope.wall()).await?;
        let mut rows = validation_rounds::waiting(&tx, &scope, after, PAGE + 1).await?;
        let more = rows.len() > 20;
        rows.truncate(20);
        let next = if more { rows.last().map(|row| row.id.to_string()) } else { None };
        let today = day_in_rome(self.now());
        let shown = |row: Waiting| QueueRow {
            tenant: row.tenant,
            tenant_name: row.tenant_name,
            process: row.process,
            process_title: row.process_title,
            round: row.number,
            received: row.submitted_at,
            days_waiting: today.signed_duration_since(day_in_rome(row.submitted_at)).num_days(),
        };
        Ok(Slice { rows: rows.into_iter().map(shown).collect(), next })
    }

    async fn guarantor_case(&self, tenant: TenantId, process: ProcessId) -> Outcome<CaseView> {
        let scope = PlatformScope::for_action(&self.scope, Action::ReadSubmitted)?;
        let tx = self.app.db.read(scope.wall()).await?;
        let rounds = validation_rounds::case(&tx, &scope, tenant, process).await?;
        let newest = rounds.first().ok_or(AppError::NotFound)?;
        let inside = self.as_guarantor_of(tenant).await?;
        let tx = inside.read().await?;
        let path = processes::by_id(&tx, &inside.scope, process).await?;
        let progress = inside.progress_of(&tx, &path).await?;
        let changed = rounds.get(1).map(|before| changed(&before.content, &newest.content));
        Ok(CaseView {
            tenant,
            tenant_name: newest.tenant_name.clone(),
            process,
            process_title: newest.process_title.clone(),
            progress,
            paused: newest.paused,
            rounds: rounds.into_iter().map(round).collect(),
            changed,
        })
    }

    async fn answer_round(&self, tenant: TenantId, process: ProcessId, new: NewRoundDecision) -> Outcome<()> {
        // Before looking at anything: on a tenant's host nobody holds the right.
        self.scope.authorise(Action::ValidateDocument, None)?;
        let platform = PlatformScope::for_action(&self.scope, Action::ValidateDocument)?;
        let tenant = tenants::by_id(&self.app.db, tenant).await?;
        let scope = TenantScope::of_guarantor(&platform, Arc::new(tenant))?;
        let tx = self.app.db.write(scope.wall()).await?;
        proposal_documents::lock(&tx, &scope, process).await?;
        let rounds = validation_rounds::of(&tx, &scope, process).await?;
        let newest = rounds.into_iter().next().ok_or(AppError::NotFound)?;
        let path = processes::by_id(&tx, &scope, process).await?;
        ProposalDocumentStep::Validate.fits(path.stage)?;
        let before = proposal_documents::of(&tx, &scope, process).await?;
        let document = before.document.clone().answer(&new)?;
        let after = Kept { document, decided_on: Some(day_in_rome(self.now())), ..before.clone() };
        validation_rounds::answer(&tx, &scope, newest.id, scope.person()?, &new, self.now()).await?;
        proposal_documents::store(&tx, &scope, &before, &after, self.now()).await?;
        let entry = Entry::changed("proposal_document.answer", "proposal_document", process.0, &before, &after);
        audit::record(&tx, &scope, entry, self.now()).await?;
        let kind = HistoryKind::of_answer(new.decision);
        let event = Event {
            process,
            at: self.now(),
            kind,
            stage: path.stage,
            role: Role::Guarantor,
            note: String::new(),
            public: kind.is_public(),
            document: None,
        };
        history::add(&tx, &scope, &event).await?;
        let title = newest.process_title;
        deadlines::refresh(&tx, &scope, &path, self.now()).await?;
        self.mail_holders_in(&tx, &scope, process, &[Role::ProcessOwner], |l, origin| {
            let link = format!("{origin}{}", app::paths::document_editor(&path.slug));
            letter::guarantor_answered(l, &title, new.decision, &new.reason, &link)
        })
        .await?;
        self.commit(tx).await
    }
}

impl Handle {
    /// The guarantors of the platform, to write to them; read before a writing transaction begins.
    pub(super) async fn guarantors(&self) -> Outcome<Vec<Person>> {
        let platform = tenants::platform(&self.app.db).await?;
        let scope = TenantScope::visitor(Arc::new(platform), self.scope.request().into());
        let tx = self.app.db.read(scope.wall()).await?;
        people::holders_anywhere(&tx, &scope, Role::Guarantor).await
    }

    /// Writes to the guarantors, each in their language, by the outbox of this tenant.
    pub(super) async fn write_to_guarantors(
        &self,
        tx: &Tx,
        guarantors: Vec<Person>,
        words: impl Fn(Locale) -> letter::Words + Send + Sync,
    ) -> Outcome<()> {
        let letters = guarantors.iter().map(|one| (one.email.clone(), words(one.locale()))).collect();
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }
}

fn round(round: Round) -> CaseRound {
    CaseRound {
        number: round.number,
        received: round.submitted_at,
        intact: round.content.sha256() == round.sha256,
        sha256: round.sha256,
        closed_on: round.closed_on,
        checks: round.checks,
        answer: round.answer.map(|answer| (answer.decision, answer.reason, answer.at)),
        content: round.content,
    }
}
