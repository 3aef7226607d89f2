//! The desk of answers as one form: what is looked for in it, what is ticked, and where the ticks lead. All of it travels
//! in the address, so that looking further loses no tick.

use super::filters::choice;
use crate::{
    components::{Submit, Value},
    contract::contributions::{AnswerDesk, AnswersAsked},
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::{evaluation::TOGETHER_MAX, id::ContributionId};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

/// The form to which everything belongs, wherever it stands on the page.
const TOGETHER: &str = "insieme";

/// What the address asks for; what cannot be read is left out.
pub(super) fn asked_of(query: &ParamsMap) -> AnswersAsked {
    let ticked = query.get_all("scelta").unwrap_or_default();
    let most = usize::try_from(TOGETHER_MAX).unwrap_or(usize::MAX);
    AnswersAsked {
        answered: query.get("stato").as_deref() == Some("risposte"),
        table: query.get("tavolo").and_then(|table| table.parse().ok()),
        words: query.get("parole").unwrap_or_default().trim().chars().take(100).collect(),
        after: query.get("dopo"),
        ticked: ticked.iter().filter_map(|id| id.parse().ok()).take(most).collect(),
    }
}

/// Whether it leaves proposals out.
pub(super) fn narrows(asked: &AnswersAsked) -> bool {
    asked.table.is_some() || !asked.words.is_empty()
}

/// What may be done with the rows.
#[derive(Clone, Copy)]
pub(super) struct May {
    pub(super) answer: bool,
    pub(super) combine: bool,
    several: bool,
}

impl May {
    pub(super) fn of(desk: &AnswerDesk) -> Self {
        let (open, rows) = (!desk.asked.answered, desk.slice.rows.len());
        Self {
            answer: desk.may_answer && open,
            combine: desk.may_combine && open,
            several: rows > 1 || !desk.ticked.is_empty() || narrows(&desk.asked),
        }
    }

    /// Whether rows are ticked: for one answer, or to become one.
    pub(super) const fn ticks(self) -> bool {
        self.several && (self.answer || self.combine)
    }
}

/// The words and the table to look for, at the page `here`; ticks stay.
pub(super) fn filters(here: &str, desk: &AnswerDesk) -> impl IntoView + use<> {
    let l = locale();
    let here = here.to_owned();
    let tables = desk.tables.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let table = desk.asked.table.map(|table| table.to_string()).unwrap_or_default();
    let any = Some(td_string!(l, contribution.any).to_string());
    let done = desk.asked.answered.then(|| view! { <input type="hidden" name="stato" value="risposte"/> });
    view! {
        <form
            id=TOGETHER class="filters" method="get" action=here role="search"
            aria-label=td_string!(l, contribution.filters).to_string()
        >
            {done}
            <div class="field">
                <label for="parole" class="form-label">{td_string!(l, contribution.words).to_string()}</label>
                <input type="search" id="parole" name="parole" class="form-control" maxlength="100" value=desk.asked.words.clone()/>
            </div>
            {choice("tavolo", td_string!(l, contribution.table), table, any, tables)}
            <div class="form-actions">
                <Submit label=td_string!(l, contribution.filter) kind="btn-outline-primary"/>
            </div>
        </form>
    }
}

/// Where the ticks lead: to the page that answers them at once, and to the one on which they become one; with those that
/// stand on another page.
pub(super) fn together(slug: &str, may: May, elsewhere: &[(ContributionId, String)]) -> impl IntoView + use<> {
    let l = locale();
    let leads = [
        may.answer.then(|| td_string!(l, contribution.together_lead)),
        may.combine.then(|| td_string!(l, combine.tick_lead)),
    ];
    let leads = leads.into_iter().flatten().map(|lead| view! { <p>{lead.to_string()}</p> }).collect_view();
    let go = |to: String, words: &str| {
        let words = words.to_owned();
        view! { <button type="submit" class="btn btn-outline-primary" form=TOGETHER formaction=to>{words}</button> }
    };
    let answers = may.answer.then(|| go(paths::together_work(slug), td_string!(l, contribution.together_go)));
    let merges = may.combine.then(|| go(paths::merge_work(slug), td_string!(l, combine.merge_go)));
    let kept = (!elsewhere.is_empty()).then(|| {
        let rows = elsewhere.iter().map(|(id, title)| named_tick(*id, title.clone())).collect_view();
        view! {
            <fieldset>
                <legend class="h6">{td_string!(l, contribution.ticked_before).to_string()}</legend>
                {rows}
            </fieldset>
        }
    });
    view! {
        <div class="section">
            {leads}
            {kept}
            <div class="cluster">{answers}{merges}</div>
        </div>
    }
}

/// What ticks the row of a proposal.
pub(super) fn tick(id: ContributionId, title: String, ticked: bool) -> impl IntoView + use<> {
    let label = td_string!(locale(), contribution.together_tick).to_string();
    view! { <div class="form-check mb-3">{input(id, ticked)}<label for=name(id)>{label}{Value::content(title).aloud()}</label></div> }
}

/// The same for one that stands on another page, by its title.
fn named_tick(id: ContributionId, title: String) -> impl IntoView {
    view! { <div class="form-check mb-3">{input(id, true)}<label for=name(id) lang=content_lang()>{title}</label></div> }
}

fn input(id: ContributionId, ticked: bool) -> impl IntoView {
    view! { <input type="checkbox" form=TOGETHER name="scelta" id=name(id) value=id.to_string() checked=ticked/> }
}

fn name(id: ContributionId) -> String {
    format!("scelta-{id}")
}

/// The way to the first and the next page, which takes the ticks along where there are any.
pub(super) fn further(here: &str, may: May, desk: &AnswerDesk) -> impl IntoView + use<> {
    use crate::components::Pager;
    let l = locale();
    let next = desk.slice.next.clone();
    if !may.ticks() {
        return view! { <Pager next/> }.into_any();
    }
    let paged = desk.asked.after.is_some();
    let (first, here) = (here.to_owned(), here.to_owned());
    let first = paged.then(|| view! {
        <li><button type="submit" class="btn btn-outline-primary" form=TOGETHER formaction=first>{td_string!(l, common.first_page).to_string()}</button></li>
    });
    let next = next.map(|next| view! {
        <li><button type="submit" class="btn btn-outline-primary" form=TOGETHER formaction=here name="dopo" value=next>{td_string!(l, common.next_page).to_string()}</button></li>
    });
    (first.is_some() || next.is_some()).then(|| view! {
        <nav class="pager" aria-label=td_string!(l, common.pages).to_string()><ul class="list-inline">{first}{next}</ul></nav>
    }).into_any()
}
