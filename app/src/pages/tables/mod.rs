//! Thematic tables: who works on what, what was gathered, the syntheses.

mod desk;
mod form;
mod list;
mod one;
mod syntheses;
mod synthesis_desk;

pub(crate) use desk::TableDeskPage;
pub(crate) use list::TablesPage;
pub(crate) use one::TablePage;
pub(crate) use synthesis_desk::SynthesisDeskPage;

use crate::{components::Crumb, contract::tables::ProcessName, i18n::*, paths};

/// What the tables of this process are called.
fn tables_words(l: Locale, process: &ProcessName) -> String {
    if process.permanent { td_string!(l, table.axes) } else { td_string!(l, table.tables) }.to_string()
}

/// The way to the public page of the process.
fn public_crumbs(process: &ProcessName) -> Vec<Crumb> {
    vec![Crumb::new(process.title.clone(), paths::process(&process.slug))]
}

/// The way to the workspace of the process.
fn work_crumbs(l: Locale, process: &ProcessName) -> Vec<Crumb> {
    vec![
        Crumb::new(td_string!(l, common.work), paths::WORK),
        Crumb::new(process.title.clone(), paths::workspace(&process.slug)),
    ]
}
