//! One route, one file.

pub(crate) mod people;
pub(crate) mod site;
