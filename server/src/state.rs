//! What every request shares.

use crate::{clock::Clock, config::Config, store::Database};
use leptos::prelude::LeptosOptions;
use object_store::{ObjectStore, local::LocalFileSystem};
use std::sync::Arc;

/// The running application.
#[derive(Debug, Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub db: Database,
    pub clock: Clock,
    pub files: Arc<dyn ObjectStore>,
    pub leptos: LeptosOptions,
    /// Address of the style sheet.
    pub style: Arc<str>,
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
        let hashes = config.site_dir.join("hash.txt");
        let listed = std::fs::read_to_string(&hashes).unwrap_or_default();
        let hash = |kind: &str| {
            listed.lines().find_map(|line| Some(line.trim().strip_prefix(kind)?.strip_prefix(':')?.trim().to_owned()))
        };
        let style = hash("css").map_or("/pkg/tavolo.css".to_owned(), |hash| format!("/pkg/tavolo.{hash}.css"));
        let hashed = hash("js").is_some();
        let hash_file = std::path::absolute(&hashes).map_err(|fault| format!("site_dir: {fault}"))?;
        let leptos = LeptosOptions::builder()
            .output_name("tavolo")
            .site_root(config.site_dir.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .hash_files(hashed)
            .hash_file(hash_file.to_string_lossy().into())
            .build();
        let clock = Clock::default();
        if config.demo {
            clock.set_offset(
                crate::store::settings::clock_offset(&db).await.map_err(|_| "the settings cannot be read")?,
            );
        }
        Ok(Self { config: Arc::new(config), db, clock, files: Arc::new(files), leptos, style: style.into() })
    }
}
