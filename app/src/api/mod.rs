//! Server functions: each parses, calls one use case, then redirects.

pub mod console;
pub mod agreements;
pub mod contributions;
pub mod documents;
pub mod moderation;
pub mod people;
pub mod settings;
pub mod extension;
pub mod process;
pub mod space;
pub mod staff;
pub mod tables;
pub mod work;
