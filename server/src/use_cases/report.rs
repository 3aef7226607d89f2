//! The final report with its expenses.

use super::{Handle, proposal_document::of_process};
use crate::store::{
    Tx,
    audit::Entry,
    deadlines,
    final_reports::{self, Kept, Sums},
    process_facts,
    processes::Process,
    proposal_documents,
};
use app::{
    contract::report::{ReportView, Reports},
    error::{AppError, Outcome},
    letter,
};
use async_trait::async_trait;
use domain::{
    calendar::{Deadline, add_days, day_in_rome},
    history::HistoryKind,
    id::ExpenseId,
    money::cofinancing_percent,
    policy::Action,
    refusal::{Blocker, StepRefused},
    report::{Expense, ReportSection, personal_data_places, ready_to_submit, settle, with_texts},
    role::Role,
};
use std::collections::BTreeMap;

#[async_trait]
impl Reports for Handle {
    async fn final_report(&self, slug: String) -> Outcome<ReportView> {
        let tx = self.read().await?;
        let (process, kept) = self.open_report(&tx, &slug).await?;
        let may = |action| self.scope.may(action, Some(process.id));
        if !may(Action::ReadDrafts) && !may(Action::ReadPrivateAnnex) {
            self.scope.person()?;
            return Err(AppError::NotFound);
        }
        let (writes, annex) = (may(Action::WriteReport), may(Action::ReadPrivateAnnex));
        let open = kept.submitted_on.is_none();
        let mut view = self.report_view(&tx, &process, kept).await?;
        if open {
            view.blockers = self.report_blockers(&tx, &process, &view).await?;
        }
        let document = proposal_documents::of(&tx, &self.scope, process.id).await?;
        view.revocation = self.possible_revocation(&tx, &process, &document).await?;
        view.may_write = writes && open;
        view.may_read_annex = annex;
        if !annex {
            view.texts.remove(&ReportSection::PrivateAnnex);
        }
        Ok(view)
    }

    async fn save_report(&self, slug: String, seen: u32, texts: BTreeMap<String, String>) -> Outcome<()> {
        let tx = self.begin().await?;
        let (process, before) = self.writable(&tx, &slug).await?;
        if before.version != seen {
            return Err(AppError::Conflict);
        }
        let after = Kept { texts: with_texts(before.texts.clone(), &texts)?, ..before.clone() };
        if after == before {
            return Ok(());
        }
        final_reports::store(&tx, &self.scope, &after, self.now()).await?;
        self.record(&tx, self.sealed_change("report.save", "report", process.id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    async fn add_expense(&self, slug: String, new: Expense) -> Outcome<()> {
        let tx = self.begin().await?;
        let (process, before) = self.writable(&tx, &slug).await?;
        let id = ExpenseId::fresh();
        // A new version: whoever submits meanwhile submits another report.
        final_reports::store(&tx, &self.scope, &before, self.now()).await?;
        final_reports::add_expense(&tx, &self.scope, process.id, id, &new).await?;
        self.record(&tx, Entry::made("report.add_expense", "expense", id.0, &self.sealed(&new))).await?;
        self.commit(tx).await
    }

    async fn remove_expense(&self, slug: String, id: ExpenseId) -> Outcome<()> {
        let tx = self.begin().await?;
        let (process, before) = self.writable(&tx, &slug).await?;
        final_reports::store(&tx, &self.scope, &before, self.now()).await?;
        let expenses = final_reports::expenses(&tx, &self.scope, process.id).await?;
        let (_, gone) = expenses.into_iter().find(|(one, _)| *one == id).ok_or(AppError::NotFound)?;
        final_reports::remove_expense(&tx, &self.scope, process.id, id).await?;
        self.record(&tx, Entry::removed("report.remove_expense", "expense", id.0, &self.sealed(&gone))).await?;
        self.commit(tx).await
    }

    async fn submit_report(&self, slug: String, seen: u32) -> Outcome<()> {
        let tx = self.begin().await?;
        let (process, before) = self.writable(&tx, &slug).await?;
        if before.version != seen {
            return Err(AppError::Conflict);
        }
        let view = self.report_view(&tx, &process, before.clone()).await?;
        StepRefused::unless_clear(self.report_blockers(&tx, &process, &view).await?)?;
        let after =
            Kept { submitted_on: Some(day_in_rome(self.now())), settled: Some(sums(&process)), ..before.clone() };
        final_reports::store(&tx, &self.scope, &after, self.now()).await?;
        deadlines::refresh(&tx, &self.scope, &process, self.now()).await?;
        self.mail_holders(&tx, process.id, &[Role::FundingOfficer], |l, origin| {
            letter::report_submitted(l, &process.title, &format!("{origin}{}", app::paths::report_editor(&slug)))
        })
        .await?;
        self.record(&tx, self.sealed_change("report.submit", "report", process.id.0, &before, &after)).await?;
        self.tell_step(&tx, &process, HistoryKind::ReportSubmitted, Action::WriteReport).await?;
        self.commit(tx).await
    }

    async fn public_report(&self, slug: String) -> Outcome<ReportView> {
        let tx = self.read().await?;
        let (process, kept) = self.open_report(&tx, &slug).await?;
        if kept.submitted_on.is_none() {
            return Err(AppError::NotFound);
        }
        let mut view = self.report_view(&tx, &process, kept).await?;
        view.texts.remove(&ReportSection::PrivateAnnex);
        for (_, expense) in &mut view.expenses {
            // Who was paid and how is for those who check the accounts.
            expense.supplier.clear();
            expense.invoice.clear();
            expense.proof = None;
        }
        Ok(view)
    }
}

impl Handle {
    /// The report of the process at `slug`; `NotFound` where the rules ask for none.
    async fn open_report(&self, tx: &Tx, slug: &str) -> Outcome<(Process, Kept)> {
        let process = self.process_in_view(tx, slug).await?;
        if process.pack()?.final_report_days.is_none() {
            return Err(AppError::NotFound);
        }
        let kept = final_reports::of(tx, &self.scope, process.id).await?;
        Ok((process, kept))
    }

    /// The same, for who may write it while it may be written.
    async fn writable(&self, tx: &Tx, slug: &str) -> Outcome<(Process, Kept)> {
        let (process, kept) = self.open_report(tx, slug).await?;
        self.scope.authorise(Action::WriteReport, Some(process.id))?;
        if kept.submitted_on.is_some() {
            return Err(Blocker::WrongState.into());
        }
        Ok((process, kept))
    }

    async fn report_view(&self, tx: &Tx, process: &Process, kept: Kept) -> Outcome<ReportView> {
        let pack = process.pack()?;
        let expenses = final_reports::expenses(tx, &self.scope, process.id).await?;
        let spent: Vec<Expense> = expenses.iter().map(|(_, expense)| expense.clone()).collect();
        // What was submitted stays as it was, whatever the sheet says since.
        let sums = kept.settled.unwrap_or_else(|| sums(process));
        let holidays = process_facts::holidays(&self.scope);
        let due = process
            .concluded_on
            .zip(pack.final_report_days)
            .map(|(concluded, days)| Deadline(holidays.roll(add_days(concluded, days), pack.rolling)));
        Ok(ReportView {
            process: of_process(process, self.works_on(process)),
            version: kept.version,
            texts: kept.texts,
            settlement: settle(&spent, sums.grant.unwrap_or(0)),
            cost_cents: sums.cost,
            cofinancing: sums.cost.zip(sums.grant).and_then(|(cost, grant)| cofinancing_percent(cost, grant)),
            expenses,
            due,
            revocation: None,
            submitted_on: kept.submitted_on,
            blockers: Vec::new(),
            may_write: false,
            may_read_annex: false,
        })
    }

    /// What stands in the way of submitting the report.
    async fn report_blockers(&self, tx: &Tx, process: &Process, view: &ReportView) -> Outcome<Vec<Blocker>> {
        let spent: Vec<Expense> = view.expenses.iter().map(|(_, expense)| expense.clone()).collect();
        let ready = ready_to_submit(&view.texts, &spent, view.settlement.grant_cents);
        let mut blockers = ready.err().map(|refused| refused.blockers).unwrap_or_default();
        let names = self.names_of_members(tx, process.id).await?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let places = personal_data_places(&view.texts, &names);
        if places > 0 {
            blockers.push(Blocker::PersonalDataFound { places });
        }
        if process.concluded_on.is_none() {
            blockers.push(Blocker::ToConclude);
        }
        Ok(Blocker::reasons(blockers))
    }
}

/// What the sheet of the process says now.
fn sums(process: &Process) -> Sums {
    Sums { cost: process.sheet.budget_cents, grant: process.sheet.grant_cents }
}
