//! Server functions: each parses, calls one use case, then redirects.

pub mod documents;
pub mod contributions;
pub mod moderation;
pub mod people;
pub mod space;
pub mod tables;
