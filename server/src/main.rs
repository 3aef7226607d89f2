//! The program: configuration, then a command.

use clap::Parser;
use server::commands::{Command, run};
use std::process::ExitCode;

/// Tavolo: the workspace in which a territory writes its digital agenda together.
#[derive(Debug, Parser)]
#[command(name = "tavolo", version, long_about = None, after_help = server::commands::HELP)]
struct Arguments {
    /// File with settings (TOML); `TAVOLO_*` variables win over it.
    #[arg(long, global = true, env = "TAVOLO_CONFIG")]
    config: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.config.as_deref(), arguments.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("tavolo: {fault}");
            ExitCode::FAILURE
        }
    }
}
