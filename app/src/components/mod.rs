//! Form fields, tables, badges: they know no noun.

mod birth_field;
mod blocker;
mod changes;
mod choices;
pub mod contribution_words;
mod document_picker;
mod draft;
mod field;
mod form;
mod loaded;
pub mod organ_words;
mod page;
mod pager;
mod phase_line;
pub mod process_words;
mod prose;
mod refusal;
mod select;
mod submit;
pub mod words;

pub use birth_field::BirthField;
pub use blocker::blocker_words;
pub use changes::Changes;
pub use choices::Choices;
pub use document_picker::DocumentPicker;
pub(crate) use field::sentence;
pub use field::{Check, DateField, FileField, Hidden, TextArea, TextField, TimeField};
pub use form::{Fold, Form, ticks_before};
pub use loaded::{ErrorView, load};
pub use page::{Badge, Crumb, Empty, Facts, Page, Value, path_crumbs, work_crumbs, work_home};
pub use pager::Pager;
pub use phase_line::{PhaseLine, span};
pub use prose::Prose;
pub(crate) use refusal::refusal;
pub use select::SelectField;
pub use submit::Submit;
