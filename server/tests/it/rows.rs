//! What a tenant's tables hold, read past the application.

use crate::app::TestApp;
use domain::id::TenantId;
use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, QueryResult, Statement,
    TransactionTrait,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The rows of one tenant, as the schema's owner sees them.
pub struct Rows {
    db: DatabaseConnection,
    tenant: TenantId,
}

impl Rows {
    /// The rows of the tenant with this slug.
    pub async fn of(app: &TestApp, slug: &str) -> Self {
        let db = Database::connect(&app.app.config.owner_database_url).await.unwrap();
        Self { db, tenant: app.seed(slug).await.tenant_id() }
    }

    /// Every table with its rows as text, those left out to which any call that is refused may add.
    pub async fn all(&self) -> BTreeMap<String, String> {
        const PASSING: [&str; 2] = ["attempts", "audit_entries"];
        let mut all = self.whole().await;
        all.retain(|table, _| !PASSING.contains(&table.as_str()));
        let own = self.text(&self.begin().await, "tenants", "id").await;
        all.insert("tenants".into(), own);
        all
    }

    /// Every table of a tenant with its rows as text, none left out.
    pub async fn whole(&self) -> BTreeMap<String, String> {
        let tx = self.begin().await;
        let mut all = BTreeMap::new();
        for table in server::store::export::owned_tables() {
            let text = self.text(&tx, table, "tenant_id").await;
            all.insert(table.to_owned(), text);
        }
        all
    }

    /// Changes the tenant's rows past the application.
    pub async fn change(&self, sql: &str) {
        let tx = self.begin().await;
        tx.execute_raw(self.statement(&format!("{sql} AND tenant_id = $1"))).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The first value of `column` in `table`; none when there is no row.
    pub async fn first(&self, table: &str, column: &str) -> Option<String> {
        self.first_where(table, column, "1 = 1").await
    }

    /// `text` with each `{table}`, `{table.column}` or `{table.column|condition}` in it replaced by the first value.
    pub async fn with_values(&self, text: &str) -> String {
        let mut text = text.to_owned();
        while let Some((before, rest)) = text.split_once('{') {
            let (name, after) = rest.split_once('}').expect("the brace is closed");
            let (name, condition) = name.split_once('|').unwrap_or((name, "1 = 1"));
            let (table, column) = name.split_once('.').unwrap_or((name, "id"));
            let value = self.first_where(table, column, condition).await.unwrap_or_else(|| {
                panic!("no row of {table} where {condition}: the demo has none, so add one to tests/it/filled.rs")
            });
            text = format!("{before}{value}{after}");
        }
        text
    }

    async fn first_where(&self, table: &str, column: &str, condition: &str) -> Option<String> {
        let tx = self.begin().await;
        let text = match (self.db.get_database_backend(), column.ends_with("id")) {
            (DbBackend::Postgres, _) => format!("{column}::text"),
            (_, true) => format!("lower(hex({column}))"),
            (_, false) => format!("CAST({column} AS TEXT)"),
        };
        // A version belongs to the row whose id comes first, where there is more than one.
        let whole = ["minutes", "proposal_documents", "final_reports", "observatory_records"].contains(&table);
        let order = if column == "version" && !whole { "id" } else { column };
        let sql =
            format!("SELECT {text} AS v FROM {table} WHERE tenant_id = $1 AND {condition} ORDER BY {order} LIMIT 1");
        let row = tx.query_one_raw(self.statement(&sql)).await.unwrap()?;
        let value: String = row.try_get("", "v").unwrap();
        Some(Uuid::parse_str(&value).map_or(value, |id| id.to_string()))
    }

    /// How many rows of `table` fulfil `condition`.
    pub async fn count(&self, table: &str, condition: &str) -> i64 {
        let tx = self.begin().await;
        let sql = format!("SELECT COUNT(*) AS n FROM {table} WHERE tenant_id = $1 AND {condition}");
        tx.query_one_raw(self.statement(&sql)).await.unwrap().unwrap().try_get("", "n").unwrap()
    }

    /// The audit log, oldest first: action, hashes of before and after, and whether it was refused.
    pub async fn audited(&self) -> Vec<(String, Option<String>, Option<String>, bool)> {
        let sql = "SELECT action, before_hash, after_hash, refused FROM audit_entries WHERE tenant_id = $1 ORDER BY id";
        let rows = self.begin().await.query_all_raw(self.statement(sql)).await.unwrap();
        let read = |row: &QueryResult| {
            let hash = |column| row.try_get("", column).unwrap();
            let (action, refused) = (row.try_get("", "action").unwrap(), row.try_get("", "refused").unwrap());
            (action, hash("before_hash"), hash("after_hash"), refused)
        };
        rows.iter().map(read).collect()
    }

    /// Runs `sql` as the schema's owner, where `{uuid}` makes an identifier and `{tenant}` is the tenant's.
    pub async fn run(&self, sql: &str) {
        let tx = self.begin().await;
        tx.execute_unprepared(&self.filled(sql)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// `sql` with what this database writes for `{uuid}` and `{tenant}`.
    pub fn filled(&self, sql: &str) -> String {
        let uuid = if self.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
        sql.replace("{uuid}", uuid).replace("{tenant}", &self.literal(self.tenant.0))
    }

    /// How this database writes `id`.
    pub fn literal(&self, id: Uuid) -> String {
        if self.is_postgres() { format!("'{id}'::uuid") } else { format!("X'{}'", id.simple()) }
    }

    /// Whether these are rows of PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    /// Returns when a transaction of the application waits for its turn, or soon after where none comes to wait. On
    /// SQLite all that write wait from their beginning.
    pub async fn until_somebody_waits(&self) {
        const WAITING: &str = "SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND \
                               database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        for _ in 0..1_000 {
            if !self.is_postgres() {
                return;
            }
            let asked = Statement::from_string(DbBackend::Postgres, WAITING);
            let waiting: i64 = self.db.query_one_raw(asked).await.unwrap().unwrap().try_get("", "n").unwrap();
            if waiting > 0 {
                return;
            }
        }
    }

    /// A transaction of the schema's owner, in front of this tenant's rows.
    pub async fn begin(&self) -> DatabaseTransaction {
        let tx = self.db.begin().await.unwrap();
        if self.db.get_database_backend() == DbBackend::Postgres {
            let set = format!("SELECT set_config('tavolo.tenant', '{}', true)", self.tenant);
            tx.execute_unprepared(&set).await.unwrap();
        }
        tx
    }

    fn statement(&self, sql: &str) -> Statement {
        Statement::from_sql_and_values(self.db.get_database_backend(), sql, [self.tenant.0.into()])
    }

    async fn text(&self, tx: &DatabaseTransaction, table: &str, key: &str) -> String {
        let sql = if self.db.get_database_backend() == DbBackend::Postgres {
            format!(
                "SELECT COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS v FROM {table} t WHERE {key} = $1"
            )
        } else {
            let columns =
                Statement::from_string(DbBackend::Sqlite, format!("SELECT name FROM pragma_table_info('{table}')"));
            let columns = tx.query_all_raw(columns).await.unwrap();
            let quoted: Vec<_> =
                columns.iter().map(|row| format!("quote({})", row.try_get::<String>("", "name").unwrap())).collect();
            let row = quoted.join(" || '|' || ");
            format!(
                "SELECT COALESCE(group_concat(v, char(10)), '') AS v FROM (SELECT {row} AS v FROM {table} WHERE {key} = $1 ORDER BY 1)"
            )
        };
        tx.query_one_raw(self.statement(&sql)).await.unwrap().unwrap().try_get("", "v").unwrap()
    }
}
