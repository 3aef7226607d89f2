//! One route, one file.

pub(crate) mod console;
pub(crate) mod documents;
pub(crate) mod people;
pub(crate) mod site;
pub(crate) mod staff;
