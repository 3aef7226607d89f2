//! Queries: the only place that speaks SeaORM. Every function takes the scope right after the connection.

mod database;
mod entities;
mod refuse;
mod scoped;

pub mod attempts;
pub mod audit;
pub mod mails;
pub mod people;
pub mod processes;
pub mod sessions;
pub mod settings;
pub mod tenants;

pub use database::{Database, Tx, Wall};
pub use refuse::OrUnavailable;
