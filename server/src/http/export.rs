//! All data of a tenant as one archive (tar, POSIX.1-1988): rows as JSON, a line each, and every file as it was kept.

use crate::use_cases::{
    Handle,
    export::{ExportedFile, exported_tables},
};
use app::{error::AppError, paths};
use axum::{
    Extension,
    body::{Body, Bytes},
    response::{IntoResponse, Redirect, Response},
};
use futures_util::{StreamExt, stream};
use http::header;
use std::{collections::HashSet, io};
use tokio::sync::mpsc;

/// Pieces that may wait for a slow reader.
const WAITING: usize = 4;
/// An archive is made of blocks of this size.
const BLOCK: usize = 512;
static EMPTY: [u8; 2 * BLOCK] = [0; 2 * BLOCK];

pub(super) async fn tenant(Extension(handle): Extension<Handle>) -> Response {
    match handle.begin_export().await {
        Ok(head) => answer(handle, head),
        Err(AppError::SignInRequired) => Redirect::to(&paths::sign_in(paths::EXPORT)).into_response(),
        Err(error) => (error.status(), error.to_string()).into_response(),
    }
}

fn answer(handle: Handle, head: String) -> Response {
    let name = format!("attachment; filename=\"{}.tar\"", handle.scope.place().slug);
    let (pieces, waiting) = mpsc::channel(WAITING);
    let made = u64::try_from(handle.app.clock.now().timestamp()).unwrap_or_default();
    tokio::spawn(async move {
        let archive = Archive { pieces, made };
        match archive.fill(&handle, head).await {
            Ok(()) | Err(Broken::Left) => {}
            Err(Broken::Off) => {
                tracing::error!("an export broke off");
                drop(archive.pieces.send(Err(io::Error::other("the export broke off"))).await);
            }
        }
    });
    // Compression asks once more after the end.
    let body =
        stream::unfold(waiting, |mut waiting| async { waiting.recv().await.map(|piece| (piece, waiting)) }).fuse();
    let headers = [
        (header::CONTENT_TYPE, "application/x-tar".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::from_stream(body)).into_response()
}

/// Why an export ended early.
enum Broken {
    /// The reader went away.
    Left,
    /// The rest cannot be read: what was sent so far must not pass for the whole.
    Off,
}

impl From<AppError> for Broken {
    fn from(_: AppError) -> Self {
        Self::Off
    }
}

/// An archive on its way to the reader.
struct Archive {
    pieces: mpsc::Sender<Result<Bytes, io::Error>>,
    /// When it was made, in seconds of 1970.
    made: u64,
}

impl Archive {
    async fn fill(&self, handle: &Handle, head: String) -> Result<(), Broken> {
        self.member("export.json", head.into()).await?;
        let tx = handle.snapshot().await?;
        for table in exported_tables() {
            let (mut after, mut part) = (None, 1_u32);
            loop {
                let (lines, mark) = handle.exported_lines(&tx, table, after).await?;
                if !lines.is_empty() {
                    let name = format!("rows/{table}-{part:06}.jsonl");
                    self.member(&name, (lines.join("\n") + "\n").into()).await?;
                }
                let Some(mark) = mark else { break };
                after = Some(mark);
                part += 1;
            }
        }
        let mut names = HashSet::new();
        let mut missing = Vec::new();
        let (mut after, mut files) = (None, Vec::from_iter(handle.exported_logo()));
        loop {
            let (some, next) = handle.exported_files(&tx, after).await?;
            files.extend(some);
            for file in files.drain(..) {
                // The same bytes may stand beside many rows.
                if names.insert(file.name()) && !self.file(handle, &file).await? {
                    missing.push(file.name());
                }
            }
            if next.is_none() {
                break;
            }
            after = next;
        }
        if !missing.is_empty() {
            tracing::error!(files = missing.len(), "an export lacks files that are no longer kept");
            self.member("missing.json", serde_json::json!(missing).to_string().into()).await?;
        }
        // An archive ends with two empty blocks.
        self.send(Bytes::from_static(&EMPTY)).await
    }

    /// Sends a file as it is kept; false where it is gone.
    async fn file(&self, handle: &Handle, file: &ExportedFile) -> Result<bool, Broken> {
        let Some(kept) = handle.exported_bytes(file).await? else { return Ok(false) };
        let size = kept.meta.size;
        self.open(&file.name(), size).await?;
        let mut bytes = kept.into_stream();
        let mut sent = 0;
        while let Some(piece) = bytes.next().await {
            let piece = piece.map_err(|_| Broken::Off)?;
            sent += piece.len() as u64;
            self.send(piece).await?;
        }
        if sent != size {
            return Err(Broken::Off);
        }
        self.close(size).await.map(|()| true)
    }

    async fn member(&self, name: &str, bytes: Bytes) -> Result<(), Broken> {
        let size = bytes.len() as u64;
        self.open(name, size).await?;
        self.send(bytes).await?;
        self.close(size).await
    }

    /// Announces the member `name` of `size` bytes.
    async fn open(&self, name: &str, size: u64) -> Result<(), Broken> {
        let mut header = tar::Header::new_ustar();
        header.set_path(name).map_err(|_| Broken::Off)?;
        header.set_size(size);
        header.set_mode(0o644);
        header.set_mtime(self.made);
        header.set_cksum();
        self.send(Bytes::copy_from_slice(header.as_bytes())).await
    }

    /// Fills the last block of a member of `size` bytes.
    async fn close(&self, size: u64) -> Result<(), Broken> {
        let block = BLOCK as u64;
        let rest = usize::try_from(size.next_multiple_of(block) - size).unwrap_or_default();
        if rest == 0 { Ok(()) } else { self.send(Bytes::from_static(&EMPTY[..rest])).await }
    }

    async fn send(&self, piece: Bytes) -> Result<(), Broken> {
        self.pieces.send(Ok(piece)).await.map_err(|_| Broken::Left)
    }
}
