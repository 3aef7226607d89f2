//! Results and answers of questionnaires as files.

use super::{cookie, page};
use crate::{
    state::App,
    store::questionnaires::Questionnaire,
    use_cases::{
        Handle,
        questionnaires::files::{Ending, answers_head},
    },
};
use app::{
    error::{AppError, Outcome},
    i18n::Locale,
};
use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use http::header;
use std::io;
use tokio::sync::mpsc;

/// Pieces that may wait for a slow reader.
const WAITING: usize = 4;

/// The results for a spreadsheet, as plain text.
pub(super) async fn results_csv(
    state: State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    results(state, handle, &id, Ending::Csv, request).await
}

/// The same as a workbook.
pub(super) async fn results_xlsx(
    state: State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    results(state, handle, &id, Ending::Xlsx, request).await
}

async fn results(state: State<App>, handle: Handle, id: &str, ending: Ending, request: Request) -> Response {
    let l = cookie::locale(request.headers());
    let found = match id.parse() {
        Ok(id) => handle.results_file(id, l, ending).await,
        Err(_) => Err(AppError::NotFound),
    };
    let Ok(bytes) = found else { return page::page(state, Extension(handle), request).await };
    let (kind, name) = match ending {
        Ending::Csv => ("text/csv; charset=utf-8", "risultati.csv"),
        Ending::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "risultati.xlsx"),
    };
    (head(kind, name), bytes).into_response()
}

fn head(kind: &'static str, name: &str) -> [(header::HeaderName, String); 3] {
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ]
}

/// The single answers, a line each, sent while they are read.
pub(super) async fn answers_csv(
    state: State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let l = cookie::locale(request.headers());
    let found = match id.parse() {
        Ok(id) => handle.begin_answers(id).await,
        Err(_) => Err(AppError::NotFound),
    };
    let Ok(one) = found else { return page::page(state, Extension(handle), request).await };
    let (pieces, waiting) = mpsc::channel::<io::Result<Bytes>>(WAITING);
    tokio::spawn(async move {
        if fill(&handle, &one, l, &pieces).await.is_err() {
            tracing::error!("a file of answers broke off");
            drop(pieces.send(Err(io::Error::other("the file broke off"))).await);
        }
    });
    // Compression asks once more after the end.
    let body =
        stream::unfold(waiting, |mut waiting| async { waiting.recv().await.map(|piece| (piece, waiting)) }).fuse();
    (head("text/csv; charset=utf-8", "risposte.csv"), Body::from_stream(body)).into_response()
}

async fn fill(
    handle: &Handle,
    one: &Questionnaire,
    l: Locale,
    pieces: &mpsc::Sender<io::Result<Bytes>>,
) -> Outcome<()> {
    let tx = handle.snapshot().await?;
    let (mut text, mut after) = (answers_head(l, &one.definition), None);
    loop {
        let (lines, next) = handle.answer_lines(&tx, one, l, after).await?;
        text += &lines;
        // Who went away needs no more.
        if pieces.send(Ok(Bytes::from(std::mem::take(&mut text)))).await.is_err() || next.is_none() {
            return Ok(());
        }
        after = next;
    }
}
