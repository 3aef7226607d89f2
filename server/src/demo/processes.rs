//! Processes with the sheet and the dates of their story.

use super::{Fault, Load, data::ProcessFile, noon};
use crate::store::{
    observatory_records,
    processes::{self, Process},
};
use app::error::AppError;
use chrono::NaiveDate;
use domain::{
    calendar::complete_months,
    id::ProcessId,
    observatory::{Record, RecordField},
    pack::{self, DurationUnit, RulePack},
    stage::Stage,
};
use std::collections::BTreeMap;

/// Writes the process of a tenant.
pub(super) async fn load(load: &Load<'_>, id: ProcessId, file: &ProcessFile) -> Result<Process, Fault> {
    let process = process(id, file)?;
    if !processes::insert(&load.tx, &load.scope, &process).await? {
        return Err(AppError::Conflict.into());
    }
    record(load, &process, &file.process.observatory).await?;
    Ok(process)
}

/// Writes what the published record says beyond the process.
async fn record(load: &Load<'_>, process: &Process, told: &BTreeMap<String, toml::Value>) -> Result<(), Fault> {
    let mut record = Record::default();
    for (key, field) in [("cofinancing", RecordField::Cofinancing), ("year", RecordField::FundingYear)] {
        let Some(told) = told.get(key) else { continue };
        let told = told.as_str().map_or_else(|| told.to_string(), str::to_owned);
        let value = field.read(&told).map_err(|_| Fault::data("processes", format!("no {key}: {told:?}")))?;
        record.fields.insert(field, value);
    }
    if record == Record::default() {
        return Ok(());
    }
    let kept = observatory_records::Kept { process: process.id, version: 0, record, received: None };
    Ok(observatory_records::store(&load.tx, &load.scope, &kept, super::clock()).await?)
}

fn process(id: ProcessId, file: &ProcessFile) -> Result<Process, Fault> {
    let data = &file.process;
    let pack = pack::latest(&data.pack, super::clock().date_naive())
        .ok_or_else(|| Fault::data("processes", format!("no pack {:?}", data.pack)))?;
    let concluded = matches!(data.stage, Stage::Concluded | Stage::Impact | Stage::Monitored | Stage::Archived);
    let planned_start = data.sheet.planned_start.or(data.started_on);
    let first_act = file.act.iter().map(|act| act.date).min();
    let created = first_act.into_iter().chain(planned_start).min().unwrap_or_else(|| super::clock().date_naive());
    Ok(Process {
        id,
        slug: data.key.clone(),
        title: data.title.clone(),
        summary: data.summary.clone(),
        pack_key: pack.key.clone(),
        pack_version: pack.version,
        stage: data.stage,
        interrupted: (data.stage == Stage::Withdrawn).then_some(Stage::Ready),
        sheet: data.sheet.clone(),
        duration: duration(pack, planned_start, data.planned_end.or(data.sheet.planned_end)),
        planned_start,
        started_on: data.started_on,
        start_action: file.start.as_ref().map(|start| start.action.clone()),
        start_link: file.start.as_ref().map(|start| start.link.clone()),
        start_signed: file.start.is_some(),
        start_limit: None,
        original_end: data.planned_end,
        authorised_end: data.authorised_end,
        contributions_close: data.contributions_until,
        concluded_on: data.ended_on.filter(|_| concluded),
        fictional_note: data.fictional_note.clone(),
        created_at: noon(created),
        version: 1,
    })
}

/// The length in the pack's unit.
fn duration(pack: &RulePack, start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<u32> {
    let (start, end) = (start?, end?);
    match pack.duration.unit {
        DurationUnit::Months => Some(complete_months(start, end).max(1)),
        DurationUnit::Days => u32::try_from((end - start).num_days()).ok(),
        DurationUnit::Cycle => None,
    }
}
