//! What every request shares.

use crate::{
    auth::{
        oidc::{self, Reach},
        secret::ServerKey,
        vault::Vault,
    },
    clock::Clock,
    config::{BUILT, Config},
    store::{Database, tenants::Tenant},
};
use app::visit::Assets;
use domain::tenant::TenantKind;
use leptos::prelude::LeptosOptions;
use object_store::{ObjectStore, local::LocalFileSystem};
use std::{sync::Arc, time::Duration};

/// How long an identity provider may take to answer: somebody waits.
const PATIENCE: Duration = Duration::from_secs(8);

/// The running application.
#[derive(Debug, Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub db: Database,
    pub clock: Clock,
    pub files: Arc<dyn ObjectStore>,
    pub key: ServerKey,
    /// Towards identity providers.
    pub oidc: oidc::Client,
    /// Where secrets lie that the server must read again.
    pub vault: Vault,
    pub leptos: LeptosOptions,
    /// Addresses of the built site's files.
    pub assets: Arc<Assets>,
}

impl App {
    /// Opens database and file store; the schema must be up to date.
    ///
    /// # Errors
    /// What could not be opened, in a sentence.
    pub async fn open(config: Config) -> Result<Self, String> {
        let db = Database::open(&config.database_url).await?;
        std::fs::create_dir_all(&config.data_dir).map_err(|fault| format!("data_dir: {fault}"))?;
        let files = LocalFileSystem::new_with_prefix(&config.data_dir).map_err(|fault| format!("data_dir: {fault}"))?;
        let key = ServerKey::at(&config.data_dir.join("server.key"))
            .map_err(|fault| format!("data_dir: the server's key cannot be read or made: {fault}"))?;
        let reach = Reach { http: config.oidc_http, private: config.oidc_private, patience: PATIENCE };
        let oidc = oidc::Client::new(reach)?;
        let vault = match config.secrets_key {
            Some(key) => Vault::new(key),
            None => Vault::at(&config.data_dir.join("secrets.key"))
                .map_err(|fault| format!("data_dir: the key of secrets cannot be read or made: {fault}"))?,
        };
        let assets = Arc::new(assets(&config.site_dir));
        let leptos = LeptosOptions::builder()
            .output_name("tavolo")
            .site_root(config.site_dir.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .build();
        let clock = Clock::default();
        if config.demo {
            clock.set_offset(
                crate::store::settings::clock_offset(&db).await.map_err(|_| "the settings cannot be read")?,
            );
        }
        let (config, files) = (Arc::new(config), Arc::new(files));
        Ok(Self { config, db, clock, files, key, oidc, vault, leptos, assets })
    }

    /// The address of a page on the platform's own host.
    #[must_use]
    pub fn platform_address(&self, path: &str) -> String {
        format!("{}{path}", self.config.origin(&self.config.base_host))
    }

    /// `https://host[:port]` of a tenant.
    #[must_use]
    pub fn origin_of(&self, tenant: &Tenant) -> String {
        let base = &self.config.base_host;
        match (&tenant.custom_domain, tenant.kind) {
            (_, TenantKind::Platform) => self.config.origin(base),
            (Some(domain), _) => self.config.origin(domain),
            (None, _) => self.config.origin(&format!("{}.{base}", tenant.slug)),
        }
    }
}

/// The names in `hash.txt` of the built site; plain names where it was not built.
fn assets(site: &std::path::Path) -> Assets {
    let listed = std::fs::read_to_string(site.join(BUILT)).unwrap_or_default();
    let address = |kind: &str, ending: &str| {
        let hash = listed.lines().find_map(|line| line.trim().strip_prefix(kind)?.strip_prefix(':').map(str::trim));
        hash.map_or_else(|| format!("/pkg/tavolo.{ending}"), |hash| format!("/pkg/tavolo.{hash}.{ending}"))
    };
    Assets { style: address("css", "css"), script: address("js", "js"), wasm: address("wasm", "wasm") }
}
