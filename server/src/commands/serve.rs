//! Answers requests until asked to stop.

use crate::{clockwork, config::Config, housekeeping, http::router, mail};
use axum::serve::ListenerExt;
use std::{net::SocketAddr, time::Duration};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

/// How long answers under way, and the mail being sent, may take to end.
const LAST: Duration = Duration::from_secs(25);

pub(super) async fn serve(config: Config) -> Result<(), String> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter);
    if config.log_json {
        logs.json().init()
    } else {
        logs.init()
    }

    let addr = config.addr;
    let app = super::open(config).await?;
    let listener = tokio::net::TcpListener::bind(addr).await.map_err(|fault| format!("{addr}: {fault}"))?;
    tracing::info!(address = %app.config.origin(&app.config.base_host), "serving");
    let (stop, mut stopping) = watch::channel(false);
    let mailer = tokio::spawn(mail::run(app.clone(), stopping.clone()));
    let workers = [tokio::spawn(clockwork::run(app.clone())), tokio::spawn(housekeeping::run(app.clone()))];
    let listener = listener.tap_io(|stream| {
        if let Err(fault) = stream.set_nodelay(true) {
            tracing::debug!(%fault, "the socket keeps its delay");
        }
    });
    let db = app.db.clone();
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let stopped = async move {
        asked_to_stop().await;
        stop.send_replace(true);
    };
    let served = axum::serve(listener, service).with_graceful_shutdown(stopped);
    let too_long = async {
        drop(stopping.wait_for(|stop| *stop).await);
        tokio::time::sleep(LAST).await;
    };
    let served = tokio::select! {
        served = served.into_future() => served,
        () = too_long => {
            tracing::warn!("some answers were cut off");
            Ok(())
        }
    };
    drop(tokio::time::timeout(LAST, mailer).await);
    workers.iter().for_each(tokio::task::JoinHandle::abort);
    db.close().await;
    served.map_err(|fault| fault.to_string())
}

/// Waits for the operating system's wish.
async fn asked_to_stop() {
    let mut terminate =
        tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).expect("signals can be heard");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("stopping");
}
