//! What may be corrected of a document.

use super::{DocumentKind, Visibility, readers};
use crate::{invalid::FieldErrors, text};

/// What may be corrected of a document until it is protocolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentChange {
    pub title: String,
    pub visibility: Visibility,
}

impl DocumentChange {
    /// Reads the fields `title` and `visibility` for a document of this kind.
    ///
    /// # Errors
    /// Field by field; `Choice` for the visibility of a kind that is never public.
    pub fn parse(title: &str, visibility: &str, kind: DocumentKind) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 200));
        let visibility = errors.take("visibility", readers(visibility, Some(kind)));
        match (title, visibility) {
            (Some(title), Some(visibility)) => Ok(Self { title, visibility }),
            _ => Err(errors),
        }
    }
}
