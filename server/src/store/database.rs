//! The connection pool, and transactions that stand behind the tenant's wall.

use super::OrUnavailable;
use app::error::Outcome;
use domain::id::TenantId;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// A transaction.
pub type Tx = DatabaseTransaction;

/// What a transaction on PostgreSQL says first: whose rows it may reach.
const WALL: &str = "SELECT set_config($1, $2, true)";

/// Which rows a transaction may reach on PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wall {
    /// One tenant's rows.
    Tenant(TenantId),
    /// Reading over all tenants, in the tables that allow it.
    Platform,
}

/// The pool of connections to SQLite or PostgreSQL.
#[derive(Debug, Clone)]
pub struct Database {
    pool: DatabaseConnection,
    calls: Arc<AtomicU64>,
    walls: Arc<AtomicU64>,
}

impl Database {
    /// Opens the pool; the schema must be up to date.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub async fn open(url: &str) -> Result<Self, String> {
        let db = Self::connect(url).await?;
        match db.pending().await {
            Ok(0) => Ok(db),
            Ok(steps) => Err(format!("{steps} schema steps are pending: run `tavolo migrate`")),
            Err(cause) => Err(format!("the schema cannot be read ({cause}): run `tavolo migrate`")),
        }
    }

    /// Opens the pool without looking at the schema.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub async fn connect(url: &str) -> Result<Self, String> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).max_connections(if url.starts_with("sqlite") { 8 } else { 16 });
        options.map_sqlx_sqlite_opts(|options| {
            options
                .foreign_keys(true)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .busy_timeout(std::time::Duration::from_secs(10))
        });
        let mut pool = sea_orm::Database::connect(options).await.map_err(|cause| format!("database_url: {cause}"))?;
        let (calls, walls) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (all, first) = (Arc::clone(&calls), Arc::clone(&walls));
        pool.set_metric_callback(move |sent| {
            all.fetch_add(1, Ordering::Relaxed);
            first.fetch_add(u64::from(sent.statement.sql == WALL), Ordering::Relaxed);
        });
        Ok(Self { pool, calls, walls })
    }

    /// Brings the schema up to date, and tells whether it was behind.
    ///
    /// # Errors
    /// The step that failed.
    pub async fn migrate(&self) -> Result<bool, String> {
        // Nothing can be read before the first step.
        let behind = self.pending().await.is_ok_and(|steps| steps > 0);
        migrations::Migrator::up(&self.pool, None).await.map_err(|cause| cause.to_string())?;
        if self.pool.get_database_backend() == DbBackend::Postgres {
            let grant = "GRANT SELECT ON seaql_migrations TO tavolo_app";
            self.pool.execute_unprepared(grant).await.map_err(|cause| cause.to_string())?;
        }
        Ok(behind)
    }

    /// How many schema steps were not made yet; unlike the library's own question it creates nothing.
    async fn pending(&self) -> Result<usize, DbErr> {
        let made = Statement::from_string(self.pool.get_database_backend(), "SELECT version FROM seaql_migrations");
        let made = self.pool.query_all_raw(made).await?;
        let made = made.iter().map(|row| row.try_get::<String>("", "version")).collect::<Result<Vec<_>, _>>()?;
        let steps = migrations::Migrator::migrations();
        Ok(steps.iter().filter(|step| !made.iter().any(|name| name == step.name())).count())
    }

    /// How many statements were sent since the pool was opened.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// How many of them only put a transaction behind its wall, which SQLite does without.
    #[must_use]
    pub fn walls(&self) -> u64 {
        self.walls.load(Ordering::Relaxed)
    }

    /// The pool, for tables that belong to no tenant.
    pub(super) fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// A transaction that reads.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn read(&self, wall: Wall) -> Outcome<Tx> {
        self.begin_with(wall, SqliteTransactionMode::Deferred).await
    }

    /// A transaction that writes; on SQLite it waits for its turn.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn write(&self, wall: Wall) -> Outcome<Tx> {
        self.begin_with(wall, SqliteTransactionMode::Immediate).await
    }

    async fn begin_with(&self, wall: Wall, mode: SqliteTransactionMode) -> Outcome<Tx> {
        let options = TransactionOptions { sqlite_transaction_mode: Some(mode), ..TransactionOptions::default() };
        let tx = self.pool.begin_with_options(options).await.or_unavailable()?;
        stand_behind(&tx, wall).await?;
        Ok(tx)
    }

    /// A transaction that sees the tenant's rows as they are at this moment, however long it reads.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn snapshot(&self, wall: Wall) -> Outcome<Tx> {
        let options = TransactionOptions {
            isolation_level: (self.pool.get_database_backend() == DbBackend::Postgres)
                .then_some(IsolationLevel::RepeatableRead),
            sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
            ..TransactionOptions::default()
        };
        let tx = self.pool.begin_with_options(options).await.or_unavailable()?;
        stand_behind(&tx, wall).await?;
        Ok(tx)
    }

    /// Closes the pool, once every statement that runs has ended: nothing is read or written afterwards.
    pub async fn close(&self) {
        if let Err(cause) = self.pool.close_by_ref().await {
            tracing::warn!(%cause, "the database was not closed in order");
        }
    }

    /// Whether the database answers.
    pub async fn is_up(&self) -> bool {
        self.pool.execute_unprepared("SELECT 1").await.is_ok()
    }
}

/// Waits until no other transaction holds the turn called `name`, and holds it to its own end. On SQLite writing
/// transactions take turns by themselves.
///
/// # Errors
/// `Unavailable`.
pub async fn take_turn(tx: &Tx, name: &str) -> Outcome<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [name.into()]))
            .await
            .or_unavailable()?;
    }
    Ok(())
}

/// Puts the rest of the transaction behind `wall`.
///
/// # Errors
/// `Unavailable`.
pub async fn stand_behind(tx: &Tx, wall: Wall) -> Outcome<()> {
    if tx.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let (name, value) = match wall {
        Wall::Tenant(tenant) => ("tavolo.tenant", tenant.to_string()),
        Wall::Platform => ("tavolo.platform", "on".to_owned()),
    };
    let set = Statement::from_sql_and_values(DbBackend::Postgres, WALL, [name.into(), value.into()]);
    tx.execute_raw(set).await.or_unavailable()?;
    Ok(())
}
