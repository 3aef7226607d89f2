//! What a form carries beside its texts: what its reader saw, and what was chosen from a list.

use crate::error::{AppError, Outcome};
use domain::{code::choice, invalid::Fault};
use std::str::FromStr;

/// The number, version or digest that the form was made for; anything else is a form that this program did not write.
pub(super) fn seen<T: FromStr>(carried: &str) -> Outcome<T> {
    carried.parse().map_err(|_| AppError::invalid("", Fault::Form))
}

/// What was chosen in `field`.
pub(super) fn chosen<T: FromStr>(field: &str, typed: &str) -> Outcome<T> {
    choice(typed).map_err(|fault| AppError::invalid(field, fault))
}

/// What was chosen in `field`, or nothing.
pub(super) fn chosen_or_none<T: FromStr>(field: &str, typed: &str) -> Outcome<Option<T>> {
    if typed.trim().is_empty() { Ok(None) } else { chosen(field, typed).map(Some) }
}
