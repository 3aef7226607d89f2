//! Renders every pair of two lists as text, for the snapshots that serve as specification.

use std::fmt::Display;

/// One line for each pair: `row + column -> cell`.
pub(crate) fn table<R: Copy + Display, C: Copy + Display, T: Display>(
    rows: &[R],
    columns: &[C],
    cell: impl Fn(R, C) -> T,
) -> String {
    let mut text = String::new();
    for &row in rows {
        for &column in columns {
            text += &format!("{row} + {column} -> {}\n", cell(row, column));
        }
        text.push('\n');
    }
    text
}

/// A grid with one line for each row and `x` or `.` under each column; columns are numbered in a legend.
pub(crate) fn marks<R: Copy + Display, C: Copy + Display>(
    rows: &[R],
    columns: &[C],
    marked: impl Fn(R, C) -> bool,
) -> String {
    let wide = rows.iter().map(|row| row.to_string().len()).max().unwrap_or(0);
    let mut text = String::new();
    for (place, column) in columns.iter().enumerate() {
        text += &format!("{:wide$}  {}{column}\n", "", "| ".repeat(place));
    }
    for &row in rows {
        let line: Vec<&str> = columns.iter().map(|&column| if marked(row, column) { "x" } else { "." }).collect();
        text += &format!("{:wide$}  {}\n", row.to_string(), line.join(" "));
    }
    text
}
