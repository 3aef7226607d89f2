//! The application through its real router, on SQLite and, when `TAVOLO_TEST_OWNER_URL` is set, on PostgreSQL.

mod app;
mod contributions;
mod demo;
mod sign_in;
