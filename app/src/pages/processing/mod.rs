//! What a tenant does with personal data: its register, and what the platform deletes by itself.

mod activity;
mod register;
mod retention;

pub(crate) use activity::{ActivityPage, NewActivityPage};
pub(crate) use register::{RegisterPage, published};
pub(crate) use retention::RetentionPage;

use crate::{
    components::{Crumb, work_home},
    contract::processing::ActivityView,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};

/// The way to a page below the register.
fn crumbs() -> Vec<Crumb> {
    let mut crumbs = work_home();
    crumbs.push(Crumb::new(td_string!(locale(), processing.register), paths::PROCESSING_REGISTER));
    crumbs
}

/// The language of an activity's words, where it is not the page's.
fn lang_of(one: &ActivityView) -> Option<&'static str> {
    content_lang().filter(|_| !one.standard)
}
