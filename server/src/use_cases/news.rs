//! What is new and what meets, for programs that read outside the site: as the pages say it to whoever asks.

use super::Handle;
use crate::store::{
    Tx, history, home,
    meetings::{self, Meeting},
    processes::{self, Process},
    thematic_tables,
};
use app::{
    contract::contributions::{ContributionRow, Contributions, Filter},
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{
    history::HistoryKind,
    id::{MeetingId, ProcessId, TableId},
    meeting::MeetingOf,
    outcome::MeritDecision,
    tenant::TenantKind,
};
use uuid::Uuid;

/// Entries of a feed.
const ENTRIES: u64 = 50;
/// Meetings of each half of a calendar.
const MEETINGS: u64 = 200;

/// A step of a path.
pub(crate) struct StepNews {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) path: String,
    pub(crate) kind: HistoryKind,
    pub(crate) note: String,
    pub(crate) at: DateTime<Utc>,
}

/// What became of a proposal of a proposal document.
pub(crate) struct DecisionNews {
    pub(crate) process: ProcessId,
    pub(crate) slug: String,
    pub(crate) path: String,
    pub(crate) number: u32,
    pub(crate) title: String,
    pub(crate) decision: MeritDecision,
    pub(crate) at: DateTime<Utc>,
}

/// Meetings, and whose they are where they are not the whole tenant's.
pub(crate) struct MeetingNews {
    pub(crate) of: Option<String>,
    pub(crate) meetings: Vec<Meeting>,
}

impl Handle {
    /// The newest steps of all paths.
    pub(crate) async fn step_news(&self) -> Outcome<Vec<StepNews>> {
        let tx = self.read().await?;
        let paths = self.open_paths(&tx).await?;
        self.steps_of(&tx, &paths).await
    }

    /// The title of the path at `slug` and its newest steps.
    ///
    /// # Errors
    /// `NotFound` for a path that the person may not see.
    pub(crate) async fn path_news(&self, slug: &str) -> Outcome<(String, Vec<StepNews>)> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, slug).await?;
        let steps = self.steps_of(&tx, std::slice::from_ref(&path)).await?;
        Ok((path.title, steps))
    }

    /// The newest proposals.
    pub(crate) async fn proposal_news(&self) -> Outcome<Vec<ContributionRow>> {
        self.of_tenant()?;
        let visiting = Self { scope: self.scope.as_visitor(), ..self.clone() };
        Ok(visiting.contributions(Filter::default()).await?.slice.rows)
    }

    /// The latest decisions on proposals of proposal documents.
    pub(crate) async fn decision_news(&self) -> Outcome<Vec<DecisionNews>> {
        let tx = self.read().await?;
        let paths = self.open_paths(&tx).await?;
        let latest = home::latest_decisions(&tx, &self.scope, &ids(&paths), ENTRIES).await?;
        let news = |one: home::LatestDecision| {
            let path = paths.iter().find(|path| path.id == one.process)?;
            Some(DecisionNews {
                process: path.id,
                slug: path.slug.clone(),
                path: path.title.clone(),
                number: one.number,
                title: one.title,
                decision: one.decision,
                at: one.at,
            })
        };
        Ok(latest.into_iter().filter_map(news).collect())
    }

    /// The meetings to come and the latest past ones, of all paths or of the one at `slug`.
    ///
    /// # Errors
    /// `NotFound` for a path that the person may not see.
    pub(crate) async fn meeting_news(&self, slug: Option<&str>) -> Outcome<MeetingNews> {
        let tx = self.read().await?;
        let paths = match slug {
            Some(slug) => vec![self.process_in_view(&tx, slug).await?],
            None => self.open_paths(&tx).await?,
        };
        let (upcoming, past) =
            meetings::both_halves(&tx, &self.scope, &ids(&paths), self.now(), (None, None), MEETINGS).await?;
        let meetings = upcoming.rows.into_iter().chain(past.rows).collect();
        Ok(MeetingNews { of: slug.and(paths.into_iter().next()).map(|path| path.title), meetings })
    }

    /// The meetings of a thematic table, the latest first.
    ///
    /// # Errors
    /// `NotFound` for a table of a path that the person may not see.
    pub(crate) async fn table_meeting_news(&self, slug: &str, table: TableId) -> Outcome<MeetingNews> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, slug).await?;
        let table = thematic_tables::by_id(&tx, &self.scope, table).await?;
        if table.process != path.id {
            return Err(AppError::NotFound);
        }
        let meetings = meetings::of_body(&tx, &self.scope, path.id, MeetingOf::Table(table.id)).await?;
        Ok(MeetingNews { of: Some(table.name), meetings })
    }

    /// One meeting.
    ///
    /// # Errors
    /// `NotFound` for a meeting of a path that the person may not see.
    pub(crate) async fn one_meeting_news(&self, id: MeetingId) -> Outcome<Meeting> {
        let tx = self.read().await?;
        Ok(self.meeting_in_view(&tx, id).await?.0)
    }

    /// The paths that everybody reads.
    async fn open_paths(&self, tx: &Tx) -> Outcome<Vec<Process>> {
        self.of_tenant()?;
        processes::public(tx, &self.scope).await
    }

    /// The platform itself has no paths and no proposals.
    fn of_tenant(&self) -> Outcome<()> {
        if self.scope.place().kind == TenantKind::Platform { Err(AppError::NotFound) } else { Ok(()) }
    }

    async fn steps_of(&self, tx: &Tx, paths: &[Process]) -> Outcome<Vec<StepNews>> {
        let events = history::newest_public(tx, &self.scope, &ids(paths), ENTRIES).await?;
        let news = |(id, event): (Uuid, history::Event)| {
            let path = paths.iter().find(|path| path.id == event.process)?;
            let (slug, path) = (path.slug.clone(), path.title.clone());
            Some(StepNews { id, slug, path, kind: event.kind, note: event.note, at: event.at })
        };
        Ok(events.into_iter().filter_map(news).collect())
    }
}

fn ids(paths: &[Process]) -> Vec<ProcessId> {
    paths.iter().map(|path| path.id).collect()
}
