//! From a connection to a use case: hosts, sessions, forms, pages, files.

mod assets;
mod broken;
mod calendar;
mod call;
mod client_keys;
mod cookie;
mod export;
mod feed;
mod file;
mod frozen;
mod health;
mod host;
mod mail;
mod network;
mod oidc;
mod own;
mod page;
mod questionnaire;
mod record;
mod refusal;
mod router;
mod security;

pub use router::router;
