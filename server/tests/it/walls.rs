//! The database's own wall: the application's filter is taken away, and PostgreSQL alone keeps tenants apart.

use crate::{
    app::{TestApp, on_each_database},
    filled::fill,
};
use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, Statement, TransactionTrait,
};
use server::{demo, store::export::owned_tables};
use std::{io::Write, path::Path};
use uuid::Uuid;

/// The application's own role on PostgreSQL, without the application; two tenants of the demo, both full of rows.
struct Raw {
    db: DatabaseConnection,
    mine: Uuid,
    other: Uuid,
}

async fn raw(app: &TestApp) -> Option<Raw> {
    if std::env::var_os("TAVOLO_TEST_OWNER_URL").is_none() {
        let said =
            writeln!(std::io::stderr(), "walls: skipped, PostgreSQL alone has them: scripts/postgres cargo test");
        said.unwrap();
    }
    let url = app.postgres.clone()?;
    demo::load(&app.app).await.expect("the demo is loaded");
    fill(app, "val-denza").await;
    let mine = app.seed("val-denza").await.tenant_id().0;
    let other = app.seed("prato").await.tenant_id().0;
    Some(Raw { db: Database::connect(url).await.unwrap(), mine, other })
}

impl Raw {
    async fn begin(&self, setting: Option<(&str, String)>) -> DatabaseTransaction {
        let tx = self.db.begin().await.unwrap();
        if let Some((name, value)) = setting {
            tx.execute_unprepared(&format!("SELECT set_config('{name}', '{value}', true)")).await.unwrap();
        }
        tx
    }

    async fn as_mine(&self) -> DatabaseTransaction {
        self.begin(Some(("tavolo.tenant", self.mine.to_string()))).await
    }
}

async fn texts(db: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get("", "v").unwrap()).collect()
}

async fn count(db: &impl ConnectionTrait, from: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS n FROM {from}");
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await.unwrap();
    row.unwrap().try_get("", "n").unwrap()
}

async fn owner(app: &TestApp) -> DatabaseConnection {
    Database::connect(&app.app.config.owner_database_url).await.unwrap()
}

/// The tables that carry a tenant, as the database knows them.
async fn walled(db: &DatabaseConnection) -> Vec<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text AS v FROM information_schema.columns \
             WHERE column_name = 'tenant_id' AND table_schema = 'public' ORDER BY 1"
        }
        _ => {
            "SELECT m.name AS v FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND c.name = 'tenant_id' ORDER BY 1"
        }
    };
    texts(db, sql).await
}

#[test]
fn every_table_that_carries_a_tenant_is_known_to_the_store() {
    on_each_database(|app| async move {
        let db = owner(&app).await;
        let (there, known) = (walled(&db).await, owned_tables());
        let missing: Vec<_> = there.iter().filter(|table| !known.contains(&table.as_str())).collect();
        assert!(
            missing.is_empty(),
            "add the entities of {missing:?} to tables_of_a_tenant! in server/src/store/export.rs"
        );
        assert_eq!(there, known, "an entity stands for no table");
    });
}

#[test]
fn a_query_without_a_filter_sees_its_tenant_alone() {
    on_each_database(|app| async move {
        let Some(raw) = raw(&app).await else { return };
        for table in walled(&raw.db).await {
            let tx = raw.as_mine().await;
            let foreign = count(&tx, &format!("{table} WHERE tenant_id <> '{}'", raw.mine)).await;
            assert_eq!(foreign, 0, "{table} shows rows of others");
            assert!(count(&tx, &table).await > 0, "{table} hides its rows from their own tenant");
            drop(tx);
            let tx = raw.begin(None).await;
            assert_eq!(count(&tx, &table).await, 0, "{table} shows rows to nobody in particular");
        }
    });
}

#[test]
fn nothing_is_written_into_another_tenant() {
    on_each_database(|app| async move {
        let Some(raw) = raw(&app).await else { return };
        for table in walled(&raw.db).await {
            let columns = format!(
                "SELECT quote_ident(column_name) AS v FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position"
            );
            let columns = texts(&raw.db, &columns).await;
            let other = format!("'{}'::uuid", raw.other);
            let moved: Vec<_> = columns.iter().map(|c| if c == "tenant_id" { &other } else { c }.as_str()).collect();
            let (into, moved) = (columns.join(", "), moved.join(", "));

            let tx = raw.as_mine().await;
            assert!(count(&tx, &table).await > 0, "{table} is empty, which proves nothing");
            let inserted = tx
                .execute_unprepared(&format!("INSERT INTO {table} ({into}) SELECT {moved} FROM {table} LIMIT 1"))
                .await;
            assert!(inserted.is_err(), "{table} takes a row of another tenant");
            drop(tx);

            let tx = raw.as_mine().await;
            let taken = tx.execute_unprepared(&format!("UPDATE {table} SET tenant_id = {other}")).await;
            assert!(taken.is_err(), "{table} gives a row to another tenant");
            drop(tx);

            for change in [
                format!("UPDATE {table} SET tenant_id = tenant_id WHERE tenant_id = {other}"),
                format!("DELETE FROM {table} WHERE tenant_id = {other}"),
            ] {
                let tx = raw.as_mine().await;
                let done = tx.execute_unprepared(&change).await;
                assert!(done.is_err() || done.is_ok_and(|done| done.rows_affected() == 0), "{change} reached others");
            }
        }
    });
}

#[test]
fn the_platform_reads_and_never_writes() {
    on_each_database(|app| async move {
        let Some(raw) = raw(&app).await else { return };
        let platform = || raw.begin(Some(("tavolo.platform", "on".into())));
        let tx = platform().await;
        assert!(count(&tx, "process_deadlines").await > 0, "the coordinator reads over all tenants");
        let none =
            ["processes", "people", "role_grants", "sessions", "sign_in_codes", "audit_entries", "contributions"];
        for table in none {
            assert_eq!(count(&tx, table).await, 0, "{table} is none of the platform's business");
        }
        drop(tx);
        // Codes and links stand in mail that waits, citizens' addresses in invitations: the platform sees neither.
        for (table, column, hidden, shown) in
            [("mails", "state", "waiting", "dead"), ("invitations", "role", "moderator", "tenant_admin")]
        {
            for (value, seen) in [(hidden, false), (shown, true)] {
                let tx = raw.as_mine().await;
                tx.execute_unprepared(&format!("UPDATE {table} SET {column} = '{value}'")).await.unwrap();
                tx.execute_unprepared("SELECT set_config('tavolo.tenant', '', true)").await.unwrap();
                tx.execute_unprepared("SELECT set_config('tavolo.platform', 'on', true)").await.unwrap();
                let rows = count(&tx, &format!("{table} WHERE tenant_id = '{}'", raw.mine)).await;
                assert_eq!(rows > 0, seen, "{table} where {column} is {value}");
            }
        }
        for table in ["processes", "mails", "invitations"] {
            let tx = platform().await;
            let changed = tx.execute_unprepared(&format!("UPDATE {table} SET tenant_id = tenant_id")).await;
            assert!(changed.is_err() || changed.is_ok_and(|done| done.rows_affected() == 0), "{table} was changed");
        }
    });
}

#[test]
fn queries_over_tenants_begin_in_one_place() {
    fn unscoped(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                unscoped(&path, found);
            } else if std::fs::read_to_string(&path).unwrap().contains("clippy::disallowed_methods") {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    unscoped(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    // `mod.rs` is that of the entities; the last three are about tables that belong to no tenant.
    assert_eq!(found, ["mod.rs", "scoped.rs", "settings.rs", "tenant_list.rs", "tenants.rs"]);
}

#[test]
fn the_walls_stand_on_every_table() {
    on_each_database(|app| async move {
        let Some(raw) = raw(&app).await else { return };
        let owned = "SELECT relname::text AS v FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)";
        assert_eq!(texts(&raw.db, owned).await, Vec::<String>::new(), "the application owns nothing");
        let above = "SELECT rolname::text AS v FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)";
        assert_eq!(texts(&raw.db, above).await, Vec::<String>::new(), "the application stands above no wall");
        let walled = walled(&raw.db).await;
        let shut = "SELECT relname::text AS v FROM pg_class \
                    WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity ORDER BY 1";
        let shut = texts(&raw.db, shut).await;
        let first = "SELECT c.relname::text AS v FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid \
                     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] \
                     WHERE i.indisprimary AND a.attname = 'tenant_id'";
        let first = texts(&raw.db, first).await;
        for table in &walled {
            assert!(shut.contains(table), "{table}: row security must be enabled and forced");
            assert!(first.contains(table), "{table}: tenant_id must come first in the primary key");
        }
        let loose = "SELECT conrelid::regclass::text || '.' || conname AS v FROM pg_constraint k \
                     WHERE contype = 'f' AND confrelid <> 'tenants'::regclass \
                     AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid \
                                     AND a.attname = 'tenant_id' AND a.attnum = k.conkey[1])";
        assert_eq!(texts(&raw.db, loose).await, Vec::<String>::new(), "foreign keys that do not name the tenant first");
    });
}

#[test]
fn the_audit_log_is_only_added_to() {
    on_each_database(|app| async move {
        let Some(raw) = raw(&app).await else { return };
        for change in
            ["UPDATE audit_entries SET action = 'nothing'", "DELETE FROM audit_entries", "TRUNCATE audit_entries"]
        {
            let tx = raw.as_mine().await;
            assert!(tx.execute_unprepared(change).await.is_err(), "{change} was allowed");
        }
    });
}
