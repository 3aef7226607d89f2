//! The application through its real router, on SQLite and, when `TAVOLO_TEST_OWNER_URL` is set, on PostgreSQL.

mod app;
mod console;
mod contributions;
mod crawl;
mod demo;
mod hostile;
mod isolation;
mod rows;
mod extension;
mod process;
mod sign_in;
mod site;
mod staff;
mod walls;
