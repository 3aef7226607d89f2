//! Configuration from a file and from `TAVOLO_*` variables; every fault is reported at once.

use serde::Deserialize;
use std::{net::SocketAddr, path::PathBuf};

/// Settings that were read and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the server listens (`TAVOLO_ADDR`).
    pub addr: SocketAddr,
    /// `sqlite://path?mode=rwc` or `postgres://…` (`TAVOLO_DATABASE_URL`).
    pub database_url: String,
    /// The owner's connection for `migrate`, on PostgreSQL (`TAVOLO_OWNER_DATABASE_URL`).
    pub owner_database_url: String,
    /// Host of the platform; tenants are `<slug>.<base host>` (`TAVOLO_BASE_HOST`).
    pub base_host: String,
    /// `https` in production (`TAVOLO_SCHEME`).
    pub scheme: Scheme,
    /// Port that people see, when it is not the scheme's own (`TAVOLO_PUBLIC_PORT`).
    pub public_port: Option<u16>,
    /// Uploaded files (`TAVOLO_DATA_DIR`).
    pub data_dir: PathBuf,
    /// The built site (`TAVOLO_SITE_DIR`).
    pub site_dir: PathBuf,
    /// Demo mode: people to choose, mail kept (`TAVOLO_DEMO`); refused with https.
    pub demo: bool,
    /// `smtp://…` or `smtps://…`; without it mail waits in the outbox (`TAVOLO_SMTP_URL`).
    pub smtp_url: Option<String>,
    /// Sender of mail (`TAVOLO_MAIL_FROM`).
    pub mail_from: String,
    /// Logs as JSON (`TAVOLO_LOG_JSON`).
    pub log_json: bool,
}

/// How browsers reach the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    Http,
    Https,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    addr: String,
    database_url: String,
    owner_database_url: Option<String>,
    base_host: String,
    scheme: Scheme,
    public_port: Option<u16>,
    data_dir: PathBuf,
    site_dir: PathBuf,
    demo: bool,
    smtp_url: Option<String>,
    mail_from: String,
    log_json: bool,
}

/// What is wrong with the configuration, a sentence each.
#[derive(Debug, thiserror::Error)]
#[error("the configuration has faults:\n- {}", .0.join("\n- "))]
pub struct Faults(pub Vec<String>);

impl Config {
    /// Reads `file` (when given), then the environment over it.
    ///
    /// # Errors
    /// Every fault found, together.
    pub fn read(file: Option<&str>) -> Result<Self, Faults> {
        let defaults = [
            ("addr", "127.0.0.1:3000"),
            ("database_url", "sqlite://data/tavolo.db?mode=rwc"),
            ("base_host", "localhost"),
            ("scheme", "http"),
            ("data_dir", "data"),
            ("site_dir", "site"),
            ("mail_from", "Tavolo <non-rispondere@localhost>"),
            ("demo", "false"),
            ("log_json", "false"),
        ];
        let mut sources = config::Config::builder();
        for (key, value) in defaults {
            sources = sources.set_default(key, value).map_err(|fault| Faults(vec![fault.to_string()]))?;
        }
        if let Some(file) = file {
            sources = sources.add_source(config::File::with_name(file));
        }
        let raw = sources
            .add_source(config::Environment::with_prefix("TAVOLO").ignore_empty(true).try_parsing(true))
            .build()
            .and_then(config::Config::try_deserialize::<Raw>)
            .map_err(|fault| Faults(vec![fault.to_string()]))?;
        Self::check(raw)
    }

    fn check(raw: Raw) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let addr = raw.addr.parse().map_err(|_| faults.push(format!("addr: {:?} is not host:port", raw.addr))).ok();
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| raw.database_url.starts_with(scheme)) {
            faults.push("database_url: use sqlite://… or postgres://…".into());
        }
        if raw.base_host.is_empty() || raw.base_host.contains(['/', ':', ' ']) {
            faults.push(format!("base_host: {:?} is not a host name", raw.base_host));
        }
        if raw.demo && raw.scheme == Scheme::Https {
            faults.push("demo: the demo shows everybody's mail and is refused in production (scheme https)".into());
        }
        if raw.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            faults.push(format!("mail_from: {:?} is not a sender", raw.mail_from));
        }
        match addr {
            Some(addr) if faults.is_empty() => Ok(Self {
                addr,
                owner_database_url: raw.owner_database_url.unwrap_or_else(|| raw.database_url.clone()),
                database_url: raw.database_url,
                base_host: raw.base_host.to_lowercase(),
                scheme: raw.scheme,
                public_port: raw.public_port.or_else(|| (raw.scheme == Scheme::Http).then(|| addr.port())),
                data_dir: raw.data_dir,
                site_dir: raw.site_dir,
                demo: raw.demo,
                smtp_url: raw.smtp_url,
                mail_from: raw.mail_from,
                log_json: raw.log_json,
            }),
            _ => Err(Faults(faults)),
        }
    }

    /// `scheme://host[:port]` of a host of this installation.
    #[must_use]
    pub fn origin(&self, host: &str) -> String {
        let scheme = match self.scheme {
            Scheme::Http => "http",
            Scheme::Https => "https",
        };
        match self.public_port {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        }
    }
}
