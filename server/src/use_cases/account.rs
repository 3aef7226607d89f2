//! Where a person is signed in, and all that is kept of them.

use super::{FileOut, Handle};
use crate::store::{
    audit::Entry,
    own::{self, OwnRows},
    sessions::open::{self, Open},
};
use app::{
    contract::account::{Account, OpenSession},
    error::{AppError, Outcome},
    format,
    i18n::Locale,
    own_data::{self, OwnPart},
};
use async_trait::async_trait;
use chrono::DateTime;
use serde_json::Value;
use std::collections::BTreeMap;

/// How much of a hash tells a session from the others of the same person.
const MARK: usize = 16;
/// How many copies of what is kept of them a person takes in an hour.
const COPIES_PER_HOUR: u64 = 10;

#[async_trait]
impl Account for Handle {
    async fn open_sessions(&self) -> Outcome<Vec<OpenSession>> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let tx = self.read().await?;
        let open = open::of(&tx, &self.scope, me.person.id, self.now()).await?;
        let shown = |one: Open| OpenSession {
            mark: mark(&one).into(),
            here: one.key_hash == me.session,
            since: one.since,
            until: one.until,
        };
        Ok(open.into_iter().map(shown).collect())
    }

    async fn end_session(&self, mark_of: String) -> Outcome<bool> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let tx = self.begin().await?;
        let open = open::of(&tx, &self.scope, me.person.id, self.now()).await?;
        let one = open.into_iter().find(|one| mark(one) == mark_of).ok_or(AppError::NotFound)?;
        let here = one.key_hash == me.session;
        open::end(&tx, &self.scope, me.person.id, &one.key_hash).await?;
        self.record(&tx, Entry::removed("session.close", "person", me.person.id.0, &one.key_hash)).await?;
        self.commit(tx).await?;
        Ok(here)
    }

    async fn end_all_sessions(&self) -> Outcome<()> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let id = me.person.id;
        let tx = self.begin().await?;
        let ended = open::end_all(&tx, &self.scope, id, self.now()).await?;
        let closed = |session: &String| Entry::removed("session.close", "person", id.0, session);
        self.record_all(&tx, ended.iter().map(closed).collect()).await?;
        self.commit(tx).await
    }
}

fn mark(one: &Open) -> &str {
    one.key_hash.get(..MARK).unwrap_or(&one.key_hash)
}

impl Handle {
    /// All that is kept of the person who asks, for programs: rows by table.
    pub(crate) async fn own_data_file(&self) -> Outcome<FileOut> {
        let parts: BTreeMap<_, _> = self.own_data().await?.into_iter().map(|part| (part.table, part.rows)).collect();
        let bytes = serde_json::to_vec_pretty(&parts).map_err(|_| AppError::Unavailable)?;
        Ok(FileOut::made("i-miei-dati.json".into(), "application/json", bytes))
    }

    /// The same, for people: a page of its own that needs nothing else.
    pub(crate) async fn own_data_page(&self, l: Locale) -> Outcome<FileOut> {
        let parts = self.own_data().await?;
        let part = |part: OwnRows| OwnPart {
            table: part.table.into(),
            rows: part
                .rows
                .iter()
                .filter_map(Value::as_object)
                .map(|row| row.iter().filter_map(said).collect())
                .collect(),
        };
        let parts = parts.into_iter().map(part).collect();
        let page = own_data::document(l, &self.scope.place().name, &format::moment(self.now()), parts);
        Ok(FileOut::made("i-miei-dati.html".into(), "text/html; charset=utf-8", page.into_bytes()))
    }

    /// Counted and written down first, in a transaction of its own: the reading may take a while and holds nobody up.
    async fn own_data(&self) -> Outcome<Vec<OwnRows>> {
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?;
        let tx = self.begin().await?;
        self.within_limit(&tx, "own_data", me.person.id, COPIES_PER_HOUR).await?;
        self.record(&tx, Entry::reading("person.export", "person", me.person.id.0)).await?;
        self.commit(tx).await?;
        let tx = self.read().await?;
        own::rows(&tx, &self.scope, me.person.id, &me.person.email).await
    }
}

/// A column and its value as people read it: identifiers, marks and what is blank stay in the other file.
fn said((column, value): (&String, &Value)) -> Option<(String, String)> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let text = DateTime::parse_from_rfc3339(&text).map_or(text.clone(), |at| format::moment(at.to_utc()));
    (!text.is_empty()).then(|| (column.clone(), text))
}
