//! Queries: the only place that speaks SeaORM. Every function takes the scope right after the connection.

mod database;
mod entities;
mod refuse;
mod scoped;

pub mod attempts;
pub mod audit;
pub mod comments;
pub mod contributions;
pub mod mails;
pub mod moderation;
pub mod people;
pub mod processes;
pub mod sessions;
pub mod settings;
pub mod supports;
pub mod syntheses;
pub mod tenants;
pub mod thematic_tables;

pub use database::{Database, Tx, Wall};
pub use refuse::OrUnavailable;
