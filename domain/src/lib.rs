//! The rules of participatory local digital agendas: ids, roles, state machines, policy, parsed input.
//! No I/O, no async, no clock: time is always an argument.

pub mod id;
pub mod invalid;
pub mod refusal;
pub mod text;
