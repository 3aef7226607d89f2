//! Thematic tables: who works on what, what was gathered, the syntheses.

mod desk;
mod form;
mod list;
mod one;
mod sources;
mod syntheses;
mod synthesis_desk;

pub(crate) use desk::TableDeskPage;
pub(crate) use list::TablesPage;
pub(crate) use one::TablePage;
pub(crate) use synthesis_desk::SynthesisDeskPage;

use crate::{
    components::{self, Crumb},
    contract::tables::ProcessName,
    i18n::*,
};

/// What the tables of this process are called.
fn tables_words(l: Locale, process: &ProcessName) -> String {
    if process.permanent { td_string!(l, table.axes) } else { td_string!(l, table.tables) }.to_string()
}

/// The way to the public page of the process.
fn public_crumbs(process: &ProcessName) -> Vec<Crumb> {
    components::path_crumbs(&process.title, &process.slug)
}

/// The way to the workspace of the process.
fn work_crumbs(process: &ProcessName) -> Vec<Crumb> {
    components::work_crumbs(&process.title, &process.slug)
}
