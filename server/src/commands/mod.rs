//! What the program does, besides serving.

mod demo;
mod serve;

use crate::{
    config::Config,
    state::App,
    store::{
        Database,
        tenants::{self, Tenant},
    },
};
use chrono::Utc;
use clap::Subcommand;
use domain::{
    id::TenantId,
    tenant::{Template, TenantKind, TenantState},
};

/// Shown under `--help`.
pub const HELP: &str = "\
First steps:
  tavolo migrate                 create or update the database
  tavolo demo                    fill it with the demo region
  tavolo serve                   answer on TAVOLO_ADDR (127.0.0.1:3000)

Settings come from --config FILE and from the environment:
  TAVOLO_ADDR TAVOLO_DATABASE_URL TAVOLO_OWNER_DATABASE_URL TAVOLO_BASE_HOST TAVOLO_SCHEME
  TAVOLO_PUBLIC_PORT TAVOLO_DATA_DIR TAVOLO_SITE_DIR TAVOLO_DEMO TAVOLO_SMTP_URL TAVOLO_MAIL_FROM TAVOLO_LOG_JSON";

/// A command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer requests until asked to stop.
    Serve,
    /// Create or update the database's schema, and the platform's own row.
    Migrate,
    /// Fill an empty database with the demo region (demo mode alone).
    Demo,
}

/// Runs `command` under the configuration of `file` and environment.
///
/// # Errors
/// What went wrong, for a person.
pub async fn run(file: Option<&str>, command: Command) -> Result<(), String> {
    let config = Config::read(file).map_err(|faults| faults.to_string())?;
    match command {
        Command::Serve => serve::serve(config).await,
        Command::Migrate => migrate(&config).await,
        Command::Demo => demo::demo(config).await,
    }
}

/// Brings the schema up to date and makes sure that the platform has its row.
///
/// # Errors
/// What went wrong, for a person.
pub async fn migrate(config: &Config) -> Result<(), String> {
    if let Some(path) = config.owner_database_url.strip_prefix("sqlite://") {
        let path = std::path::Path::new(path.split('?').next().unwrap_or(path));
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|fault| format!("database_url: {fault}"))?;
        }
    }
    let db = Database::connect(&config.owner_database_url).await?;
    db.migrate().await?;
    if tenants::platform(&db).await.is_err() {
        tenants::insert(&db, &platform()).await.map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The platform's own row.
fn platform() -> Tenant {
    Tenant {
        id: TenantId::fresh(),
        kind: TenantKind::Platform,
        state: TenantState::Active,
        name: "Tavolo".into(),
        slug: "platform".into(),
        custom_domain: None,
        description: "Lo spazio in cui i territori scrivono insieme la propria agenda digitale.".into(),
        accent: "#0059b3".into(),
        istat_code: None,
        ipa_code: None,
        parent: None,
        pack: String::new(),
        template: Template::ParticipatoryPath,
        patron_day: String::new(),
        created_at: Utc::now(),
    }
}

/// The application under `config`, for commands that use the contract.
pub(crate) async fn open(config: Config) -> Result<App, String> {
    App::open(config).await
}
