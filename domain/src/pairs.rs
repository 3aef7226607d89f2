//! Renders every pair of a lifecycle's state and step, refusals included, for snapshot tests.

use crate::{grid::table, refusal::StepRefused};
use std::fmt::Display;

/// One line for each pair: `state + step -> state reached`, or `refused`.
pub(crate) fn every_pair<S: Copy + Display, T: Copy + Display>(
    states: &[S],
    steps: &[T],
    after: impl Fn(S, T) -> Result<S, StepRefused>,
) -> String {
    table(states, steps, |state, step| {
        after(state, step).map_or_else(|_| "refused".to_owned(), |next| next.to_string())
    })
}
