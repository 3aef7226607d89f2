//! Everything behind the contract: http, sign-in, use cases, storage.

pub mod auth;
pub mod clock;
pub mod clockwork;
pub mod commands;
pub mod config;
pub mod demo;
pub mod housekeeping;
pub mod http;
pub mod mail;
pub mod seed;
pub mod state;
pub mod store;
pub mod use_cases;
