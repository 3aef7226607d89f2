//! Records as CSV: semicolons, UTF-8 with its mark and CRLF, as Italian spreadsheets open it.

use super::{Record, RecordField};
use crate::{invalid::Fault, text};
use serde::{Deserialize, Serialize};

/// Largest file that is read, in MiB.
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
    /// As a spreadsheet counts: the headings are row 1.
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
/// `Required` without rows, `FileKind` for what is no text or has no heading of ours, `FileSize`.
pub fn read(bytes: &[u8]) -> Result<Received, Fault> {
    if bytes.len() > FILE_MAX_MIB as usize * 1024 * 1024 {
        return Err(Fault::FileSize { max_kib: FILE_MAX_MIB * 1_024 });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::FileKind)?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let head = text.lines().next().unwrap_or_default();
    let separator = if head.contains(',') && !head.contains(';') { b',' } else { b';' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let columns = columns(reader.headers().map_err(|_| Fault::FileKind)?);
    if !columns.iter().any(|column| matches!(column, Column::Known(_))) {
        return Err(if text.trim().is_empty() { Fault::Required } else { Fault::FileKind });
    }
    let mut rows = Vec::new();
    for (row, cells) in (2_u32..).zip(reader.records()) {
        let cells = cells.map_err(|_| Fault::FileKind)?;
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
    Ok(Received { unknown: unknown.collect(), rows })
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
    let number = match record.get(RecordField::Number) {
        Some(super::Value::Number(number)) => Some(*number),
        _ => None,
    };
    ReadRow { row, number, read: if faults.is_empty() { Ok(record) } else { Err(faults) } }
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
