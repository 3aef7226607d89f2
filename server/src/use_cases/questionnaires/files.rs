//! Results as files, with what is hidden hidden; and the single answers, for who runs the questionnaire.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    questionnaires::{self, Answer, Mark, Questionnaire},
};
use app::{
    contract::questionnaires::ResultsView,
    error::{AppError, Outcome},
    i18n::Locale,
    wording::questionnaire::{answer_headings, count_words, result_headings, result_tables},
};
use domain::{
    id::QuestionnaireId,
    questionnaire::{AnswerChannel, Asks, Definition, Given, LEAST, QuestionnaireState},
};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// What a file of results is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Csv,
    Xlsx,
}

/// One line of results: question, row, answer, how many.
type Line = ([String; 3], Option<u64>);

impl Handle {
    /// The results as a file.
    pub(crate) async fn results_file(&self, id: QuestionnaireId, l: Locale, ending: Ending) -> Outcome<Vec<u8>> {
        let tx = self.read().await?;
        let found = self.results_of(&tx, id).await?;
        if found.answered.is_none() {
            return Err(AppError::NotFound);
        }
        match ending {
            Ending::Csv => Ok(csv(l, &found).into_bytes()),
            Ending::Xlsx => xlsx(l, &found).map_err(|cause| {
                tracing::error!(%cause, "a workbook could not be written");
                AppError::Unavailable
            }),
        }
    }

    /// Notes that the single answers are taken along, and gives the questionnaire; once it is closed, and enough answered.
    pub(crate) async fn begin_answers(&self, id: QuestionnaireId) -> Outcome<Questionnaire> {
        self.scope.person()?;
        let tx = self.begin().await?;
        let (one, _) = self.questionnaire_to_run(&tx, id).await?;
        let closed = one.state_at(self.now()) == QuestionnaireState::Closed;
        if !closed || questionnaires::count(&tx, &self.scope, id).await? < LEAST {
            return Err(AppError::NotFound);
        }
        self.record(&tx, Entry::reading("questionnaire.export", "questionnaire", id.0)).await?;
        self.commit(tx).await?;
        Ok(one)
    }

    /// The next answers as lines of a file, and where to go on, if there are more.
    pub(crate) async fn answer_lines(
        &self,
        tx: &Tx,
        one: &Questionnaire,
        l: Locale,
        after: Option<Mark>,
    ) -> Outcome<(String, Option<Mark>)> {
        let (rows, next) = questionnaires::batch(tx, &self.scope, one.id, after).await?;
        Ok((rows.iter().map(|answer| answer_line(l, &one.definition, answer)).collect(), next))
    }
}

/// The first line of the file of single answers, with the mark by which spreadsheets know the encoding.
pub(crate) fn answers_head(l: Locale, definition: &Definition) -> String {
    let [_, paper, _] = answer_headings(l);
    let mut cells = vec![paper];
    for (number, question) in (1..).zip(definition.questions()) {
        match &question.asks {
            Asks::Matrix { rows, .. } => {
                cells.extend(rows.iter().map(|row| format!("{number}. {} – {row}", question.text)))
            }
            _ => cells.push(format!("{number}. {}", question.text)),
        }
    }
    format!("\u{feff}{}", line(&cells))
}

fn answer_line(l: Locale, definition: &Definition, answer: &Answer) -> String {
    let [_, _, on_paper] = answer_headings(l);
    let mut cells = vec![if answer.channel == AnswerChannel::Paper { on_paper } else { String::new() }];
    for question in definition.questions() {
        let given = answer.answers.0.get(&question.key);
        let choices = question.asks.choices();
        let named = |choice: u32| choices.get(choice as usize).cloned().unwrap_or_default();
        if let Asks::Matrix { rows, columns } = &question.asks {
            let chosen = match given {
                Some(Given::Rows(chosen)) => chosen.clone(),
                _ => Vec::new(),
            };
            let cell = |row: usize| chosen.get(row).copied().flatten().and_then(|column| columns.get(column as usize));
            cells.extend((0..rows.len()).map(|row| cell(row).cloned().unwrap_or_default()));
            continue;
        }
        cells.push(match given {
            Some(Given::One(one)) => named(*one),
            Some(Given::Many(many)) => many.iter().map(|one| named(*one)).collect::<Vec<_>>().join(" | "),
            Some(Given::Number(number)) => number.to_string(),
            Some(Given::Text(text)) => text.clone(),
            Some(Given::Rows(_)) | None => String::new(),
        });
    }
    line(&cells)
}

/// Every line of the results.
fn lines(l: Locale, found: &ResultsView) -> Vec<Line> {
    let mut all = Vec::new();
    for one in &found.results {
        let Some((number, question)) = found.definition.question(one.key) else { continue };
        for (row, lines) in result_tables(l, question, &one.result) {
            let words = format!("{number}. {}", question.text);
            all.extend(lines.into_iter().map(|line| ([words.clone(), row.clone(), line.words], line.count)));
        }
    }
    all
}

fn csv(l: Locale, found: &ResultsView) -> String {
    let [answered, ..] = answer_headings(l);
    let mut text = format!("\u{feff}{}", line(&result_headings(l)));
    text += &line(&[answered, String::new(), String::new(), found.answered.unwrap_or(0).to_string()]);
    for ([question, row, answer], count) in lines(l, found) {
        // Numbers stay numbers: without separators.
        let count = count.map_or_else(|| count_words(l, None), |count| count.to_string());
        text += &line(&[question, row, answer, count]);
    }
    text
}

fn xlsx(l: Locale, found: &ResultsView) -> Result<Vec<u8>, XlsxError> {
    let bold = Format::new().set_bold();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(result_headings(l)) {
        sheet.write_with_format(0, column, heading, &bold)?;
    }
    let [answered, ..] = answer_headings(l);
    sheet.write(1, 0, answered)?;
    // A workbook knows no other numbers; these are of people.
    let as_number = |count: u64| count as f64;
    sheet.write(1, 3, as_number(found.answered.unwrap_or(0)))?;
    for (place, (words, count)) in (2..).zip(lines(l, found)) {
        for (column, text) in (0..).zip(words) {
            sheet.write_string(place, column, text)?;
        }
        match count {
            Some(count) => sheet.write(place, 3, as_number(count))?,
            None => sheet.write_string(place, 3, count_words(l, None))?,
        };
    }
    for (column, width) in [(0, 50), (1, 30), (2, 30), (3, 14)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// Cells as a line, quoted; what a spreadsheet would take for a formula has an apostrophe before it.
fn line(cells: &[String]) -> String {
    let cell = |cell: &String| {
        let text = cell.replace('"', "\"\"");
        let number = text.parse::<i64>().is_ok();
        let formula = !number && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        format!("\"{}{text}\"", if formula { "'" } else { "" })
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(";") + "\r\n"
}
