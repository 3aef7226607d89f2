//! One cell of a record, read and written as the observatory publishes it.

use super::{CellKind, RecordField};
use crate::{
    invalid::Fault,
    money::{cents, money, percent},
    number, text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the observatory publishes where it knows nothing.
pub const UNKNOWN: &str = "Non indicato o dato non disponibile nelle fonti consultate";

/// Most characters of a text.
const TEXT_MAX: u32 = 8_000;

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Text(String),
    YesNo(bool),
    Number(u32),
    /// In cents.
    Money(i64),
    /// In hundredths.
    Percent(u32),
    Date(NaiveDate),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::YesNo(yes) => f.write_str(if *yes { "Sì" } else { "No" }),
            Self::Number(number) => write!(f, "{number}"),
            Self::Money(cents) => f.write_str(&money(*cents)),
            Self::Percent(hundredths) => f.write_str(&percent(*hundredths)),
            Self::Date(day) => write!(f, "{}", day.format("%d/%m/%Y")),
        }
    }
}

impl RecordField {
    /// Reads a cell; none where it is blank or says [`UNKNOWN`].
    ///
    /// # Errors
    /// The fault of the kind of the field.
    pub fn read(self, cell: &str) -> Result<Option<Value>, Fault> {
        let cell = cell.trim();
        if cell.is_empty() || cell == UNKNOWN {
            return Ok(None);
        }
        let value = match self.kind() {
            CellKind::Text => Value::Text(text::prose(cell, TEXT_MAX)?),
            CellKind::YesNo => match cell.to_lowercase().as_str() {
                "sì" | "si" => Value::YesNo(true),
                "no" => Value::YesNo(false),
                _ => return Err(Fault::Choice),
            },
            CellKind::Number { min, max } => {
                let read = u32::try_from(number::whole(cell, min, max)?);
                Value::Number(read.map_err(|_| Fault::Number { min, max })?)
            }
            CellKind::Money => Value::Money(cents(cell)?),
            CellKind::Percent => Value::Percent(hundredths(cell)?),
            CellKind::Date => Value::Date(text::date(cell)?),
            CellKind::One => Value::Text(self.choice(cell)?.to_owned()),
            CellKind::Some => {
                let mut chosen = Vec::new();
                for word in cell.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                    chosen.push(self.choice(word)?);
                }
                return Ok((!chosen.is_empty()).then(|| Value::Text(chosen.join(", "))));
            }
        };
        Ok(Some(value))
    }

    /// The value of its closed list that `cell` names.
    fn choice(self, cell: &str) -> Result<&'static str, Fault> {
        let wanted = cell.replace('’', "'").to_lowercase();
        self.choices().into_iter().find(|one| one.to_lowercase() == wanted).ok_or(Fault::Choice)
    }
}

/// A percentage from 0 to 100 with its decimal comma.
fn hundredths(cell: &str) -> Result<u32, Fault> {
    let wrong = Fault::Number { min: 0, max: 100 };
    let read = cents(cell.trim_end_matches('%')).map_err(|_| wrong.clone())?;
    u32::try_from(read).ok().filter(|hundredths| *hundredths <= 10_000).ok_or(wrong)
}
