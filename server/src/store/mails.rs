//! The outbox: mail is written in the transaction that causes it, and sent afterwards.

use super::{
    AT_ONCE, OrUnavailable, Tx,
    entities::mail,
    scoped::{over_tenants, scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::{PlatformScope, TenantScope};
use app::{error::Outcome, letter::Words};
use chrono::{DateTime, Utc};
use domain::id::{MailId, TenantId};
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType},
};

/// Waits to be sent.
pub const WAITING: &str = "waiting";
/// Was handed to the mail server.
pub const SENT: &str = "sent";
/// Was refused too often: an operator must look.
pub const DEAD: &str = "dead";

/// A mail as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub id: MailId,
    pub to: String,
    pub words: Words,
    pub tries: u32,
    pub created_at: DateTime<Utc>,
}

impl From<mail::Model> for Mail {
    fn from(row: mail::Model) -> Self {
        Self {
            id: MailId(row.id),
            to: row.recipient,
            words: Words { subject: row.subject, body: row.body },
            tries: u32::try_from(row.tries).unwrap_or(0),
            created_at: row.created_at,
        }
    }
}

/// Puts a mail to the address `to` into the outbox; nobody is written to whose address was erased.
///
/// # Errors
/// `Unavailable`.
pub async fn post(tx: &Tx, scope: &TenantScope, to: String, words: Words, now: DateTime<Utc>) -> Outcome<()> {
    post_all(tx, scope, vec![(to, words)], now).await
}

/// The same for many mails, in few statements.
///
/// # Errors
/// `Unavailable`.
pub async fn post_all(tx: &Tx, scope: &TenantScope, mails: Vec<(String, Words)>, now: DateTime<Utc>) -> Outcome<()> {
    let row = |(to, words): (String, Words)| mail::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(MailId::fresh().0),
        recipient: Set(to),
        subject: Set(words.subject),
        body: Set(words.body),
        state: Set(WAITING.into()),
        tries: Set(0),
        due_at: Set(now),
        created_at: Set(now),
    };
    let rows: Vec<_> = mails.into_iter().filter(|(to, _)| !to.is_empty()).map(row).collect();
    for some in rows.chunks(AT_ONCE) {
        mail::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// The newest mails of the tenant, whatever their state.
///
/// # Errors
/// `Unavailable`.
pub async fn newest(tx: &Tx, scope: &TenantScope, limit: u64) -> Outcome<Vec<Mail>> {
    let rows =
        scoped::<mail::Entity>(scope).order_by_desc(mail::Column::Id).limit(limit).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(Mail::from).collect())
}

/// Whether a mail of the tenant is due.
///
/// # Errors
/// `Unavailable`.
pub async fn any_due(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<bool> {
    let due = scoped::<mail::Entity>(scope)
        .filter(mail::COLUMN.state.eq(WAITING))
        .filter(mail::COLUMN.due_at.lte(now))
        .limit(1);
    Ok(due.one(tx).await.or_unavailable()?.is_some())
}

/// Takes mails of the tenant that are due, oldest first: each counts a try, and is due again at `again` unless its
/// outcome is noted before, so that two processes never send the same one and a lost outcome is no endless resending.
///
/// # Errors
/// `Unavailable`.
pub async fn claim(
    tx: &Tx,
    scope: &TenantScope,
    now: DateTime<Utc>,
    again: DateTime<Utc>,
    limit: u64,
) -> Outcome<Vec<Mail>> {
    let mut due = scoped::<mail::Entity>(scope)
        .filter(mail::COLUMN.state.eq(WAITING))
        .filter(mail::COLUMN.due_at.lte(now))
        .order_by_asc(mail::Column::Id)
        .limit(limit);
    if tx.get_database_backend() == DbBackend::Postgres {
        due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let rows = due.all(tx).await.or_unavailable()?;
    scoped_update::<mail::Entity>(scope)
        .col_expr(mail::Column::Tries, Expr::col(mail::Column::Tries).add(1))
        .col_expr(mail::Column::DueAt, Expr::value(again))
        .filter(mail::COLUMN.id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| Mail::from(mail::Model { tries: row.tries + 1, ..row })).collect())
}

/// Notes that a mail left: its words, which may hold a code or a link, are kept no longer.
///
/// # Errors
/// `Unavailable`.
pub async fn note_sent(tx: &Tx, scope: &TenantScope, id: MailId) -> Outcome<()> {
    close(tx, scope, id, SENT).await
}

/// Notes that a mail was given up; its words are kept no longer.
///
/// # Errors
/// `Unavailable`.
pub async fn give_up(tx: &Tx, scope: &TenantScope, id: MailId) -> Outcome<()> {
    close(tx, scope, id, DEAD).await
}

async fn close(tx: &Tx, scope: &TenantScope, id: MailId, state: &str) -> Outcome<()> {
    scoped_update::<mail::Entity>(scope)
        .col_expr(mail::Column::State, Expr::value(state))
        .col_expr(mail::Column::Body, Expr::value(""))
        .filter(mail::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Puts off the next try of a mail.
///
/// # Errors
/// `Unavailable`.
pub async fn put_off(tx: &Tx, scope: &TenantScope, id: MailId, due_at: DateTime<Utc>) -> Outcome<()> {
    scoped_update::<mail::Entity>(scope)
        .col_expr(mail::Column::DueAt, Expr::value(due_at))
        .filter(mail::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets mails that left before `before`, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_sent(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>) -> Outcome<u64> {
    let done = scoped_delete::<mail::Entity>(scope)
        .filter(mail::COLUMN.state.eq(SENT))
        .filter(mail::COLUMN.created_at.lt(before))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected)
}

/// Removes every mail to this address, sent or not.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, to: &str) -> Outcome<()> {
    scoped_delete::<mail::Entity>(scope).filter(mail::COLUMN.recipient.eq(to)).exec(tx).await.or_unavailable()?;
    Ok(())
}

/// How many mails were given up: those of every tenant, or of `of` alone.
///
/// # Errors
/// `Unavailable`.
pub async fn given_up(tx: &Tx, scope: &PlatformScope, of: Option<TenantId>) -> Outcome<u64> {
    let mut dead = over_tenants::<mail::Entity>(scope).filter(mail::COLUMN.state.eq(DEAD));
    if let Some(of) = of {
        dead = dead.filter(mail::COLUMN.tenant_id.eq(of.0));
    }
    dead.count(tx).await.or_unavailable()
}
