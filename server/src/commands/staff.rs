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
    /// List who holds which role, a line each.
    List {
        /// Name in the tenant's address; without it, the platform itself.
        #[arg(long)]
        tenant: Option<String>,
    },
    /// Take a role back from a person, with immediate effect; the person is told by mail.
    #[command(after_help = "\
Example:
  tavolo staff revoke --email anna@regione.example.it --role guarantor")]
    Revoke {
        /// Name in the tenant's address; without it, the platform itself.
        #[arg(long)]
        tenant: Option<String>,
        /// Whose role.
        #[arg(long)]
        email: String,
        /// The role to take back, wherever the person holds it.
        #[arg(long)]
        role: String,
    },
}

/// Runs `command`.
pub(super) async fn run(config: Config, command: StaffCommand) -> Result<(), String> {
    let app = open(config).await?;
    let operator = operator(&app).await?;
    match command {
        StaffCommand::Invite { tenant, email, role } => {
            let sent = operator.invite_staff(tenant.as_deref(), &email, &role).await;
            let link = sent.map_err(|error| why(&error, tenant.as_deref()))?;
            println!("Invitation sent to {email}. It can be accepted for 14 days at\n{link}");
        }
        StaffCommand::List { tenant } => {
            let staff = operator.staff_of(tenant.as_deref()).await;
            for (person, grant) in staff.map_err(|error| why(&error, tenant.as_deref()))? {
                let process = grant.process.map(|process| format!(" in {process}")).unwrap_or_default();
                println!("{:<40} {}{process}", person.email, grant.role.code());
            }
        }
        StaffCommand::Revoke { tenant, email, role } => {
            let taken = operator.revoke_staff(tenant.as_deref(), &email, &role).await;
            match taken.map_err(|error| why(&error, tenant.as_deref()))? {
                0 => return Err(format!("nothing was changed: {email} does not hold {role}")),
                _ => println!("{email} does not hold {role} any longer."),
            }
        }
    }
    Ok(())
}

fn why(error: &AppError, tenant: Option<&str>) -> String {
    match (error, tenant) {
        (AppError::NotFound, Some(slug)) => format!("there is no tenant {slug:?}; `tavolo tenant list` names them"),
        (error, _) => plain(error),
    }
}
