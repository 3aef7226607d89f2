//! From a connection to a use case: hosts, sessions, forms, pages, files.

mod assets;
mod call;
mod client_keys;
mod cookie;
mod export;
mod file;
mod frozen;
mod health;
mod host;
mod mail;
mod network;
mod oidc;
mod page;
mod record;
mod refusal;
mod router;
mod security;

pub use router::router;
