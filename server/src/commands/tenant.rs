//! Tenants from the command line: the same rules and the same logs as the console's.

use super::{open, plain};
use crate::{auth::TenantScope, config::Config, state::App, store::tenants, use_cases::Handle};
use app::contract::console::{Console, TenantsWanted};
use clap::{Args, Subcommand};
use domain::tenant::{TenantStep, TypedTenant};
use std::sync::Arc;

/// What can be done with tenants.
#[derive(Debug, Subcommand)]
pub enum TenantCommand {
    /// Create a union or a municipality; its site answers at once, its first administrator is invited by mail.
    #[command(after_help = "\
Example:
  tavolo tenant create --kind union --name \"Unione Val d'Enza\" --slug val-denza \\
      --pack er-lr15-2018 --template participatory_path --admin segreteria@unione.example.it
  tavolo tenant create --kind municipality --name \"Comune di Bibbiano\" --slug bibbiano --parent val-denza \\
      --istat 035004 --pack er-lr15-2018 --template participatory_path --admin urp@comune.example.it")]
    Create(NewTenant),
    /// List tenants with state and address.
    List {
        /// Words that the name holds.
        #[arg(long, default_value = "")]
        search: String,
    },
    /// Close a tenant's site to the public; its staff can still sign in and export.
    Suspend {
        /// Name in the address: `val-denza`.
        slug: String,
    },
    /// Open a suspended tenant again.
    Resume {
        /// Name in the address: `val-denza`.
        slug: String,
    },
}

/// A tenant to be created.
#[derive(Debug, Args)]
pub struct NewTenant {
    /// `union` or `municipality`.
    #[arg(long)]
    kind: String,
    /// Name as people read it.
    #[arg(long)]
    name: String,
    /// Name in the address: lower-case letters, digits, hyphens.
    #[arg(long)]
    slug: String,
    /// ISTAT code, six digits, municipalities only.
    #[arg(long, default_value = "")]
    istat: String,
    /// Code of the index of public bodies.
    #[arg(long, default_value = "")]
    ipa: String,
    /// Slug of the union that a municipality belongs to.
    #[arg(long)]
    parent: Option<String>,
    /// Key of the rule pack: er-lr15-2018, tuscany-lr46-2013, permanent-municipal, agio.
    #[arg(long)]
    pack: String,
    /// `participatory_path`, `permanent_agenda` or `agio`.
    #[arg(long)]
    template: String,
    /// E-mail of the first administrator.
    #[arg(long)]
    admin: String,
}

/// Runs `command`.
pub(super) async fn run(config: Config, command: TenantCommand) -> Result<(), String> {
    let app = open(config).await?;
    let operator = operator(&app).await?;
    match command {
        TenantCommand::Create(new) => create(&app, &operator, new).await,
        TenantCommand::List { search } => list(&operator, search).await,
        TenantCommand::Suspend { slug } => step(&operator, slug, TenantStep::Suspend).await,
        TenantCommand::Resume { slug } => step(&operator, slug, TenantStep::Resume).await,
    }
}

/// The use cases of the person at the command line.
pub(super) async fn operator(app: &App) -> Result<Handle, String> {
    let platform = tenants::platform(&app.db).await.map_err(|_| "the platform has no row yet: run `tavolo migrate`")?;
    Ok(Handle::new(app.clone(), TenantScope::operator(Arc::new(platform)), String::new()))
}

async fn create(app: &App, operator: &Handle, new: NewTenant) -> Result<(), String> {
    let parent = match &new.parent {
        Some(slug) => {
            let union = tenants::by_host(&app.db, Some(slug), "").await;
            union
                .map_err(|_| format!("--parent: there is no tenant {slug:?}; `tavolo tenant list` names them"))?
                .id
                .to_string()
        }
        None => String::new(),
    };
    let typed = TypedTenant {
        kind: new.kind,
        name: new.name,
        slug: new.slug,
        istat_code: new.istat,
        ipa_code: new.ipa,
        parent,
        pack: new.pack,
        template: new.template,
        admin_email: new.admin.clone(),
    };
    let slug = operator.create_tenant(typed).await.map_err(|error| plain(&error))?;
    let made = tenants::by_host(&app.db, Some(&slug), "").await.map_err(|error| plain(&error))?;
    println!("{} answers at {}\nInvitation sent to {}.", made.name, app.origin_of(&made), new.admin);
    Ok(())
}

async fn list(operator: &Handle, words: String) -> Result<(), String> {
    let mut wanted = TenantsWanted { words, ..TenantsWanted::default() };
    loop {
        let (page, _) = operator.tenants(wanted.clone()).await.map_err(|error| plain(&error))?;
        for row in page.rows {
            println!("{:<24} {:<10} {:<13} {}  {}", row.slug, row.state, row.kind, row.origin, row.name);
        }
        match page.next {
            Some(next) => wanted.after = Some(next),
            None => return Ok(()),
        }
    }
}

async fn step(operator: &Handle, slug: String, step: TenantStep) -> Result<(), String> {
    operator.change_tenant(slug.clone(), step).await.map_err(|error| match error {
        app::error::AppError::NotFound => format!("there is no tenant {slug:?}; `tavolo tenant list` names them"),
        app::error::AppError::StepRefused(_) => format!("{slug} is in that state already: nothing changed"),
        error => plain(&error),
    })?;
    println!("{slug}: done.");
    Ok(())
}
