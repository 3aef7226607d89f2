//! Documents: public lists, the desk where they are filed, one document at work.

mod desk;
mod list;
mod of_path;
mod one;
mod table;
mod words;

pub(crate) use desk::{ACCEPT, DocumentDeskPage};
pub(crate) use list::DocumentsPage;
pub(crate) use of_path::PathDocumentsPage;
pub(crate) use one::DocumentPage;
