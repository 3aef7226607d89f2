//! Contributions that staff writes down for people without an account, and the receipts that these take home.

use super::{Handle, contribution_parts::Limit, proposing::fresh, tables::name_of};
use crate::{
    auth::secret,
    store::{
        Tx,
        audit::Entry,
        contributions::{self, Receipt, SentKey},
        thematic_tables,
    },
};
use app::{
    contract::assisted::{Assisted, AssistedDesk, Entered, ReceiptView},
    error::{AppError, Outcome},
    paths,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    contribution::{NewAssisted, may_contribute},
    id::ContributionId,
    receipt::ReceiptCode,
};

/// A whole box of paper may be written down in a day.
const ENTERED: Limit = Limit { hour: 120, day: 600 };

#[async_trait]
impl Assisted for Handle {
    async fn assisted_desk(&self, process: String) -> Outcome<AssistedDesk> {
        let tx = self.read().await?;
        let process = self.process_for(&tx, &process, Action::EnterContribution).await?;
        let all = thematic_tables::choices(&tx, &self.scope).await?;
        Ok(AssistedDesk {
            slot: self.slot(&process)?,
            tables: self.choices(all, |choice| choice.process == process.id),
            process: name_of(&process)?,
            once: secret::fresh_key(),
        })
    }

    async fn enter_contribution(&self, new: NewAssisted, another: Option<String>) -> Outcome<Entered> {
        let me = self.scope.person()?;
        let tx = self.begin().await?;
        let process = self.process_of_table(&tx, new.contribution.table).await?;
        self.scope.authorise(Action::EnterContribution, Some(process.id))?;
        may_contribute(self.window(&process)?, self.now())?;
        self.within_limits(&tx, "assisted", me, ENTERED).await?;
        let mut contribution = fresh(new.contribution, process.id, self.now());
        contribution.channel = new.channel;
        let told = [new.channel.code(), &new.source, another.as_deref().unwrap_or_default()];
        let key = SentKey::written_down(&contribution, me, &told);
        if let Some(before) = contributions::sent_before(&tx, &self.scope, &key).await? {
            return self.entered_before(&tx, before).await;
        }
        contributions::insert(&tx, &self.scope, &contribution).await?;
        contributions::mark_sent(&tx, &self.scope, contribution.id, Some(key)).await?;
        let code = self.app.key.receipt_of(contribution.id);
        let receipt = Receipt { contribution: contribution.id, source: new.source, at: self.now() };
        contributions::keep_receipt(&tx, &self.scope, &receipt, &code).await?;
        let entry = Entry::made("contribution.enter", "contribution", contribution.id.0, &contribution);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(Entered::Now(code))
    }

    async fn receipt(&self, code: ReceiptCode) -> Outcome<ReceiptView> {
        let tx = self.read().await?;
        let receipt = contributions::receipt(&tx, &self.scope, &code).await?;
        let (one, process) = contributions::with_process(&tx, &self.scope, receipt.contribution).await?;
        Ok(ReceiptView {
            address: self.address(paths::RECEIPT),
            process: name_of(&process)?,
            hidden: self.hiding(&tx, &one).await?,
            id: one.id,
            title: one.title,
            body: one.body,
            channel: one.channel,
            source: receipt.source,
            at: receipt.at,
            state: one.assessment.evaluation,
            answer: one.answered_at.map(|at| (one.answer, at)),
            code,
        })
    }

    async fn find_receipt(&self, code: ReceiptCode) -> Outcome<()> {
        let tx = self.read().await?;
        match contributions::receipt(&tx, &self.scope, &code).await {
            Err(AppError::NotFound) => Err(AppError::invalid("code", ReceiptCode::UNKNOWN)),
            other => other.map(|_| ()),
        }
    }
}

impl Handle {
    /// The receipt of what was written down before. Codes were made at random once: those are not known any more.
    async fn entered_before(&self, tx: &Tx, before: ContributionId) -> Outcome<Entered> {
        let code = self.app.key.receipt_of(before);
        match contributions::receipt(tx, &self.scope, &code).await {
            Ok(_) => Ok(Entered::Before(code)),
            Err(AppError::NotFound) => Ok(Entered::Elsewhere(before)),
            Err(error) => Err(error),
        }
    }
}
