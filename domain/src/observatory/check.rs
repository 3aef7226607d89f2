//! A file held against the record of one process, before anything of it is taken.

use super::{Received, Record, RowFault};
use serde::{Deserialize, Serialize};

/// What one column would change; a side without words says that nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub heading: String,
    pub here: Option<String>,
    pub there: Option<String>,
}

/// What taking a row would mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It says what the record says already.
    Unchanged,
    Changes(Vec<Change>),
    Rejected(Vec<RowFault>),
}

/// A file held against a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The rows about this record, and those that cannot be read.
    pub rows: Vec<(u32, Verdict)>,
    /// How many rows are about other records.
    pub elsewhere: u32,
    /// What would be taken.
    pub taken: Option<Record>,
}

/// Holds what was `received` against the record `here`: at most one row is taken, and only if it changes something.
#[must_use]
pub fn check(here: &Record, received: &Received) -> Checked {
    let own = here.number();
    let received = received.clone().about(own);
    let (mut checked, mut met) = (Checked { elsewhere: received.elsewhere, ..Checked::default() }, false);
    let several = received.rows.len() + received.elsewhere as usize > 1;
    for row in &received.rows {
        let unnamed = (own.is_none() || row.number.is_none()) && several;
        let verdict = match &row.read {
            Err(faults) => Verdict::Rejected(faults.clone()),
            Ok(_) if unnamed => Verdict::Rejected(vec![RowFault::NoNumber]),
            Ok(_) if met => Verdict::Rejected(vec![RowFault::Repeated]),
            Ok(record) => {
                met = true;
                verdict(here, record)
            }
        };
        if let (Verdict::Changes(_), Ok(record)) = (&verdict, &row.read) {
            checked.taken = Some(record.clone());
        }
        checked.rows.push((row.row, verdict));
    }
    checked
}

fn verdict(here: &Record, there: &Record) -> Verdict {
    if here.clone().overlaid(there).ends_before_start() {
        return Verdict::Rejected(vec![RowFault::EndBeforeStart]);
    }
    let changes = changes(here, there);
    if changes.is_empty() { Verdict::Unchanged } else { Verdict::Changes(changes) }
}

/// What `here` says otherwise than `there`, column by column; what `there` does not mention is no change.
#[must_use]
pub fn changes(here: &Record, there: &Record) -> Vec<Change> {
    let fields = there.fields.iter().filter(|(field, value)| here.get(**field) != value.as_ref());
    let fields = fields.map(|(field, value)| Change {
        heading: field.heading().to_owned(),
        here: here.get(*field).map(ToString::to_string),
        there: value.as_ref().map(ToString::to_string),
    });
    let others = there.others.iter().filter_map(|(heading, cell)| {
        let own = here.others.iter().find(|(known, _)| known == heading).map(|(_, own)| own);
        let filled = |cell: &String| Some(cell.clone()).filter(|cell| !cell.is_empty());
        let change = Change { heading: heading.clone(), here: own.and_then(filled), there: filled(cell) };
        (own != Some(cell)).then_some(change)
    });
    fields.chain(others).collect()
}
