//! Server functions: each parses, calls one use case, then redirects.

pub mod documents;
pub mod people;
