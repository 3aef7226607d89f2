//! A whole application on a database of its own, driven through the router.

mod schema;
mod visitor;

pub use visitor::{Answer, Visitor};

use chrono::{DateTime, Utc};
use domain::{
    id::{ProcessId, TenantId},
    role::Role,
    tenant::{Template, TenantKind, TenantState},
};
use sea_orm::{ConnectionTrait, Database, Statement};
use server::{
    commands,
    config::Config,
    seed::{Seed, TypedPerson},
    state::App,
    store::tenants::{self, Tenant},
};
use std::{collections::HashMap, future::Future, path::Path, sync::Mutex};
use tempfile::TempDir;

/// Runs `test` on each database that this run knows: SQLite always, PostgreSQL when told where it is.
pub fn on_each_database<F>(test: impl Fn(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        test(TestApp::on_sqlite().await).await;
        if let Some(app) = TestApp::on_postgres().await {
            test(app).await;
        }
    });
}

/// The application under test, with two tenants: `alfa` and `beta`.
pub struct TestApp {
    pub app: App,
    router: axum::Router,
    _folder: TempDir,
    /// Where the application's role connects, on PostgreSQL.
    pub postgres: Option<String>,
    keys: Mutex<HashMap<String, String>>,
    /// Whose rows are watched.
    watched: Mutex<Option<String>>,
}

impl TestApp {
    async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tavolo.db");
        std::fs::copy(&schema::made().sqlite, &file).expect("the schema is copied");
        let url = schema::sqlite(&file);
        Self::open(folder, url.clone(), url, None).await
    }

    /// A database of its own; none when PostgreSQL is not there.
    async fn on_postgres() -> Option<Self> {
        let (owner, application) = schema::made().postgres_copy().await?;
        Some(Self::open(tempfile::tempdir().unwrap(), owner, application.clone(), Some(application)).await)
    }

    async fn open(folder: TempDir, owner: String, application: String, postgres: Option<String>) -> Self {
        let app = App::open(config(folder.path(), owner, application)).await.expect("the application opens");
        for slug in ["alfa", "beta"] {
            Seed::tenant(&app, tenant(slug)).await.expect("the tenant is new");
        }
        Self {
            router: server::http::router(app.clone()),
            app,
            _folder: folder,
            postgres,
            keys: Mutex::default(),
            watched: Mutex::default(),
        }
    }

    /// Sets the clock: `2022-10-10T09:00:00Z`.
    pub fn at(&self, instant: &str) -> &Self {
        self.app.clock.set(instant.parse::<DateTime<Utc>>().expect("an instant"));
        self
    }

    /// From now on each call that changes rows of `slug` has to leave an entry in its audit log.
    pub fn watch(&self, slug: &str) {
        *self.watched.lock().unwrap() = Some(slug.to_owned());
    }

    /// Direct access to a tenant's data, to prepare and to check.
    pub async fn seed(&self, slug: &str) -> Seed {
        Seed::of(&self.app, slug).await.expect("the tenant is there")
    }

    /// A person of tenant `slug` (`platform` for the platform's host), made at the first call, who holds `roles`.
    pub async fn person(&self, slug: &str, name: &str, roles: &[Role]) -> Visitor<'_> {
        self.person_in(slug, name, roles, None).await
    }

    /// The same, with the roles granted in one process.
    pub async fn person_in(&self, slug: &str, name: &str, roles: &[Role], process: Option<ProcessId>) -> Visitor<'_> {
        let seed = self.seed(slug).await;
        let email = format!("{}@{slug}.example", name.to_lowercase().replace(' ', "."));
        let typed = TypedPerson { email: email.clone(), name: name.into(), language: "it".into() };
        let id = seed.person(typed).await.expect("the person is made");
        for role in roles {
            seed.grant(id, *role, process).await.expect("the role is granted");
        }
        let key = seed.session(id).await.expect("the session opens");
        self.keys.lock().unwrap().insert(email, key.clone());
        Visitor { app: self, host: host_of(slug), key: Some(key), id: Some(id) }
    }

    /// Somebody who did not sign in, on the host of `slug`.
    pub fn visitor(&self, slug: &str) -> Visitor<'_> {
        Visitor { app: self, host: host_of(slug), key: None, id: None }
    }

    /// Unmakes the schema step `step`, which added `columns`, and makes it again over the rows that are there.
    pub async fn made_again(&self, step: &str, columns: &[(&str, &str)]) {
        let db = Database::connect(&self.app.config.owner_database_url).await.unwrap();
        for (table, column) in columns {
            db.execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {column}")).await.unwrap();
        }
        let forget = format!("DELETE FROM seaql_migrations WHERE version = '{step}'");
        assert_eq!(db.execute_unprepared(&forget).await.unwrap().rows_affected(), 1, "{step} was made");
        commands::migrate(&self.app.config).await.expect("the step is made");
    }

    /// How many rows `table` holds, over all tenants; for assertions alone.
    pub async fn count(&self, table: &str) -> i64 {
        let db = Database::connect(&self.app.config.owner_database_url).await.unwrap();
        let mut total = 0;
        let platform = tenants::platform(&self.app.db).await.unwrap();
        for tenant in tenants::all(&self.app.db).await.unwrap().into_iter().chain([platform]) {
            let tenant = tenant.id;
            let backend = db.get_database_backend();
            use sea_orm::TransactionTrait;
            let tx = db.begin().await.unwrap();
            if backend == sea_orm::DbBackend::Postgres {
                tx.execute_unprepared(&format!("SELECT set_config('tavolo.tenant', '{tenant}', true)")).await.unwrap();
            }
            let sql = match backend {
                sea_orm::DbBackend::Postgres => format!("SELECT COUNT(*) AS n FROM {table} WHERE tenant_id = $1"),
                _ => format!("SELECT COUNT(*) AS n FROM {table} WHERE tenant_id = ?"),
            };
            let row = tx.query_one_raw(Statement::from_sql_and_values(backend, sql, [tenant.0.into()])).await.unwrap();
            total += row.unwrap().try_get::<i64>("", "n").unwrap();
        }
        total
    }
}

fn host_of(slug: &str) -> String {
    if slug == "platform" { "tavolo.test".into() } else { format!("{slug}.tavolo.test") }
}

/// The settings of an application under test, which keeps its files in `folder`.
fn config(folder: &Path, owner_database_url: String, database_url: String) -> Config {
    Config {
        addr: "127.0.0.1:0".parse().unwrap(),
        database_url,
        owner_database_url,
        base_host: "tavolo.test".into(),
        scheme: server::config::Scheme::Http,
        public_port: None,
        trusted_proxies: Vec::new(),
        data_dir: folder.join("files"),
        site_dir: folder.join("site"),
        demo: true,
        smtp_url: None,
        mail_from: "Tavolo <tavolo@tavolo.test>".into(),
        log_json: false,
        secrets_key: None,
        oidc_http: true,
        oidc_private: true,
    }
}

fn tenant(slug: &str) -> Tenant {
    Tenant {
        id: TenantId::fresh(),
        kind: TenantKind::Union,
        state: TenantState::Active,
        name: format!("Unione {slug}"),
        slug: slug.into(),
        custom_domain: None,
        description: "Una unione di prova.".into(),
        accent: "#0059b3".into(),
        logo: None,
        istat_code: None,
        ipa_code: None,
        parent: None,
        pack: "er-lr15-2018".into(),
        template: Template::ParticipatoryPath,
        patron_day: String::new(),
        has_agenda: false,
        holds_first: false,
        needs: domain::identification::Needs::default(),
        created_at: Utc::now(),
    }
}
