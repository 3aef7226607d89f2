//! The schema, made once for a run and copied for each test.

use super::config;
use sea_orm::{ConnectionTrait, Database};
use server::commands;
use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tempfile::TempDir;

/// Databases that hold the schema and the platform's own row.
pub struct Schema {
    pub sqlite: PathBuf,
    postgres: Option<Postgres>,
    _folder: TempDir,
}

/// Where the schema's owner and the application connect; `name` is the database to copy.
struct Postgres {
    owner: String,
    application: String,
    name: String,
}

/// The schema of this run.
pub fn made() -> &'static Schema {
    static MADE: LazyLock<Schema> = LazyLock::new(|| {
        // A test's runtime waits here: the schema is made on another.
        std::thread::spawn(|| tokio::runtime::Runtime::new().unwrap().block_on(make()))
            .join()
            .expect("the schema is made")
    });
    &MADE
}

/// The address of a SQLite file.
pub fn sqlite(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

async fn make() -> Schema {
    let folder = tempfile::tempdir().unwrap();
    let [written, file] = ["written.db", "schema.db"].map(|name| folder.path().join(name));
    migrate(folder.path(), sqlite(&written)).await;
    // One file, without the journal beside it.
    let db = Database::connect(sqlite(&written)).await.unwrap();
    db.execute_unprepared(&format!("VACUUM INTO '{}'", file.display())).await.unwrap();

    let postgres = std::env::var("TAVOLO_TEST_OWNER_URL").ok().map(|owner| {
        let application =
            std::env::var("TAVOLO_TEST_APP_URL").expect("TAVOLO_TEST_APP_URL goes with TAVOLO_TEST_OWNER_URL");
        Postgres { owner, application, name: fresh_name() }
    });
    if let Some(postgres) = &postgres {
        create(&postgres.owner, &postgres.name, "template1").await;
        migrate(folder.path(), at_database(&postgres.owner, &postgres.name)).await;
    }
    Schema { sqlite: file, postgres, _folder: folder }
}

impl Schema {
    /// A fresh copy on PostgreSQL: where its owner connects, and where the application does.
    pub async fn postgres_copy(&self) -> Option<(String, String)> {
        let Postgres { owner, application, name } = self.postgres.as_ref()?;
        let copy = fresh_name();
        create(owner, &copy, name).await;
        Some((at_database(owner, &copy), at_database(application, &copy)))
    }
}

async fn migrate(folder: &Path, owner: String) {
    commands::migrate(&config(folder, owner.clone(), owner)).await.expect("the schema is made");
}

async fn create(owner: &str, name: &str, template: &str) {
    let server = Database::connect(owner).await.expect("PostgreSQL answers");
    let sql = format!("CREATE DATABASE {name} TEMPLATE {template}");
    server.execute_unprepared(&sql).await.expect("the owner may create databases");
}

fn fresh_name() -> String {
    format!("tavolo_test_{}", uuid::Uuid::now_v7().simple())
}

fn at_database(url: &str, name: &str) -> String {
    let (server, query) =
        url.split_once('?').map_or((url, String::new()), |(server, query)| (server, format!("?{query}")));
    let (server, _) = server.rsplit_once('/').expect("the address names a database");
    format!("{server}/{name}{query}")
}
