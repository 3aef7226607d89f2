//! Results of questionnaires as lines of tables: the same on the page and in files.

use crate::{format::number, i18n::*};
use domain::questionnaire::{Asks, Partition, Question, QuestionResult, Shown};

/// One line: what was answered, by how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultLine {
    pub words: String,
    pub count: Shown,
    /// "No answer", which the platform says, and not who asked.
    pub is_none: bool,
}

/// The lines of a question, in one table or one for each of its rows, which is named.
#[must_use]
pub fn result_tables(l: Locale, question: &Question, result: &QuestionResult) -> Vec<(String, Vec<ResultLine>)> {
    let one = |choices: Vec<String>, partition: &Partition| vec![(String::new(), lines(l, choices, partition))];
    match (result, &question.asks) {
        (QuestionResult::One(partition) | QuestionResult::Many(partition), asks) => one(asks.choices(), partition),
        (QuestionResult::Number { classes, partition, .. }, _) => {
            let class = |(first, last): &(i64, i64)| {
                if first == last { first.to_string() } else { format!("{first}–{last}") }
            };
            one(classes.iter().map(class).collect(), partition)
        }
        (QuestionResult::Text(partition), _) => one(vec![td_string!(l, questionnaire.wrote).to_string()], partition),
        (QuestionResult::Rows(all), Asks::Matrix { rows, columns }) => {
            let table = |(row, partition): (&String, &Partition)| (row.clone(), lines(l, columns.clone(), partition));
            rows.iter().zip(all).map(table).collect()
        }
        (QuestionResult::Rows(_), _) => Vec::new(),
    }
}

fn lines(l: Locale, choices: Vec<String>, partition: &Partition) -> Vec<ResultLine> {
    let chosen = choices.into_iter().zip(&partition.counts);
    let mut lines: Vec<_> = chosen.map(|(words, count)| ResultLine { words, count: *count, is_none: false }).collect();
    let words = td_string!(l, questionnaire.unanswered).to_string();
    lines.push(ResultLine { words, count: partition.unanswered, is_none: true });
    lines
}

/// A count in words.
#[must_use]
pub fn count_words(l: Locale, count: Shown) -> String {
    count.map_or_else(|| td_string!(l, questionnaire.hidden).to_string(), |count| number(l, count))
}

/// The headings of a file of results: question, row, answer, how many.
#[must_use]
pub fn result_headings(l: Locale) -> [String; 4] {
    [
        td_string!(l, questionnaire.column_question),
        td_string!(l, questionnaire.column_row),
        td_string!(l, questionnaire.column_answer),
        td_string!(l, questionnaire.column_count),
    ]
    .map(str::to_owned)
}

/// The name of the line that tells how many answered, and the names of a channel's column.
#[must_use]
pub fn answer_headings(l: Locale) -> [String; 3] {
    [
        td_string!(l, questionnaire.answered_count),
        td_string!(l, questionnaire.column_paper),
        td_string!(l, questionnaire.on_paper),
    ]
    .map(str::to_owned)
}
