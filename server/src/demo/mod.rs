//! The demo region: tenants, people and their processes, written with the dates of their story.

pub mod actions;
mod agreements;
mod contributions;
pub mod data;
mod documents;
mod files;
mod gatherings;
mod links;
mod merges;
mod pdf;
mod people;
mod processes;
mod questionnaires;
mod registrations;
mod results;
mod rounds;
mod story;
mod tenants;

use crate::{
    auth::TenantScope,
    state::App,
    store::{OrUnavailable, Tx, audit, settings},
};
use app::error::AppError;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use data::{ContributionData, PersonData, ProcessFile, TenantData};
use domain::{
    calendar::start_of,
    document::DocumentKind,
    id::{ContributionId, DocumentId, MeetingId, OrganId, PersonId, ProcessId, SynthesisId, TableId},
};
use std::collections::HashMap;

/// How the addresses of supporters begin after their name: people whom the files only count.
pub const SUPPORTERS: &str = "@supporter.";

/// Why the demo could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file of the demo is wrong.
    #[error("demo/{file}: {what}")]
    Data { file: String, what: String },
    /// The database refused.
    #[error("the demo could not be stored: {0}")]
    Store(#[from] AppError),
}

impl Fault {
    fn data(file: &str, what: impl ToString) -> Self {
        Self::Data { file: file.to_owned(), what: what.to_string() }
    }
}

/// Everything that the files tell.
#[derive(Debug)]
pub struct Region {
    pub tenants: Vec<TenantRegion>,
}

/// One tenant with what it holds.
#[derive(Debug)]
pub struct TenantRegion {
    pub tenant: TenantData,
    pub people: Vec<PersonData>,
    pub process: Option<ProcessFile>,
    /// Oldest first.
    pub contributions: Vec<ContributionData>,
}

/// Where the story's clock stands: 5 October 2022, 9:30 in Rome.
#[must_use]
pub fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_664_955_000, 0).expect("an instant of 2022")
}

impl Region {
    /// Reads the demo's files; with `later`, also what happens after the story's clock.
    ///
    /// # Errors
    /// The first file that is wrong, or the first reference to nothing.
    pub fn read(later: bool) -> Result<Self, Fault> {
        let (tenants, mut people) = (files::tenants()?.tenant, files::people()?.person);
        let keys: Vec<String> = tenants.iter().map(|tenant| tenant.key.clone()).collect();
        let mut region = Self { tenants: Vec::new() };
        for tenant in tenants {
            let (mine, others) = people.into_iter().partition(|person| person.tenant == tenant.key);
            people = others;
            let after = if later { files::process_later(&tenant.key)? } else { None };
            let process = match after {
                Some(process) => Some(process),
                None => files::process(&tenant.key)?,
            };
            let contributions = files::contributions(&tenant.key, &keys)?;
            region.tenants.push(TenantRegion { tenant, people: mine, process, contributions });
        }
        if let Some(person) = people.first() {
            return Err(Fault::data("people.toml", format!("no tenant {:?} for {:?}", person.tenant, person.key)));
        }
        links::check(&region)?;
        Ok(region)
    }
}

/// One tenant being written, in one transaction.
pub(crate) struct Load<'a> {
    pub(crate) app: &'a App,
    pub(crate) scope: TenantScope,
    pub(crate) tx: Tx,
    /// Ids by the keys of people.
    pub(crate) people: HashMap<String, PersonId>,
    /// The same for people of the platform, which is written first.
    pub(crate) platform: HashMap<String, PersonId>,
    pub(crate) process: Option<ProcessId>,
    pub(crate) tables: HashMap<String, TableId>,
    pub(crate) contributions: HashMap<String, ContributionId>,
    pub(crate) syntheses: HashMap<String, SynthesisId>,
    pub(crate) organs: HashMap<String, OrganId>,
    pub(crate) meetings: HashMap<String, MeetingId>,
    /// Kind, the act it carries, and id.
    pub(crate) documents: Vec<(DocumentKind, Option<String>, DocumentId)>,
}

impl<'a> Load<'a> {
    fn new(app: &'a App, scope: TenantScope, tx: Tx, process: Option<ProcessId>) -> Self {
        Self {
            app,
            scope,
            tx,
            people: HashMap::new(),
            platform: HashMap::new(),
            process,
            tables: HashMap::new(),
            contributions: HashMap::new(),
            syntheses: HashMap::new(),
            organs: HashMap::new(),
            meetings: HashMap::new(),
            documents: Vec::new(),
        }
    }

    /// The person with this key; references were checked on reading.
    pub(crate) fn person(&self, key: &str) -> Result<PersonId, Fault> {
        self.people.get(key).copied().ok_or_else(|| Fault::data("people.toml", format!("no person {key:?}")))
    }

    /// The table with this key.
    pub(crate) fn table(&self, key: &str) -> Result<TableId, Fault> {
        self.tables.get(key).copied().ok_or_else(|| Fault::data("processes", format!("no table {key:?}")))
    }
}

/// Noon of a day in Rome: what only has a date in the files.
pub(crate) fn noon(day: NaiveDate) -> DateTime<Utc> {
    start_of(day) + TimeDelta::hours(12)
}

/// Writes the whole region and sets the story's clock.
///
/// # Errors
/// What is wrong with a file, or that the database refused.
pub async fn load(app: &App) -> Result<Region, Fault> {
    let region = Region::read(false)?;
    let offset = (clock() - Utc::now()).num_seconds();
    settings::keep_clock_offset(&app.db, offset).await?;
    app.clock.set_offset(offset);
    let scopes = tenants::load(app, &region).await?;
    let mut platform: HashMap<String, PersonId> = HashMap::new();
    for (own, scope) in region.tenants.iter().zip(scopes) {
        let tx = app.db.write(scope.wall()).await?;
        let process = own.process.as_ref().map(|_| ProcessId::fresh());
        let mut load = Load::new(app, scope, tx, process);
        // The path is there before the roles in it.
        let path = match (process, &own.process) {
            (Some(id), Some(file)) => Some((processes::load(&load, id, file).await?, file)),
            _ => None,
        };
        people::load(&mut load, own).await?;
        if own.tenant.key == "platform" {
            platform.clone_from(&load.people);
        }
        load.platform.clone_from(&platform);
        if let Some((process, file)) = path {
            let id = process.id;
            documents::load(&mut load, id, &file.document).await?;
            if let Some(agreement) = &file.agreement {
                agreements::load(&load, id, agreement).await?;
            }
            contributions::load(&mut load, id, own).await?;
            gatherings::load(&mut load, id, file).await?;
            questionnaires::load(&load, id, &file.questionnaire).await?;
            results::load(&load, &process, file).await?;
            actions::load(&load, &process, file).await?;
            story::load(&load, &process, file).await?;
        }
        let place = load.scope.place();
        let entry = audit::Entry::made("demo.load", "tenant", place.id.0, place);
        audit::record(&load.tx, &load.scope, entry, app.clock.now()).await?;
        load.tx.commit().await.or_unavailable()?;
    }
    Ok(region)
}
