//! Parts that every view of minutes shows: decisions with their dissent, who approved, comments, addenda.

use crate::{
    components::{Badge, Empty, Pager, Prose},
    contract::{Slice, minutes::MinutesComment},
    format::{day_of, moment},
    i18n::*,
    visit::{content_lang, locale},
};
use chrono::{DateTime, Utc};
use domain::minutes::Decision;
use leptos::prelude::*;

/// The decisions, numbered within their meeting: `2/3`.
pub(super) fn decisions(decisions: Vec<Decision>, meeting: u32) -> impl IntoView {
    let l = locale();
    let rows = decisions
        .into_iter()
        .map(|decision| {
            let number = format!("{meeting}/{}", decision.number);
            let dissents = decision
                .dissents
                .into_iter()
                .map(|dissent| view! {
                    <div class="quote">
                        <p><strong>{td_string!(l, minutes.dissent, organisation = dissent.organisation)}</strong></p>
                        <p lang=content_lang()>{dissent.text}</p>
                    </div>
                })
                .collect_view();
            view! { <li id=format!("decisione-{}", decision.number)><p><strong>{number}</strong>" "<span lang=content_lang()>{decision.text}</span></p>{dissents}</li> }
        })
        .collect::<Vec<_>>();
    let empty = rows.is_empty().then(|| view! { <Empty words=td_string!(l, minutes.no_decisions)/> });
    view! {
        <section class="section" aria-labelledby="decisioni">
            <h2 id="decisioni">{td_string!(l, minutes.decisions)}</h2>
            {empty}
            <ol class="plain-list">{rows}</ol>
        </section>
    }
}

/// Who approved, by organisation; nothing where nobody did.
pub(super) fn approved_by(organisations: &[String]) -> Option<impl IntoView + use<>> {
    let words = td_string!(locale(), minutes.approved_by, names = organisations.join("; "));
    (!organisations.is_empty()).then(|| view! { <p>{words}</p> })
}

/// A page of comments under their organisations' names.
pub(super) fn comments(comments: Slice<MinutesComment>) -> impl IntoView {
    let l = locale();
    let rows = comments
        .rows
        .into_iter()
        .map(|comment| {
            let mark =
                comment.objection.then(|| view! { " "<Badge words=td_string!(l, minutes.objection) tone="warning"/> });
            view! {
                <li>
                    <p class="comment-who">{comment.organisation}" · "{moment(comment.at)}{mark}</p>
                    <p class="comment-text" lang=content_lang()>{comment.text}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="comment-list">{rows}</ul><Pager next=comments.next/> }
}

/// What was added after approval.
pub(super) fn addenda(addenda: Vec<(DateTime<Utc>, String)>) -> Option<impl IntoView> {
    let l = locale();
    (!addenda.is_empty()).then(|| {
        let rows = addenda
            .into_iter()
            .map(|(at, text)| {
                view! {
                    <h3 class="h5">{td_string!(l, minutes.addendum_on, day = day_of(at))}</h3>
                    <Prose source=text/>
                }
            })
            .collect_view();
        view! {
            <section class="section" aria-labelledby="integrazioni">
                <h2 id="integrazioni">{td_string!(l, minutes.addenda)}</h2>
                {rows}
            </section>
        }
    })
}
