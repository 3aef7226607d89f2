//! The application through its real router, on SQLite and, when `TAVOLO_TEST_OWNER_URL` is set, on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

mod account;
mod agreement;
mod app;
mod audit;
mod command_line;
mod console;
mod contributions;
mod counts;
mod crawl;
mod custom_domain;
mod demo;
mod documents;
mod doors;
mod drafts;
mod export;
mod extension;
mod filled;
mod follow;
mod hostile;
mod identity_providers;
mod isolation;
mod observatory;
mod oidc;
mod organs;
mod outbox;
mod process;
mod proposal_document;
mod registrations;
mod rows;
mod scenarios;
mod sign_in;
mod site;
mod staff;
mod walls;
