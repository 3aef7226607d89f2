//! Reading the audit log.

use super::Handle;
use crate::store::{
    audit_log::{self, Logged, Wanted},
    people,
};
use app::{
    contract::{
        Slice,
        audit::{Audit, AuditLog, AuditRow, AuditWanted, REFUSED},
    },
    error::Outcome,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    action::Action,
    calendar,
    id::{AuditId, PersonId},
    text,
};

const PAGE: u64 = 50;

#[async_trait]
impl Audit for Handle {
    async fn audit_log(&self, wanted: AuditWanted) -> Outcome<AuditLog> {
        self.scope.authorise(Action::ReadAudit, None)?;
        let asked = Wanted {
            refused: wanted.action == REFUSED,
            action: Some(wanted.action).filter(|action| !action.is_empty() && action != REFUSED),
            from: text::date(&wanted.from).ok().map(calendar::start_of),
            until: text::date(&wanted.until).ok().map(|day| calendar::Deadline(day).instant()),
            actor: wanted.actor.parse().ok(),
            subject: wanted.subject.parse().ok(),
            before: wanted.after.as_deref().and_then(place),
            limit: PAGE + 1,
        };
        let tx = self.read().await?;
        let mut rows = audit_log::page(&tx, &self.scope, &asked).await?;
        let more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
        if more {
            rows.pop();
        }
        let next = rows.last().filter(|_| more).map(|last| format!("{}_{}", last.at.timestamp_micros(), last.id));
        let of_one: Vec<PersonId> = asked.actor.into_iter().collect();
        let actor = if of_one.is_empty() { None } else { people::by_ids(&tx, &self.scope, &of_one).await?.pop() };
        let slice = Slice { rows: rows.into_iter().map(shown).collect(), next };
        Ok(AuditLog { slice, actor: actor.map(|person| person.name).filter(|name| !name.is_empty()) })
    }
}

/// Where a page starts, as its address says; none for a text that is no place.
fn place(text: &str) -> Option<(DateTime<Utc>, AuditId)> {
    let (at, id) = text.split_once('_')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, id.parse().ok()?))
}

fn shown(entry: Logged) -> AuditRow {
    AuditRow {
        at: entry.at,
        actor: entry.actor.map(|actor| actor.to_string()),
        role: entry.role,
        action: entry.action,
        subject_kind: entry.subject_kind,
        subject: entry.subject.map(|subject| subject.to_string()),
        before_hash: entry.before_hash,
        after_hash: entry.after_hash,
        request: entry.request,
        refused: entry.refused,
    }
}
