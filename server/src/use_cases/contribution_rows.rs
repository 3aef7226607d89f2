//! Rows of contributions as lists show them, and whether contributions are taken.

use super::Handle;
use crate::store::{contributions::Row, processes::Process, thematic_tables::Choice};
use app::{
    contract::contributions::{ContributionRow, Slot},
    error::Outcome,
    escape,
};
use chrono::NaiveDate;
use domain::{
    contribution::{ContributionWindow, may_contribute},
    stage::Stage,
};

/// How much of a text a list shows.
const EXCERPT: usize = 160;

/// A row whose table has the name `table`.
pub(super) fn row_view(row: Row, table: &str) -> ContributionRow {
    ContributionRow {
        id: row.id,
        excerpt: escape::excerpt(&row.body, EXCERPT),
        title: row.title,
        table: table.to_owned(),
        state: row.evaluation,
        hidden: !row.moderation.is_public(),
        supports: row.supports,
        comments: row.comments,
        at: row.created_at,
        news: row.news,
    }
}

/// Rows with the names of their tables.
pub(super) fn row_views(rows: Vec<Row>, choices: &[Choice]) -> Vec<ContributionRow> {
    let name = |row: &Row| choices.iter().find(|one| one.id == row.table).map_or("", |one| one.name.as_str());
    rows.into_iter()
        .map(|row| {
            let name = name(&row).to_owned();
            row_view(row, &name)
        })
        .collect()
}

/// The last day for contributions: the one set, else the end of the process.
fn last_day(process: &Process) -> Option<NaiveDate> {
    process.contributions_close.or(process.authorised_end)
}

impl Handle {
    /// When contributions to the process are taken.
    pub(super) fn window(&self, process: &Process) -> Outcome<ContributionWindow> {
        Ok(ContributionWindow::of(process.stage, process.pack()?, last_day(process)))
    }

    /// Whether contributions to the process are taken now.
    pub(super) fn slot(&self, process: &Process) -> Outcome<Slot> {
        let window = self.window(process)?;
        let open = may_contribute(window, self.now()).is_ok();
        Ok(Slot { open, until: last_day(process).filter(|_| window.phase_open) })
    }

    /// Whether contributions to the process of a table are taken now, as far as a list knows.
    pub(super) fn seems_open(&self, choice: &Choice) -> bool {
        let closes_at = choice.contributions_close.map(|day| domain::calendar::Deadline(day).instant());
        let window = ContributionWindow { phase_open: choice.stage == Stage::Opening, closes_at };
        may_contribute(window, self.now()).is_ok()
    }
}
