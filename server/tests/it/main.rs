//! The application through its real router, on SQLite and, when `TAVOLO_TEST_OWNER_URL` is set, on PostgreSQL.

mod app;
mod console;
mod contributions;
mod demo;
mod isolation;
mod rows;
mod sign_in;
mod staff;
mod walls;
