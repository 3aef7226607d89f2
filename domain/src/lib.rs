//! The rules of participatory local digital agendas: ids, roles, state machines, policy, parsed input.
//! No I/O, no async, no clock: time is always an argument.

pub mod id;
pub mod invalid;
pub mod refusal;
pub mod text;
pub mod action;
pub mod code;
#[cfg(test)]
mod grid;
pub mod policy;
pub mod role;
pub mod stage;
pub mod pack;
mod pack_check;
mod pack_list;
