//! Pages under load on loopback, each beside two floors measured in the same run: the same bytes from memory,
//! and the same queries answered as JSON. Reports; it fails only when it cannot run.
//!
//! `make bench` runs it on a release build with a database of its own and keeps the table as JSON.

mod cases;
mod client;
mod data;
mod floors;
mod report;

use cases::Case;
use report::Line;
use server::{
    commands,
    config::{Config, Scheme},
    http::router,
    state::App,
};
use std::{net::SocketAddr, time::Duration};

/// Rounds of each case; the figures of all rounds are put together, so that drift touches every case alike.
const ROUNDS: usize = 12;
/// How long a case is driven in one round.
const DRIVE: Duration = Duration::from_millis(400);

type Fault = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Fault> {
    // `cargo test --benches` only asks whether it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let app = open(folder.path()).await?;
    let data = data::fill(&app).await?;
    let pages = listen(router(app.clone())).await?;
    let cases = cases::all(&data);
    let floors = listen(floors::router(&app, &data, &cases, pages).await?).await?;

    let mut lines: Vec<Line> = cases.iter().map(|case| Line::new(case.name)).collect();
    for _ in 0..ROUNDS {
        for (case, line) in cases.iter().zip(&mut lines) {
            measure(&app, case, line, pages, floors).await?;
        }
    }
    report::print(&lines, report::resident_mib()?)?;
    Ok(())
}

async fn measure(app: &App, case: &Case, line: &mut Line, pages: SocketAddr, floors: SocketAddr) -> Result<(), Fault> {
    let calls = app.db.calls();
    let page = client::drive(pages, &case.request, DRIVE).await?;
    line.calls += app.db.calls() - calls;
    line.add(page);
    line.queries.add(&client::drive(floors, &case.at("/queries"), DRIVE).await?);
    line.bytes.add(&client::drive(floors, &case.at("/bytes"), DRIVE).await?);
    Ok(())
}

async fn open(folder: &std::path::Path) -> Result<App, Fault> {
    let sqlite = format!("sqlite://{}?mode=rwc", folder.join("bench.db").display());
    let database_url = std::env::var("TAVOLO_BENCH_DATABASE_URL").unwrap_or(sqlite);
    let config = Config {
        addr: "127.0.0.1:0".parse()?,
        owner_database_url: database_url.clone(),
        database_url,
        base_host: "localhost".into(),
        scheme: Scheme::Http,
        public_port: None,
        trusted_proxies: Vec::new(),
        data_dir: folder.join("files"),
        site_dir: folder.join("site"),
        demo: false,
        smtp_url: None,
        mail_from: "Tavolo <tavolo@localhost>".into(),
        log_json: false,
        secrets_key: None,
        oidc_http: false,
        oidc_private: false,
    };
    commands::migrate(&config).await?;
    Ok(App::open(config).await?)
}

/// Serves on a free port of loopback, as the program does.
async fn listen(service: axum::Router) -> Result<SocketAddr, Fault> {
    use axum::serve::ListenerExt;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    tokio::spawn(async move { axum::serve(listener, service).await });
    Ok(address)
}
