//! Configuration from a file and from `TAVOLO_*` variables; every fault is reported at once.

use crate::auth::vault::SecretsKey;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

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
    /// Proxies whose `X-Forwarded-For` is believed (`TAVOLO_TRUSTED_PROXIES`, addresses with commas between).
    pub trusted_proxies: Vec<IpAddr>,
    /// Uploaded files and the server's key (`TAVOLO_DATA_DIR`).
    pub data_dir: PathBuf,
    /// The built site (`TAVOLO_SITE_DIR`).
    pub site_dir: PathBuf,
    /// Demo mode: people to choose, mail kept (`TAVOLO_DEMO`); on this machine alone.
    pub demo: bool,
    /// `smtp://…` or `smtps://…`; without it mail waits in the outbox (`TAVOLO_SMTP_URL`).
    pub smtp_url: Option<String>,
    /// Sender of mail (`TAVOLO_MAIL_FROM`).
    pub mail_from: String,
    /// Logs as JSON (`TAVOLO_LOG_JSON`).
    pub log_json: bool,
    /// What secrets of identity providers are encrypted with (`TAVOLO_SECRETS_KEY`); without it, on this machine
    /// alone, a key in `data_dir`.
    pub secrets_key: Option<SecretsKey>,
    /// Identity providers may be asked over `http`, for trials (`TAVOLO_OIDC_HTTP`).
    pub oidc_http: bool,
    /// Identity providers may stand inside our own network (`TAVOLO_OIDC_PRIVATE`).
    pub oidc_private: bool,
}

/// How browsers reach the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Http,
    Https,
}

/// What is wrong with the configuration, a sentence each.
#[derive(Debug, thiserror::Error)]
#[error("the configuration has faults:\n- {}", .0.join("\n- "))]
pub struct Faults(pub Vec<String>);

/// The file of a built site that names the others.
pub(crate) const BUILT: &str = "hash.txt";

/// Every setting, with what holds where it is not given.
const SETTINGS: [(&str, Option<&str>); 16] = [
    ("addr", Some("127.0.0.1:3000")),
    ("database_url", Some("sqlite://data/tavolo.db?mode=rwc")),
    ("owner_database_url", None),
    ("base_host", Some("localhost")),
    ("scheme", Some("http")),
    ("public_port", None),
    ("trusted_proxies", Some("")),
    ("data_dir", Some("data")),
    ("site_dir", Some("site")),
    ("demo", Some("false")),
    ("smtp_url", None),
    ("mail_from", Some("Tavolo <non-rispondere@localhost>")),
    ("log_json", Some("false")),
    ("secrets_key", None),
    ("oidc_http", Some("false")),
    ("oidc_private", Some("false")),
];

/// The variables of the process; which file was given is not a setting of the file itself.
fn environment() -> HashMap<String, String> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name != "TAVOLO_CONFIG")
        .collect()
}

impl Config {
    /// Reads `file` (when given), then the environment over it.
    ///
    /// # Errors
    /// Every fault found, together.
    pub fn read(file: Option<&str>) -> Result<Self, Faults> {
        Self::from_sources(file, environment(), false)
    }

    /// The same for answering requests, which needs the built site.
    ///
    /// # Errors
    /// Every fault found, together.
    pub fn read_to_serve(file: Option<&str>) -> Result<Self, Faults> {
        Self::from_sources(file, environment(), true)
    }

    fn from_sources(file: Option<&str>, environment: HashMap<String, String>, to_serve: bool) -> Result<Self, Faults> {
        let environment = config::Environment::with_prefix("TAVOLO").ignore_empty(true).source(Some(environment));
        let given = |file: Option<&str>| {
            let files: Vec<_> = file.into_iter().map(config::File::with_name).collect();
            let given = config::Config::builder().add_source(files).add_source(environment.clone()).build();
            given.and_then(config::Config::try_deserialize).map_err(|fault| Faults(vec![fault.to_string()]))
        };
        let mut unreadable = match given(file) {
            Ok(given) => return Self::check(&given, to_serve),
            Err(unreadable) => unreadable,
        };
        // What the file would say is not known: of the rest, what the environment names itself.
        let alone = given(None)?;
        let named = |fault: &String| alone.keys().any(|key| fault.starts_with(&format!("{key}: ")));
        unreadable.0.extend(Self::check(&alone, to_serve).err().into_iter().flat_map(|more| more.0).filter(named));
        Err(unreadable)
    }

    fn check(given: &HashMap<String, String>, to_serve: bool) -> Result<Self, Faults> {
        let mut faults: Vec<String> = Vec::new();
        let mut unknown: Vec<_> = given.keys().filter(|key| SETTINGS.iter().all(|(name, _)| name != key)).collect();
        unknown.sort_unstable();
        faults.extend(unknown.into_iter().map(|key| format!("{key}: there is no such setting")));
        let set = |name: &str| {
            let standing = SETTINGS.iter().find(|(key, _)| *key == name).and_then(|(_, standing)| *standing);
            given.get(name).map(String::as_str).or(standing)
        };
        let text = |name: &str| set(name).unwrap_or_default().to_owned();
        let mut choice = |name: &str, expected: &str, choices: &[&str]| {
            let found = choices.iter().position(|choice| *choice == text(name));
            if found.is_none() {
                faults.push(format!("{name}: {:?} is not {expected}", text(name)));
            }
            found
        };
        let scheme = choice("scheme", "http or https", &["http", "https"]);
        let demo = choice("demo", "true or false", &["false", "true"]) == Some(1);
        let log_json = choice("log_json", "true or false", &["false", "true"]) == Some(1);
        let oidc_http = choice("oidc_http", "true or false", &["false", "true"]) == Some(1);
        let oidc_private = choice("oidc_private", "true or false", &["false", "true"]) == Some(1);
        let scheme = if scheme == Some(1) { Scheme::Https } else { Scheme::Http };

        let mut parse = |name: &str, expected: &str, parsed: bool| {
            if !parsed {
                faults.push(format!("{name}: {:?} is not {expected}", text(name)));
            }
        };
        let addr: Option<SocketAddr> = text("addr").parse().ok();
        parse("addr", "an address and a port", addr.is_some());
        let public_port: Option<u16> = set("public_port").and_then(|port| port.parse().ok());
        parse("public_port", "a port", set("public_port").is_none() || public_port.is_some());
        let proxies = text("trusted_proxies");
        let proxies = proxies.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::parse);
        let trusted_proxies: Option<Vec<IpAddr>> = proxies.collect::<Result<_, _>>().ok();
        parse("trusted_proxies", "a list of addresses", trusted_proxies.is_some());
        let database_url = text("database_url");
        let known = ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme));
        parse("database_url", "sqlite://… or postgres://…", known);
        let base_host = text("base_host").to_lowercase();
        parse("base_host", "a host name", !base_host.is_empty() && !base_host.contains(['/', ':', ' ']));
        let mail_from = text("mail_from");
        parse("mail_from", "a sender", mail_from.parse::<lettre::message::Mailbox>().is_ok());
        let smtp_url = set("smtp_url").map(ToOwned::to_owned);
        let reachable =
            smtp_url.as_deref().is_none_or(|url| AsyncSmtpTransport::<Tokio1Executor>::from_url(url).is_ok());
        if !reachable {
            // It may hold a password: it is not repeated.
            faults.push("smtp_url: use smtp://… or smtps://…".into());
        }
        let secrets_key = set("secrets_key").map(SecretsKey::parse);
        if matches!(secrets_key, Some(None)) || (to_serve && scheme == Scheme::Https && secrets_key.is_none()) {
            // It is not repeated either.
            faults.push("secrets_key: 64 hexadecimal digits, such as openssl rand -hex 32 makes".into());
        }
        // Names under it never leave the machine (RFC 6761).
        let local = base_host == "localhost" || base_host.ends_with(".localhost");
        let owner_database_url = set("owner_database_url").unwrap_or(&database_url).to_owned();
        if demo {
            // It lets everybody sign in as anybody and shows all mail: each of these would open it to others.
            let conditions = [
                (scheme == Scheme::Http, "scheme must be http"),
                (local, "base_host must be localhost"),
                (addr.is_none_or(|addr| addr.ip().is_loopback()), "addr must be of this machine alone (127.0.0.1)"),
                (
                    [&database_url, &owner_database_url].iter().all(|url| url.starts_with("sqlite:")),
                    "the database must be SQLite",
                ),
                (trusted_proxies.as_ref().is_none_or(Vec::is_empty), "trusted_proxies must be empty"),
            ];
            let broken = conditions.iter().filter(|(kept, _)| !kept);
            faults.extend(broken.map(|(_, what)| format!("demo: everybody may sign in as anybody: {what}")));
        }
        if oidc_http && scheme == Scheme::Https {
            faults.push("oidc_http: who signs in could be read, and changed, on the way: for trials alone".into());
        }
        let site_dir = PathBuf::from(text("site_dir"));
        if to_serve && !site_dir.join(BUILT).is_file() {
            faults.push(format!("site_dir: no built site in {} ({BUILT} is missing)", site_dir.display()));
        }
        if scheme == Scheme::Http && !local {
            faults
                .push("scheme: a host that others can reach needs https, or sessions could be read on the way".into());
        }
        match (addr, trusted_proxies) {
            (Some(addr), Some(trusted_proxies)) if faults.is_empty() => Ok(Self {
                addr,
                owner_database_url,
                database_url,
                base_host,
                scheme,
                public_port: public_port.or_else(|| (scheme == Scheme::Http).then(|| addr.port())),
                trusted_proxies,
                data_dir: text("data_dir").into(),
                site_dir,
                demo,
                smtp_url,
                mail_from,
                log_json,
                secrets_key: secrets_key.flatten(),
                oidc_http,
                oidc_private,
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

#[cfg(test)]
mod tests;
