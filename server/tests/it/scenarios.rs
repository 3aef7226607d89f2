//! The acceptance scenarios that cross several parts, each from its first page to its last.

mod accounting;
mod agenda;
mod frozen;
mod full_life;
mod paper;
mod report;
mod signatures;
mod tenancy;
mod tuscany;
