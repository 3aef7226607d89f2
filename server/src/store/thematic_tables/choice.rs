//! Tables with their processes, as lists and choices name them.

use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{process, thematic_table},
        scoped::scoped,
    },
};
use app::error::{AppError, Outcome};
use chrono::NaiveDate;
use domain::{
    contribution::ContributionWindow,
    id::{ProcessId, TableId},
    pack::{self, RulePack},
    stage::Stage,
};
use sea_orm::{
    FromQueryResult, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};

/// A table with the process it belongs to, as far as lists and choices need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: TableId,
    pub name: String,
    pub process: ProcessId,
    pub slug: String,
    pub title: String,
    pub stage: Stage,
    /// The stage from which its process was suspended or withdrawn.
    pub interrupted: Option<Stage>,
    pub contributions_close: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    pub pack_key: String,
    pub pack_version: u32,
}

impl Choice {
    /// Whether everybody may read about its process.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.stage.is_public(self.interrupted)
    }

    /// The last day for contributions: the one set, else the end of the process.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.contributions_close.or(self.authorised_end)
    }

    /// When contributions are taken.
    #[must_use]
    pub fn window(&self) -> ContributionWindow {
        let closed = ContributionWindow { phase_open: false, closes_at: None };
        self.pack().map_or(closed, |pack| ContributionWindow::of(self.stage, pack, self.last_day()))
    }

    /// Whether its process has started and takes contributions in a phase to come.
    #[must_use]
    pub fn opens_later(&self) -> bool {
        self.pack().is_some_and(|pack| ContributionWindow::is_ahead(self.stage, pack))
    }

    /// The phase in which its process takes contributions.
    #[must_use]
    pub fn contributions_phase(&self) -> Option<&'static str> {
        self.pack()?.contributions_phase().map(|phase| phase.key.as_str())
    }

    /// The rules of its process.
    #[must_use]
    pub fn pack(&self) -> Option<&'static RulePack> {
        pack::find(&self.pack_key, self.pack_version)
    }
}

#[derive(FromQueryResult)]
struct ChoiceRow {
    id: uuid::Uuid,
    name: String,
    process_id: uuid::Uuid,
    slug: String,
    title: String,
    stage: String,
    interrupted_stage: Option<String>,
    contributions_close: Option<NaiveDate>,
    authorised_end: Option<NaiveDate>,
    pack_key: String,
    pack_version: i32,
}

/// Every table of the tenant with its process, in order, at most 500.
///
/// # Errors
/// `Unavailable`.
pub async fn choices(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Choice>> {
    use process::Column as P;
    use thematic_table::Column as T;
    let mut query =
        scoped::<thematic_table::Entity>(scope).select_only().columns([T::Id, T::Name, T::ProcessId]).columns([
            P::Slug,
            P::Title,
            P::Stage,
            P::InterruptedStage,
            P::ContributionsClose,
            P::AuthorisedEnd,
            P::PackKey,
            P::PackVersion,
        ]);
    let same = Condition::all()
        .add(Expr::col((process::Entity, P::TenantId)).equals((thematic_table::Entity, T::TenantId)))
        .add(Expr::col((process::Entity, P::Id)).equals((thematic_table::Entity, T::ProcessId)));
    QuerySelect::query(&mut query).inner_join(process::Entity, same);
    let rows: Vec<ChoiceRow> = query
        .order_by_desc(T::ProcessId)
        .order_by_asc(T::Position)
        .order_by_asc(T::Id)
        .limit(500)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let choice = |row: ChoiceRow| {
        Ok(Choice {
            id: TableId(row.id),
            name: row.name,
            process: ProcessId(row.process_id),
            slug: row.slug,
            title: row.title,
            stage: row.stage.parse().map_err(|_| AppError::Unavailable)?,
            interrupted: row
                .interrupted_stage
                .map(|stage| stage.parse().map_err(|_| AppError::Unavailable))
                .transpose()?,
            contributions_close: row.contributions_close,
            authorised_end: row.authorised_end,
            pack_key: row.pack_key,
            pack_version: u32::try_from(row.pack_version).unwrap_or(0),
        })
    };
    rows.into_iter().map(choice).collect()
}
