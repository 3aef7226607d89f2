//! All data of a tenant as a file: JSON, one line for each row.

use crate::{store::export, use_cases::Handle};
use app::{error::AppError, paths};
use axum::{
    Extension,
    body::{Body, Bytes},
    response::{IntoResponse, Redirect, Response},
};
use futures_util::stream;
use http::header;
use std::io;
use tokio::sync::mpsc;

/// Batches of lines that may wait for a slow reader.
const WAITING: usize = 4;

pub(super) async fn tenant(Extension(handle): Extension<Handle>) -> Response {
    match handle.begin_export().await {
        Ok(first) => answer(handle, first),
        Err(AppError::SignInRequired) => Redirect::to(&paths::sign_in(paths::EXPORT)).into_response(),
        Err(error) => (error.status(), error.to_string()).into_response(),
    }
}

fn answer(handle: Handle, first: String) -> Response {
    let name = format!("attachment; filename=\"{}.jsonl\"", handle.scope.place().slug);
    let (lines, waiting) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        // A reader who goes away ends the export.
        if lines.send(Ok(Bytes::from(first))).await.is_ok() && send(&handle, &lines).await.is_err() {
            tracing::error!("an export broke off");
            drop(lines.send(Err(io::Error::other("the export broke off"))).await);
        }
    });
    let body = stream::unfold(waiting, |mut waiting| async { waiting.recv().await.map(|line| (line, waiting)) });
    let headers = [
        (header::CONTENT_TYPE, "application/jsonl; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::from_stream(body)).into_response()
}

async fn send(handle: &Handle, lines: &mpsc::Sender<Result<Bytes, io::Error>>) -> Result<(), AppError> {
    let tx = handle.app.db.snapshot(handle.scope.wall()).await?;
    for table in export::exported_tables() {
        let mut after = None;
        loop {
            let (batch, mark) = export::lines(&tx, &handle.scope, table, after).await?;
            if !batch.is_empty() && lines.send(Ok(Bytes::from(batch.join("\n") + "\n"))).await.is_err() {
                return Ok(());
            }
            let Some(mark) = mark else { break };
            after = Some(mark);
        }
    }
    Ok(())
}
