//! Rows of contributions as lists show them, and whether contributions are taken.

use super::Handle;
use crate::store::{
    Tx,
    contributions::{Row, Search},
    phases,
    processes::Process,
    thematic_tables::Choice,
};
use app::{
    contract::contributions::{ContributionRow, OtherDay, OtherWindow, Slot, TableChoice},
    error::Outcome,
    escape,
};
use domain::{
    calendar::day_in_rome,
    contribution::{ContributionWindow, ModerationState, may_contribute},
};

/// How much of a text a list shows.
pub(super) const EXCERPT: usize = 160;

/// How many bytes a list shows at most before the word that was found.
const BEFORE: usize = 60;

/// A row whose table has the name `table`.
pub(super) fn row_view(row: Row, table: &str) -> ContributionRow {
    ContributionRow {
        id: row.id,
        excerpt: escape::excerpt(&row.body, EXCERPT),
        title: row.title,
        found: Vec::new(),
        table: table.to_owned(),
        state: row.evaluation,
        hidden: row.moderation == ModerationState::Hidden,
        waiting: row.moderation == ModerationState::PendingModeration,
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

/// The same for what was looked for: each row shows where it was found.
pub(super) fn found_views(rows: Vec<Row>, choices: &[Choice], words: &Search) -> Vec<ContributionRow> {
    if words.is_empty() {
        return row_views(rows, choices);
    }
    let bodies: Vec<String> = rows.iter().map(|row| row.body.clone()).collect();
    let mut views = row_views(rows, choices);
    for (view, body) in views.iter_mut().zip(&bodies) {
        if words.found_in(&view.excerpt).is_empty() {
            let text = escape::excerpt(body, usize::MAX);
            if let Some(word) = words.found_in(&text).first() {
                view.excerpt = around(&text, word);
            }
        }
        let title = words.found_in(&view.title);
        view.found = title.into_iter().chain(words.found_in(&view.excerpt)).map(str::to_owned).collect();
    }
    views
}

/// As much of `text` as a list shows, from a few words before `word` on.
fn around(text: &str, word: &str) -> String {
    let raw = |c: char| !c.is_alphanumeric();
    let at = text.match_indices(word).map(|(at, _)| at).find(|at| text[..*at].ends_with(raw)).unwrap_or(0);
    let mut before = 0;
    for word in text[..at].split_inclusive(char::is_whitespace).rev() {
        if before + word.len() > BEFORE {
            break;
        }
        before += word.len();
    }
    let cut = escape::shortened(&text[at - before..], EXCERPT);
    if before == at { cut } else { format!("… {cut}") }
}

impl Handle {
    /// When contributions to the process are taken.
    pub(super) fn window(&self, process: &Process) -> Outcome<ContributionWindow> {
        Ok(ContributionWindow::of(process.stage, process.pack()?, process.last_contribution_day()))
    }

    /// Whether contributions to the process are taken now.
    pub(super) fn slot(&self, process: &Process) -> Outcome<Slot> {
        let window = self.window(process)?;
        let open = may_contribute(window, self.now()).is_ok();
        Ok(Slot { open, until: process.last_contribution_day().filter(|_| window.phase_open) })
    }

    /// Whether contributions to the process of a table are taken now.
    pub(super) fn seems_open(&self, choice: &Choice) -> bool {
        may_contribute(choice.window(), self.now()).is_ok()
    }

    /// Where no collection is open: the one that opens next, else the one that closed last.
    pub(super) async fn other_window(&self, tx: &Tx, all: &[Choice]) -> Outcome<Option<OtherWindow>> {
        if all.iter().any(|choice| self.seems_open(choice)) {
            return Ok(None);
        }
        let shown =
            |choice: &Choice, when| OtherWindow { slug: choice.slug.clone(), title: choice.title.clone(), when };
        let (ahead, over): (Vec<_>, Vec<_>) =
            all.iter().filter(|choice| choice.is_public()).partition(|choice| choice.opens_later());
        if let Some(first) = ahead.first() {
            let ids: Vec<_> = ahead.iter().map(|choice| choice.process).collect();
            let days = phases::first_days(tx, &self.scope, &ids).await?;
            let day = |choice: &Choice| days.get(&(choice.process, choice.contributions_phase()?.to_owned())).copied();
            let known = ahead.iter().filter_map(|choice| Some((day(choice)?, *choice))).min_by_key(|(day, _)| *day);
            let (choice, opens) = known.map_or((*first, None), |(day, choice)| (choice, Some(day)));
            return Ok(Some(shown(choice, OtherDay::Opens(opens))));
        }
        let last = over.into_iter().filter_map(|choice| Some((choice.last_day()?, choice))).max_by_key(|(day, _)| *day);
        let today = day_in_rome(self.now());
        // Who closes it before its day leaves the day behind.
        Ok(last.map(|(day, choice)| shown(choice, OtherDay::Closed(Some(day).filter(|day| *day < today)))))
    }

    /// The tables among `all` that are wanted, as they are chosen.
    pub(super) fn choices(&self, all: Vec<Choice>, wanted: impl Fn(&Choice) -> bool) -> Vec<TableChoice> {
        let view = |choice: Choice| TableChoice {
            open: self.seems_open(&choice),
            id: choice.id,
            name: choice.name,
            slug: choice.slug,
            process: choice.title,
        };
        all.into_iter().filter(|choice| wanted(choice)).map(view).collect()
    }
}
