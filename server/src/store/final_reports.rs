//! The final report of a process, with its expenses and the annex that is never published.

use super::{
    OrUnavailable, Tx,
    entities::{final_report, report_expense},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{ExpenseId, ProcessId},
    report::{Expense, ReportSection, ReportTexts},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

/// A report as it is kept; `texts` holds the private annex too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    pub process: ProcessId,
    /// Grows with every change; zero before the first.
    pub version: u32,
    pub texts: ReportTexts,
    pub submitted_on: Option<NaiveDate>,
    /// Cost and grant on which the report was settled when it was submitted.
    pub settled: Option<Sums>,
}

/// What a process costs and what it was granted, in cents, as far as its sheet says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    pub cost: Option<i64>,
    pub grant: Option<i64>,
}

impl Kept {
    fn row(&self, scope: &TenantScope, now: DateTime<Utc>) -> final_report::ActiveModel {
        let public: ReportTexts =
            self.texts.iter().filter(|(section, _)| section.is_public()).map(|(k, v)| (*k, v.clone())).collect();
        final_report::ActiveModel {
            tenant_id: Set(tenant(scope)),
            process_id: Set(self.process.0),
            version: Set(i32::try_from(self.version).unwrap_or(i32::MAX)),
            texts: Set(serde_json::to_string(&public).expect("plain data serialises")),
            private_annex: Set(self.texts.get(&ReportSection::PrivateAnnex).cloned().unwrap_or_default()),
            submitted_on: Set(self.submitted_on),
            updated_at: Set(now),
            cost_cents: Set(self.settled.and_then(|sums| sums.cost)),
            grant_cents: Set(self.settled.and_then(|sums| sums.grant)),
        }
    }
}

/// The report of `process`; an empty one that was never stored when nobody has written it.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Kept> {
    let row = scoped::<final_report::Entity>(scope)
        .filter(final_report::COLUMN.process_id.eq(process.0))
        .one(tx)
        .await
        .or_unavailable()?;
    let Some(row) = row else {
        return Ok(Kept { process, version: 0, texts: ReportTexts::new(), submitted_on: None, settled: None });
    };
    let mut texts: ReportTexts = serde_json::from_str(&row.texts).map_err(|_| AppError::Unavailable)?;
    if !row.private_annex.is_empty() {
        texts.insert(ReportSection::PrivateAnnex, row.private_annex);
    }
    let sums = Sums { cost: row.cost_cents, grant: row.grant_cents };
    Ok(Kept {
        process,
        version: u32::try_from(row.version).unwrap_or(0),
        texts,
        submitted_on: row.submitted_on,
        settled: row.submitted_on.map(|_| sums),
    })
}

/// The days on which the reports of `processes` were submitted; the others are absent.
///
/// # Errors
/// `Unavailable`.
pub async fn submitted(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<HashMap<Uuid, NaiveDate>> {
    let rows: Vec<(Uuid, Option<NaiveDate>)> = scoped::<final_report::Entity>(scope)
        .filter(final_report::COLUMN.process_id.is_in(processes.iter().copied()))
        .select_only()
        .columns([final_report::Column::ProcessId, final_report::Column::SubmittedOn])
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().filter_map(|(process, on)| Some((process, on?))).collect())
}

/// Stores the report as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn store(tx: &Tx, scope: &TenantScope, changed: &Kept, now: DateTime<Utc>) -> Outcome<()> {
    let seen = changed.version;
    let row = Kept { version: seen + 1, ..changed.clone() }.row(scope, now);
    if seen == 0 {
        return row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict);
    }
    let done = scoped_update::<final_report::Entity>(scope)
        .set(row)
        .filter(final_report::COLUMN.process_id.eq(changed.process.0))
        .filter(final_report::COLUMN.version.eq(i32::try_from(seen).unwrap_or(i32::MAX)))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// The expenses of `process`, in the order in which they were entered.
///
/// # Errors
/// `Unavailable`.
pub async fn expenses(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<(ExpenseId, Expense)>> {
    let rows = scoped::<report_expense::Entity>(scope)
        .filter(report_expense::COLUMN.process_id.eq(process.0))
        .order_by_asc(report_expense::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: report_expense::Model| {
        let expense = Expense {
            category: row.category.parse().map_err(|_| AppError::Unavailable)?,
            supplier: row.supplier,
            act: row.act,
            invoice: row.invoice,
            net_cents: row.net_cents,
            vat_cents: row.vat_cents,
            vat_deductible: row.vat_deductible,
            paid_on: row.paid_on,
            proof: row.proof,
        };
        Ok((ExpenseId(row.id), expense))
    };
    rows.into_iter().map(read).collect()
}

/// Adds an expense.
///
/// # Errors
/// `Unavailable`.
pub async fn add_expense(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    id: ExpenseId,
    new: &Expense,
) -> Outcome<()> {
    let row = report_expense::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(id.0),
        process_id: Set(process.0),
        category: Set(new.category.code().into()),
        supplier: Set(new.supplier.clone()),
        act: Set(new.act.clone()),
        invoice: Set(new.invoice.clone()),
        net_cents: Set(new.net_cents),
        vat_cents: Set(new.vat_cents),
        vat_deductible: Set(new.vat_deductible),
        paid_on: Set(new.paid_on),
        proof: Set(new.proof.clone()),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Removes an expense of `process`.
///
/// # Errors
/// `NotFound`.
pub async fn remove_expense(tx: &Tx, scope: &TenantScope, process: ProcessId, id: ExpenseId) -> Outcome<()> {
    let done = scoped_delete::<report_expense::Entity>(scope)
        .filter(report_expense::COLUMN.process_id.eq(process.0))
        .filter(report_expense::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::NotFound) }
}
