//! All that is kept of a person, as a page that can be read without anything else.

use crate::{components::words::role_words, i18n::*};
use leptos::prelude::*;

/// What one table keeps: each row as columns with their values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPart {
    pub table: String,
    pub rows: Vec<Vec<(String, String)>>,
}

const STYLE: &str = "body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\
    dl{border-top:1px solid #999;padding-top:.5rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}";

/// The page, for the tenant `place`, as of `at`.
#[must_use]
pub fn document(l: Locale, place: &str, at: &str, parts: Vec<OwnPart>) -> String {
    let title = td_string!(l, own.title, place = place);
    let lead = td_string!(l, own.as_of, at = at);
    let parts = parts.into_iter().map(|part| section(l, part)).collect_view();
    let page = view! {
        <html lang=l.as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
                <style>{STYLE}</style>
            </head>
            <body>
                <h1>{title}</h1>
                <p>{lead}</p>
                {parts}
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", page.to_html())
}

fn section(l: Locale, part: OwnPart) -> impl IntoView {
    let rows = part.rows.into_iter().map(|row| {
        let facts = row.into_iter().filter_map(|(column, value)| {
            let value =
                if column == "role" { value.parse().map_or(value.clone(), |role| role_words(l, role)) } else { value };
            Some(view! { <dt>{column_words(l, &column)?}</dt><dd>{value}</dd> })
        });
        view! { <dl>{facts.collect_view()}</dl> }
    });
    let rows = rows.collect_view();
    view! { <section><h2>{table_words(l, &part.table)}</h2>{rows}</section> }
}

/// What a table keeps; one without words of its own stays as it is called.
fn table_words(l: Locale, table: &str) -> String {
    match table {
        "people" => td_string!(l, own.people),
        "role_grants" => td_string!(l, own.role_grants),
        "person_identities" => td_string!(l, own.person_identities),
        "sessions" => td_string!(l, own.sessions),
        "contributions" => td_string!(l, own.contributions),
        "contribution_versions" => td_string!(l, own.contribution_versions),
        "contribution_additions" => td_string!(l, own.contribution_additions),
        "comments" => td_string!(l, own.comments),
        "supports" => td_string!(l, own.supports),
        "follows" => td_string!(l, own.follows),
        "contribution_reads" => td_string!(l, own.contribution_reads),
        "questionnaire_invitations" => td_string!(l, own.questionnaire_invitations),
        "questionnaire_participations" => td_string!(l, own.questionnaire_participations),
        "registrations" => td_string!(l, own.registrations),
        "reports" => td_string!(l, own.reports),
        "drafts" => td_string!(l, own.drafts),
        "minutes_comments" => td_string!(l, own.minutes_comments),
        "moderation_appeals" => td_string!(l, own.moderation_appeals),
        "moderation_entries" => td_string!(l, own.moderation_entries),
        "proposal_document_versions" => td_string!(l, own.proposal_document_versions),
        "work_visits" => td_string!(l, own.work_visits),
        "organ_delegates" => td_string!(l, own.organ_delegates),
        "agreement_parties" => td_string!(l, own.agreement_parties),
        "invitations" => td_string!(l, own.invitations),
        "feedback" => td_string!(l, own.feedback),
        "mails" => td_string!(l, own.mails),
        other => return other.to_owned(),
    }
    .to_string()
}

/// What a column says; those that only programs need have no words.
fn column_words(l: Locale, column: &str) -> Option<String> {
    let words = match column {
        "name" | "signer" => td_string!(l, own.name),
        "email" | "recipient" => td_string!(l, own.email),
        "language" => td_string!(l, own.language),
        "age_reached" => td_string!(l, own.age_reached),
        "role" => td_string!(l, own.role),
        "title" | "subject" => td_string!(l, own.subject),
        "body" | "text" | "message" => td_string!(l, own.text),
        "reason" => td_string!(l, own.reason),
        "answer" => td_string!(l, own.answer),
        "answered_at" => td_string!(l, own.answered_at),
        "place" => td_string!(l, own.place),
        "needs" => td_string!(l, own.needs),
        "code" => td_string!(l, own.code),
        "fields" => td_string!(l, own.fields),
        "page" => td_string!(l, own.page),
        "organisation" => td_string!(l, own.organisation),
        "capacity" => td_string!(l, own.capacity),
        "created_at" | "at" | "granted_at" | "saved_at" | "seen_at" => td_string!(l, own.at),
        "expires_at" => td_string!(l, own.expires_at),
        _ => return None,
    };
    Some(words.to_string())
}
