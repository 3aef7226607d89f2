//! Records as CSV: semicolons, UTF-8 with its mark and CRLF, as Italian spreadsheets open it.

use super::{Record, RecordField, Source};
use crate::{invalid::Fault, text};
use serde::{Deserialize, Serialize};

/// Largest file that is taken, in MiB.
pub const FILE_MAX_MIB: u32 = 1;

/// Most rows that are read.
const MOST_ROWS: u32 = 1_000;

/// What tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Why a row is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowFault {
    /// A cell of the column with this heading cannot be read.
    Cell { heading: String, fault: Fault },
    /// A cell stands beyond the columns that have a heading; `column` counts from one.
    NoHeading { column: u32 },
    /// The end lies before the start.
    EndBeforeStart,
    /// Another row of the file is about the same record.
    Repeated,
    /// Nothing says which record it is, among several rows.
    NoNumber,
}

/// One row as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRow {
    /// As a spreadsheet counts: from one, with the headings and with rows that hold nothing.
    pub row: u32,
    /// The record that it is about, where that can be read.
    pub number: Option<u32>,
    pub read: Result<Record, Vec<RowFault>>,
}

/// A file as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// Headings that we do not know, or that come a second time.
    pub unknown: Vec<String>,
    pub rows: Vec<ReadRow>,
    /// How many rows about other records were left out.
    #[serde(default)]
    pub elsewhere: u32,
}

impl Received {
    /// The file without what it says about other records than the one with this number, where it is known.
    #[must_use]
    pub fn about(mut self, number: Option<u32>) -> Self {
        let others = |row: &ReadRow| number.is_some() && row.number.is_some() && row.number != number;
        let count = self.rows.iter().filter(|row| others(row)).count();
        self.rows.retain(|row| !others(row));
        self.elsewhere += u32::try_from(count).unwrap_or(u32::MAX);
        self
    }
}

/// A column of a file.
enum Column {
    Known(RecordField),
    Other(String),
    Blank,
}

/// The record as a file of one row.
#[must_use]
pub fn write(record: &Record) -> String {
    let known = |field: &RecordField| record.get(*field).map_or_else(|| super::UNKNOWN.to_owned(), ToString::to_string);
    let headings = RecordField::ALL.iter().map(|field| field.heading().to_owned());
    let headings = headings.chain(record.others.iter().map(|(heading, _)| heading.clone()));
    let cells = RecordField::ALL.iter().map(known).chain(record.others.iter().map(|(_, cell)| cell.clone()));
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in [headings.collect::<Vec<_>>(), cells.collect()] {
        writer.write_record(row.iter().map(|cell| guarded(cell))).expect("rows of one length go into memory");
    }
    let bytes = writer.into_inner().expect("memory takes what is written");
    format!("{MARK}{}", String::from_utf8(bytes).expect("cells are text"))
}

/// Reads a file of records, semicolons or commas between its cells.
///
/// # Errors
/// `Required` without rows, `Encoding` for what is not UTF-8, `NoHeading` for what has no heading of ours,
/// `FileKind` for what is no table, `TooManyRows`.
pub fn read(bytes: &[u8]) -> Result<Received, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Encoding)?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let head = text.trim_start_matches(['\r', '\n']).lines().next().unwrap_or_default();
    let separator = if head.contains(',') && !head.contains(';') { b',' } else { b';' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|_| Fault::FileKind)?;
    let (columns, mut row) = (columns(headings), 1 + blank_rows(text, headings));
    if !columns.iter().any(|column| matches!(column, Column::Known(_))) {
        return Err(if text.trim().is_empty() { Fault::Required } else { Fault::NoHeading });
    }
    let mut rows = Vec::new();
    for cells in reader.records() {
        let cells = cells.map_err(|_| Fault::FileKind)?;
        row += 1 + blank_rows(text, &cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(read_row(row, &columns, &cells));
        }
        if rows.len() > MOST_ROWS as usize {
            return Err(Fault::TooManyRows { max: MOST_ROWS });
        }
    }
    if rows.is_empty() {
        return Err(Fault::Required);
    }
    let unknown = columns.into_iter().filter_map(|column| match column {
        Column::Other(heading) => Some(heading),
        Column::Known(_) | Column::Blank => None,
    });
    Ok(Received { unknown: unknown.collect(), rows, elsewhere: 0 })
}

/// How many empty rows the reader passed over before these cells.
fn blank_rows(text: &str, cells: &csv::StringRecord) -> u32 {
    let from = cells.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(0);
    let (before, rest) = text.split_at_checked(from).unwrap_or(("", ""));
    // The end of the row before may come in two characters.
    let rest = if before.ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
    let ends = rest.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n');
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

fn columns(headings: &csv::StringRecord) -> Vec<Column> {
    let mut taken: Vec<String> = Vec::new();
    let column = |heading: &str| {
        let heading = bare(heading.trim());
        if heading.is_empty() {
            return Column::Blank;
        }
        let known = RecordField::with_heading(heading);
        let name = known.map_or(heading, |field| field.heading());
        // What comes twice keeps both columns, the second under a name of its own.
        let again = (2..).map(|count| format!("{name} ({count})"));
        let mut names = std::iter::once(name.to_owned()).chain(again);
        let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
        taken.push(free.clone());
        match known {
            Some(field) if free == name => Column::Known(field),
            _ => Column::Other(free),
        }
    };
    headings.iter().map(column).collect()
}

fn read_row(row: u32, columns: &[Column], cells: &csv::StringRecord) -> ReadRow {
    let (mut record, mut faults) = (Record::default(), Vec::new());
    for (place, cell) in (1_u32..).zip(cells) {
        let cell = bare(cell);
        match columns.get(place as usize - 1).unwrap_or(&Column::Blank) {
            Column::Known(field) => match field.read(cell) {
                // That nothing is known takes nothing away from what the process says.
                Ok(None) if field.source() != Source::Record => {}
                Ok(value) => drop(record.fields.insert(*field, value)),
                Err(fault) => faults.push(RowFault::Cell { heading: field.heading().to_owned(), fault }),
            },
            Column::Other(heading) => match text::optional_prose(cell, 8_000) {
                // Kept as it came.
                Ok(_) => record.others.push((heading.clone(), cell.to_owned())),
                Err(fault) => faults.push(RowFault::Cell { heading: heading.clone(), fault }),
            },
            Column::Blank if cell.trim().is_empty() => {}
            Column::Blank => faults.push(RowFault::NoHeading { column: place }),
        }
    }
    ReadRow { row, number: record.number(), read: if faults.is_empty() { Ok(record) } else { Err(faults) } }
}

/// The cell with an apostrophe before what a spreadsheet would take for a formula.
fn guarded(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without the apostrophe that guards it.
fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell.trim_start_matches('\''))).unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
