//! Participatory processes.

mod lists;
mod row;

pub(super) use lists::unpublished;
pub use lists::{Unpublished, all, live, names, page, public};

use super::{
    OrUnavailable, Tx,
    entities::process,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    course::Course,
    id::ProcessId,
    pack::{self, RulePack},
    process_draft::NewProcess,
    sheet::ProjectSheet,
    stage::Stage,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel, QueryFilter};
use serde::Serialize;

/// A process as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Process {
    pub id: ProcessId,
    /// Its name in addresses, one of a kind within the tenant.
    pub slug: String,
    pub title: String,
    /// At most 60 words, in plain language.
    pub summary: String,
    pub pack_key: String,
    pub pack_version: u32,
    pub stage: Stage,
    /// The stage from which it was suspended.
    pub interrupted: Option<Stage>,
    pub sheet: ProjectSheet,
    /// In the pack's unit.
    pub duration: Option<u32>,
    pub planned_start: Option<NaiveDate>,
    pub started_on: Option<NaiveDate>,
    pub start_action: Option<String>,
    pub start_link: Option<String>,
    pub start_signed: bool,
    /// The call's last day for a start.
    pub start_limit: Option<NaiveDate>,
    pub original_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    /// Last day for contributions, until 24:00 in Rome.
    pub contributions_close: Option<NaiveDate>,
    pub concluded_on: Option<NaiveDate>,
    /// What in this process is made up; empty when nothing is.
    pub fictional_note: String,
    pub created_at: DateTime<Utc>,
    /// Grows with every change.
    pub version: i32,
}

impl Process {
    /// Whether everybody may read about it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.stage.is_public(self.interrupted)
    }

    /// The last day for contributions: the one set, else the end of the process.
    #[must_use]
    pub fn last_contribution_day(&self) -> Option<NaiveDate> {
        self.contributions_close.or(self.authorised_end)
    }

    /// The rules under which the process started, as `key/version`.
    #[must_use]
    pub fn rules(&self) -> String {
        format!("{}/{}", self.pack_key, self.pack_version)
    }

    /// The rules under which the process started.
    ///
    /// # Errors
    /// `Unavailable` when this build does not know them any more.
    pub fn pack(&self) -> Outcome<&'static RulePack> {
        pack::find(&self.pack_key, self.pack_version).ok_or_else(|| {
            tracing::error!(pack = self.pack_key, version = self.pack_version, "a rule pack is missing");
            AppError::Unavailable
        })
    }
}

impl Process {
    /// A process just created, with a blank sheet that bears its title.
    #[must_use]
    pub fn designed(new: &NewProcess, now: DateTime<Utc>) -> Self {
        Self {
            id: ProcessId::fresh(),
            slug: new.slug.clone(),
            title: new.title.clone(),
            summary: new.summary.clone(),
            pack_key: new.pack_key.clone(),
            pack_version: new.pack_version,
            stage: Stage::Designed,
            interrupted: None,
            sheet: ProjectSheet { title: new.title.clone(), ..ProjectSheet::default() },
            duration: None,
            planned_start: None,
            started_on: None,
            start_action: None,
            start_link: None,
            start_signed: false,
            start_limit: None,
            original_end: None,
            authorised_end: None,
            contributions_close: None,
            concluded_on: None,
            fictional_note: String::new(),
            created_at: now,
            version: 1,
        }
    }

    /// The dates that steps and extensions move.
    #[must_use]
    pub fn course(&self) -> Course {
        Course {
            interrupted: self.interrupted,
            started_on: self.started_on,
            original_end: self.original_end,
            authorised_end: self.authorised_end,
            contributions_close: self.contributions_close,
            concluded_on: self.concluded_on,
        }
    }

    /// The same process on another course.
    #[must_use]
    pub fn on_course(self, course: Course) -> Self {
        Self {
            interrupted: course.interrupted,
            started_on: course.started_on,
            original_end: course.original_end,
            authorised_end: course.authorised_end,
            contributions_close: course.contributions_close,
            concluded_on: course.concluded_on,
            ..self
        }
    }
}

/// The process with this name in addresses.
///
/// # Errors
/// `NotFound`.
pub async fn by_slug(tx: &Tx, scope: &TenantScope, slug: &str) -> Outcome<Process> {
    let row = scoped::<process::Entity>(scope).filter(process::COLUMN.slug.eq(slug)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The process with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: ProcessId) -> Outcome<Process> {
    let row = scoped::<process::Entity>(scope).filter(process::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Adds a process; false when its slug is taken.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Process) -> Outcome<bool> {
    Ok(new.row(scope).insert(tx).await.unless_taken()?.is_some())
}

/// Stores the process as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Process) -> Outcome<()> {
    use super::scoped::scoped_update;
    let mut row = changed.row(scope).into_active_model();
    row.version = Set(changed.version + 1);
    let done = scoped_update::<process::Entity>(scope)
        .set(row)
        .filter(process::COLUMN.id.eq(changed.id.0))
        .filter(process::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
