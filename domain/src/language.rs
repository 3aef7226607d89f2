//! The languages that the product speaks.

use crate::code::coded;

coded! {
    /// A language in which pages and mail are read.
    pub enum Language {
        Italian = "it",
        English = "en",
    }
}
