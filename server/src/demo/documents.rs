//! Documents, each with a small file made from what is told about it.

use super::{Fault, Load, data::DocumentData, noon, pdf};
use crate::{store::documents, use_cases::documents::keep_file};
use app::format;
use chrono::Datelike;
use domain::{
    document::{DocumentKind, DocumentState, NewDocument, Visibility},
    id::{DocumentId, ProcessId},
    protocol::{Direction, ProtocolRegistration},
};

/// Writes the documents of a process.
pub(super) async fn load(load: &mut Load<'_>, process: ProcessId, all: &[DocumentData]) -> Result<(), Fault> {
    let mut in_order: Vec<&DocumentData> = all.iter().collect();
    in_order.sort_by_key(|data| data.date);
    for data in in_order {
        let kind: DocumentKind =
            data.kind.parse().map_err(|_| Fault::data("processes", format!("no kind {:?}", data.kind)))?;
        let id = DocumentId::fresh();
        let bytes = pdf::page(&data.title, &lines(load, data));
        let file = keep_file(load.app, load.scope.tenant(), id, &file_name(&data.title), bytes).await?;
        let new = NewDocument { title: data.title.clone(), kind, visibility: data.visibility, dated: data.date };
        let state = if data.visibility == Visibility::Public { DocumentState::Published } else { DocumentState::Final };
        let mut document = file.document(id, Some(process), new, state, noon(data.date));
        document.protocol = data.protocol.as_ref().map(|number| ProtocolRegistration {
            register: "Protocollo generale".to_owned(),
            year: data.date.year(),
            number: format!("{number:0>7}"),
            date: data.date,
            direction: Direction::Internal,
            counterpart: load.scope.place().name.clone(),
            subject: data.title.clone(),
        });
        documents::insert(&load.tx, &load.scope, &document).await?;
        load.documents.push((kind, data.act.clone(), id));
    }
    Ok(())
}

fn lines(load: &Load<'_>, data: &DocumentData) -> Vec<String> {
    let mut lines = vec![
        load.scope.place().name.clone(),
        format!("Data: {}", format::date(data.date)),
        String::new(),
        data.description.clone(),
        String::new(),
        "Documento dimostrativo: il file vero è conservato dall'ente.".to_owned(),
    ];
    if let Some(size) = &data.published_size {
        lines.push(format!("Dimensione del file pubblicato dall'ente: {size}."));
    }
    lines
}

/// The title as the name of a file.
fn file_name(title: &str) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'à' => 'a',
            'è' | 'é' => 'e',
            'ì' => 'i',
            'ò' => 'o',
            'ù' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    format!("{}.pdf", plain.split_whitespace().collect::<Vec<_>>().join("-"))
}
