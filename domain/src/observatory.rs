//! The record (*scheda*) of a process in the regional observatory: its fields as published, read and written as CSV.
//!
//! No official layout was found: columns bear the headings of published records, and those unknown to us are kept.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod cell;
mod check;
mod field;
mod lists;
mod of_process;
mod table;

pub use cell::{UNKNOWN, Value};
pub use check::{Change, Checked, Verdict, changes, check};
pub use field::{CellKind, RecordField, RecordSection, Source};
pub use lists::{Cofinancing, CommitteeTask, Progress, Theme};
pub use of_process::{RecordFacts, is_final, record_of};
pub use table::{FILE_MAX_MIB, ReadRow, Received, RowFault, read, write};

/// A record as far as it is known.
///
/// A field that is absent says nothing; one without value says that nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    pub fields: BTreeMap<RecordField, Option<Value>>,
    /// Columns that we do not know, heading and cell, in the order in which they came.
    pub others: Vec<(String, String)>,
}

impl Record {
    /// The value of `field`, where one is known.
    #[must_use]
    pub fn get(&self, field: RecordField) -> Option<&Value> {
        self.fields.get(&field).and_then(Option::as_ref)
    }

    /// Which record it is, where that is known.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        match self.get(RecordField::Number) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The same record with what `over` says in place of its own.
    #[must_use]
    pub fn overlaid(mut self, over: &Self) -> Self {
        self.fields.extend(over.fields.iter().map(|(field, value)| (*field, value.clone())));
        for (heading, cell) in &over.others {
            match self.others.iter_mut().find(|(known, _)| known == heading) {
                Some((_, own)) => own.clone_from(cell),
                None => self.others.push((heading.clone(), cell.clone())),
            }
        }
        self
    }

    /// What must be kept beside a process of which we know `own`, so that its record says this.
    #[must_use]
    pub fn beside(mut self, own: &Self) -> Self {
        self.fields.retain(|field, value| own.get(*field) != value.as_ref());
        self
    }

    /// What the record alone says: its own fields, and the columns that we do not know.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.fields.retain(|field, _| field.source() == Source::Record);
        self
    }

    /// The fields that nothing is known of, those left out that follow from others.
    #[must_use]
    pub fn missing(&self) -> Vec<RecordField> {
        let blank = |field: &&RecordField| field.source() != Source::Computed && self.get(**field).is_none();
        RecordField::ALL.iter().filter(blank).copied().collect()
    }

    /// Whether its end, where both days are known, lies before its start.
    #[must_use]
    pub fn ends_before_start(&self) -> bool {
        match (self.get(RecordField::Start), self.get(RecordField::End)) {
            (Some(Value::Date(start)), Some(Value::Date(end))) => end < start,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
