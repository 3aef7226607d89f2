//! One route, one file.

pub(crate) mod documents;
pub(crate) mod people;
pub(crate) mod site;
