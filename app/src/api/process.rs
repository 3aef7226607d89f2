//! Making, describing and moving processes.

#[cfg(feature = "ssr")]
use super::typed::{chosen_or_none, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, format::rome_day, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    act::NewAct,
    code::choice,
    invalid::FieldErrors,
    process_draft::{NewProcess, PhasePlan, WrittenNotice, plain_summary},
    sheet::ProjectSheet,
    stage::Step,
    text,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Creates a process.
#[server(prefix = "/api", endpoint = "process/create")]
pub async fn create_process(title: String, slug: String, summary: String, pack: String, owner: String) -> Outcome<()> {
    let server = use_cases()?;
    let new = NewProcess::parse(&title, &slug, &summary, &pack, rome_day(server.moment()))?;
    let owner = chosen_or_none("owner", &owner)?;
    let slug = server.create_process(new, owner).await?;
    respond::redirect(&paths::workspace(&slug), Notice::ProcessCreated);
    Ok(())
}

/// Takes a step of a process.
#[server(prefix = "/api", endpoint = "process/step")]
pub async fn take_step(process: String, version: String, step: String, note: String) -> Outcome<()> {
    let server = use_cases()?;
    let mut errors = FieldErrors::default();
    let step = errors.take("step", choice::<Step>(&step));
    let reason = step.is_some_and(Step::needs_reason);
    let note = errors.take("note", if reason { text::prose(&note, 2_000) } else { text::optional_prose(&note, 2_000) });
    let (Some(step), Some(note)) = (step, note) else { return Err(errors.into()) };
    server.take_step(process.clone(), seen(&version)?, step, note).await?;
    respond::redirect(&paths::workspace(&process), Notice::StepTaken);
    Ok(())
}

/// Stores the project sheet.
#[server(prefix = "/api", endpoint = "process/sheet")]
pub async fn save_sheet(
    process: String,
    version: String,
    summary: String,
    #[server(flatten)] fields: BTreeMap<String, String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let (sheet, summary) = match (ProjectSheet::parse(&fields), plain_summary(&summary)) {
        (Ok(sheet), Ok(summary)) => (sheet, summary),
        (sheet, summary) => {
            let mut errors = sheet.err().unwrap_or_default();
            errors.take("summary", summary);
            return Err(errors.into());
        }
    };
    server.save_sheet(process.clone(), seen(&version)?, sheet, summary).await?;
    respond::redirect(&paths::sheet(&process), Notice::Saved);
    Ok(())
}

/// Stores the times of a process.
#[server(prefix = "/api", endpoint = "process/times")]
pub async fn save_times(
    process: String,
    version: String,
    duration: String,
    start_limit: String,
    contributions_close: String,
) -> Outcome<()> {
    let typed = [duration, start_limit, contributions_close];
    use_cases()?.save_times(process.clone(), seen(&version)?, typed).await?;
    respond::redirect(&paths::times(&process), Notice::Saved);
    Ok(())
}

/// Stores the plan of one phase.
#[server(prefix = "/api", endpoint = "process/phase")]
pub async fn save_phase(
    process: String,
    version: String,
    phase: String,
    planned_from: String,
    planned_to: String,
    activities: String,
    outputs: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let plan = PhasePlan::parse(&planned_from, &planned_to, &activities, &outputs)?;
    server.save_phase(process.clone(), seen(&version)?, phase, plan).await?;
    respond::redirect(&paths::times(&process), Notice::Saved);
    Ok(())
}

/// Stores the start notice, and the signature of who may sign it.
#[server(prefix = "/api", endpoint = "process/start-notice")]
pub async fn save_notice(
    process: String,
    version: String,
    action: String,
    link: String,
    date: String,
    signed: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let notice = WrittenNotice::parse(&action, &link, &date)?;
    server.save_notice(process.clone(), seen(&version)?, notice, signed.is_some()).await?;
    respond::redirect(&paths::start_notice(&process), Notice::NoticeSaved);
    Ok(())
}

/// Registers an act.
#[server(prefix = "/api", endpoint = "process/act")]
pub async fn register_act(
    process: String,
    kind: String,
    body: String,
    number: String,
    date: String,
    subject: String,
    link: String,
    document: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let act = NewAct::parse(&kind, &body, &number, &date, &subject, &link, rome_day(server.moment()))?;
    server.register_act(process.clone(), act, chosen_or_none("document", &document)?).await?;
    respond::redirect(&paths::acts(&process), Notice::ActRegistered);
    Ok(())
}
