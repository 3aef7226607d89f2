//! Staff from the command line.

use super::{open, plain, tenant::operator};
use crate::config::Config;
use app::error::AppError;
use clap::Subcommand;

/// What can be done with staff.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Invite a person to take a role; prints the link that the mail carries too.
    #[command(after_help = "\
Examples:
  tavolo staff invite --email anna@regione.example.it --role coordinator
  tavolo staff invite --tenant val-denza --email urp@unione.example.it --role tenant_admin

On the platform's own host (no --tenant): coordinator, guarantor.
In a tenant: tenant_admin, legal_representative, process_owner, process_facilitator, body_secretary,
moderator, privacy_officer and the others that the people page offers.")]
    Invite {
        /// Name in the tenant's address; without it, the platform itself.
        #[arg(long)]
        tenant: Option<String>,
        /// Where the invitation goes.
        #[arg(long)]
        email: String,
        /// The role to take.
        #[arg(long)]
        role: String,
    },
}

/// Runs `command`.
pub(super) async fn run(config: Config, command: StaffCommand) -> Result<(), String> {
    let StaffCommand::Invite { tenant, email, role } = command;
    let app = open(config).await?;
    let operator = operator(&app).await?;
    let sent = operator.invite_staff(tenant.as_deref(), &email, &role).await;
    let link = sent.map_err(|error| match (error, &tenant) {
        (AppError::NotFound, Some(slug)) => format!("there is no tenant {slug:?}; `tavolo tenant list` names them"),
        (error, _) => plain(&error),
    })?;
    println!("Invitation sent to {email}. It can be accepted for 14 days at\n{link}");
    Ok(())
}
