//! Filing documents, and what happens to them afterwards.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    document::{NewAnnotation, NewDocument, ProtocolRegistration},
    invalid::Fault,
    signatures::Signatures,
};
use leptos::prelude::*;

/// Files a document of a path; the form sends the field `file` too.
#[server(prefix = "/api", endpoint = "documents/upload")]
pub async fn upload_document(
    slug: String,
    title: String,
    kind: String,
    visibility: String,
    dated: String,
    #[server(default)] draft: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    let file = respond::sent_file("file");
    let missing = file.bytes.is_empty();
    let new = NewDocument::parse(&title, &kind, &visibility, &dated).map_err(|mut errors| {
        if missing {
            errors.add("file", Fault::Required);
        }
        errors
    })?;
    let id = server.upload_document(slug, new, draft.is_some(), file).await?;
    respond::redirect(&paths::document_work(id), Notice::DocumentUploaded);
    Ok(())
}

/// Puts another file in the place of a document's file.
#[server(prefix = "/api", endpoint = "documents/replace")]
pub async fn replace_document(id: String, version: String) -> Outcome<()> {
    let server = use_cases()?;
    let file = respond::sent_file("file");
    let id = id.parse()?;
    server.replace_file(id, seen(&version)?, file).await?;
    respond::redirect(&paths::document_work(id), Notice::DocumentReplaced);
    Ok(())
}

/// Corrects title and readers of a document that is not protocolled.
#[server(prefix = "/api", endpoint = "documents/edit")]
pub async fn edit_document(
    id: String,
    version: String,
    title: String,
    visibility: String,
    #[server(default)] awaited: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.edit_document(id, seen(&version)?, [title, visibility, awaited]).await?;
    respond::redirect(&paths::document_work(id), Notice::Saved);
    Ok(())
}

/// Records the protocol data of a document.
#[server(prefix = "/api", endpoint = "documents/protocol")]
pub async fn protocol_document(
    id: String,
    version: String,
    register: String,
    year: String,
    number: String,
    date: String,
    direction: String,
    counterpart: String,
    subject: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let given = ProtocolRegistration::parse(&register, &year, &number, &date, &direction, &counterpart, &subject)?;
    let id = id.parse()?;
    server.protocol_document(id, seen(&version)?, given).await?;
    respond::redirect(&paths::document_work(id), Notice::DocumentProtocolled);
    Ok(())
}

/// Moves a document one step.
#[server(prefix = "/api", endpoint = "documents/step")]
pub async fn step_document(
    id: String,
    version: String,
    step: String,
    #[server(default)] awaited: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let step = chosen("step", &step)?;
    let awaited = Signatures::parse_awaited(&awaited).map_err(|fault| AppError::invalid("awaited", fault))?;
    server.step_document(id, seen(&version)?, step, awaited).await?;
    respond::redirect(&paths::document_work(id), Notice::Saved);
    Ok(())
}

/// Annotates a protocolled document.
#[server(prefix = "/api", endpoint = "documents/annotate")]
pub async fn annotate_document(id: String, kind: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.annotate_document(id, NewAnnotation::parse(&kind, &reason)?).await?;
    respond::redirect(&paths::document_work(id), Notice::DocumentAnnotated);
    Ok(())
}

/// Removes a document that was never protocolled.
#[server(prefix = "/api", endpoint = "documents/delete")]
pub async fn delete_document(id: String, version: String) -> Outcome<()> {
    let path = use_cases()?.delete_document(id.parse()?, seen(&version)?).await?;
    let back = path.map_or(paths::DOCUMENTS.to_owned(), |path| paths::path_documents_work(&path.slug));
    respond::redirect(&back, Notice::DocumentDeleted);
    Ok(())
}
