//! What the program does, besides serving.

mod demo;
mod serve;
mod staff;
mod tenant;

use crate::{
    auth::TenantScope,
    config::Config,
    state::App,
    store::{
        Database, OrUnavailable, contributions,
        tenants::{self, Tenant},
    },
};
use app::{
    components::words::{error_words, fault_words},
    error::{AppError, Outcome},
    i18n::Locale,
};
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::{
    id::TenantId,
    tenant::{Template, TenantKind, TenantState},
};
use std::sync::Arc;

/// Shown under `--help`.
pub const HELP: &str = "\
First steps:
  tavolo migrate                 create or update the database
  tavolo demo                    fill it with the demo region
  tavolo serve                   answer on TAVOLO_ADDR (127.0.0.1:3000)

An installation of its own:
  tavolo staff invite --email anna@regione.example.it --role coordinator
  tavolo tenant create --help    a union or a municipality, from the command line
  tavolo tenant list             who is here, in which state, at which address

A command ends with 0 when it did what it says, 1 when it could not, 2 when it was not understood.

Settings come from --config FILE and from the environment:
  TAVOLO_ADDR TAVOLO_DATABASE_URL TAVOLO_OWNER_DATABASE_URL TAVOLO_BASE_HOST TAVOLO_SCHEME
  TAVOLO_PUBLIC_PORT TAVOLO_TRUSTED_PROXIES TAVOLO_DATA_DIR TAVOLO_SITE_DIR TAVOLO_DEMO TAVOLO_SMTP_URL
  TAVOLO_MAIL_FROM TAVOLO_LOG_JSON TAVOLO_SECRETS_KEY TAVOLO_OIDC_HTTP TAVOLO_OIDC_PRIVATE
README.md says what each means; with TAVOLO_SCHEME=https serve asks for TAVOLO_SECRETS_KEY.";

/// A command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer requests until asked to stop.
    Serve,
    /// Create or update the database's schema, and the platform's own row.
    Migrate,
    /// Fill an empty database with the demo region (demo mode alone).
    Demo {
        /// Only move the story's clock, as in 2022-10-14T09:30:00Z; a running server reads it at its next start.
        #[arg(long, value_name = "INSTANT")]
        clock: Option<DateTime<Utc>>,
        /// Only tell again the addresses, the people and how to sign in.
        #[arg(long, conflicts_with = "clock")]
        guide: bool,
    },
    /// Create, list, suspend and resume tenants.
    #[command(subcommand)]
    Tenant(tenant::TenantCommand),
    /// Invite people who work on the platform or for a tenant.
    #[command(subcommand)]
    Staff(staff::StaffCommand),
}

/// Runs `command` under the configuration of `file` and environment.
///
/// # Errors
/// What went wrong, for a person.
pub async fn run(file: Option<&str>, command: Command) -> Result<(), String> {
    let read = if matches!(command, Command::Serve) { Config::read_to_serve } else { Config::read };
    let config = read(file).map_err(|faults| faults.to_string())?;
    match command {
        Command::Serve => serve::serve(config).await,
        Command::Migrate => migrate(&config).await,
        Command::Demo { clock: Some(instant), .. } => demo::move_clock(config, instant).await,
        Command::Demo { clock: None, guide: true } => demo::tell(config).await,
        Command::Demo { clock: None, guide: false } => demo::demo(config).await,
        Command::Tenant(command) => tenant::run(config, command).await,
        Command::Staff(command) => staff::run(config, command).await,
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
    let behind = db.migrate().await?;
    if tenants::platform(&db).await.is_err() {
        tenants::insert(&db, &platform()).await.map_err(|error| error.to_string())?;
    }
    if behind {
        index(&db).await.map_err(|error| error.to_string())?;
    }
    db.close().await;
    Ok(())
}

/// Makes what was written under an earlier schema findable by its words.
async fn index(db: &Database) -> Outcome<()> {
    for tenant in tenants::all(db).await? {
        let scope = TenantScope::visitor(Arc::new(tenant), "migrate".into());
        let tx = db.write(scope.wall()).await?;
        contributions::index_missing(&tx, &scope).await?;
        tx.commit().await.or_unavailable()?;
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
        logo: None,
        istat_code: None,
        ipa_code: None,
        parent: None,
        pack: String::new(),
        template: Template::ParticipatoryPath,
        patron_day: String::new(),
        has_agenda: false,
        holds_first: false,
        needs: domain::identification::Needs::default(),
        created_at: Utc::now(),
    }
}

/// The application under `config`, for commands that use the contract.
pub(crate) async fn open(config: Config) -> Result<App, String> {
    App::open(config).await
}

/// An error in plain words, field by field.
fn plain(error: &AppError) -> String {
    let AppError::Invalid(errors) = error else { return error_words(Locale::en, error).join("; ") };
    let flag = |field: &str| match field {
        "istat_code" => "--istat".to_owned(),
        "ipa_code" => "--ipa".to_owned(),
        "admin_email" => "--admin".to_owned(),
        field => format!("--{field}"),
    };
    let faults: Vec<_> =
        errors.iter().map(|(field, fault)| format!("{}: {}", flag(field), fault_words(Locale::en, fault))).collect();
    format!("nothing was changed:\n- {}", faults.join("\n- "))
}
