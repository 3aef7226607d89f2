//! Processes: as everybody reads them, and where staff work on them.

mod acts;
mod extension_forms;
mod extensions;
mod guarantee;
mod history;
mod list;
mod new;
mod now;
mod page;
mod phases;
mod progress;
mod revocation;
mod sheet;
mod start;
mod supply;
mod times;
mod workspace;
mod workspace_clock;
mod workspace_step;

pub(crate) use acts::ActsPage;
pub(crate) use extension_forms::outcomes;
pub(crate) use extensions::{ExtensionsPage, deciders, extension_facts};
pub(crate) use list::ProcessListPage;
pub(crate) use new::NewProcessPage;
pub(crate) use page::ProcessPage;
pub(crate) use progress::{ProgressBox, ProgressInShort, ProgressWhereSeen, progress_shown};
pub(crate) use revocation::RevocationNote;
pub(crate) use sheet::SheetPage;
pub(crate) use start::StartPage;
pub(crate) use supply::{due_path, supply_path};
pub(crate) use times::TimesPage;
pub(crate) use workspace::WorkspacePage;

use crate::{
    components::{self, Crumb},
    contract::process::{ListsFrom, ProcessRow},
    i18n::*,
};
use domain::stage::Stage;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The process named in the address.
pub(super) fn slug() -> String {
    use_params_map().read_untracked().get("slug").unwrap_or_default()
}

/// Where the history and the acts start, as the address says.
fn lists_from() -> ListsFrom {
    let query = use_query_map().read_untracked();
    ListsFrom { history: query.get("storia"), acts: query.get("atti") }
}

/// The way to a page of the back office of a process.
pub(super) fn work_crumbs(row: &ProcessRow) -> Vec<Crumb> {
    components::work_crumbs(&row.title, &row.slug)
}

/// That the day before it is past.
pub(super) fn late(l: Locale) -> impl IntoView + use<> {
    view! { " "<span class="status status-late">{td_string!(l, process.end_past)}</span> }
}

/// The class of a stage's label.
pub(super) fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Designed | Stage::Ready => "status status-draft",
        Stage::Sharing | Stage::Opening => "status status-open",
        Stage::Closing | Stage::Concluded | Stage::Impact => "status status-waiting",
        Stage::Monitored => "status status-ok",
        Stage::Archived => "status status-closed",
        Stage::Suspended => "status status-partial",
        Stage::Withdrawn => "status status-no",
    }
}
