//! Results: counts of answers, of which those under five are hidden, with what would give them away.
//!
//! A nought is nobody's answer and stays, as long as some other count is shown. Each table adds up to the number of
//! those who were asked, "no answer" among its lines, so whoever knows that number and the lines that are shown must not
//! be able to tell a hidden one. A question that depends on a choice is told only where that choice is: how many were
//! asked would tell it. The tests try every small table.

use super::{Answers, Asks, Condition, Definition, Given};
use serde::{Deserialize, Serialize};

/// The smallest count that is shown, but nought.
pub const LEAST: u64 = 5;

/// A count that is shown, or hidden.
pub type Shown = Option<u64>;

/// How those who answered are divided over the choices of a question, or of one of its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partition {
    /// In the order of the choices.
    pub counts: Vec<Shown>,
    pub unanswered: Shown,
}

/// What came of one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Result {
    /// Each answered with one choice.
    One(Partition),
    /// Each ticked what they liked: the counts add up to nothing.
    Many(Partition),
    /// A partition for each row.
    Rows(Vec<Partition>),
    /// The classes as `(first, last)`, how many answered in each, and the mean in tenths, where nothing is hidden.
    Number { classes: Vec<(i64, i64)>, partition: Partition, mean: Option<i64> },
    /// How many wrote; what they wrote is read apart.
    Text(Partition),
}

/// What came of the question `key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfQuestion {
    pub key: u32,
    /// How many were asked; hidden where the answer that leads to the question is.
    pub asked: Shown,
    pub result: Result,
}

/// What came of each question; nothing where fewer than [`LEAST`] answered.
#[must_use]
pub fn results(definition: &Definition, all: &[Answers]) -> Option<Vec<OfQuestion>> {
    if (all.len() as u64) < LEAST {
        return None;
    }
    let mut found: Vec<OfQuestion> = Vec::new();
    for question in definition.questions() {
        let tells =
            |wanted: Condition| found.iter().any(|it| it.key == wanted.question && it.result.tells(wanted.choice));
        let told = question.shown_if.is_none_or(tells);
        let asked: Vec<&Answers> = all.iter().filter(|answers| question.is_shown(answers)).collect();
        let given: Vec<&Given> = asked.iter().filter_map(|answers| answers.0.get(&question.key)).collect();
        let count = asked.len() as u64;
        let mut result = of_question(&question.asks, &given, count);
        if !told {
            result.hide();
        }
        found.push(OfQuestion { key: question.key, asked: told.then_some(count), result });
    }
    Some(found)
}

impl Result {
    /// Whether it tells how many chose this, counted from nought.
    fn tells(&self, choice: u32) -> bool {
        match self {
            Self::One(partition) | Self::Many(partition) => {
                partition.counts.get(choice as usize).is_some_and(Option::is_some)
            }
            Self::Rows(_) | Self::Number { .. } | Self::Text(_) => false,
        }
    }

    /// Whether so many wrote that their words may be read.
    #[must_use]
    pub fn tells_words(&self) -> bool {
        matches!(self, Self::Text(partition) if partition.counts.iter().flatten().any(|count| *count >= LEAST))
    }

    fn hide(&mut self) {
        match self {
            Self::One(partition) | Self::Many(partition) | Self::Text(partition) => partition.hide(),
            Self::Rows(all) => all.iter_mut().for_each(Partition::hide),
            Self::Number { partition, mean, .. } => {
                partition.hide();
                *mean = None;
            }
        }
    }
}

impl Partition {
    fn hide(&mut self) {
        self.counts.fill(None);
        self.unanswered = None;
    }
}

fn of_question(asks: &Asks, given: &[&Given], all: u64) -> Result {
    let unanswered = all.saturating_sub(given.len() as u64);
    match asks {
        Asks::Several { options } => Result::Many(overlapping(&tally(given, options.len()), unanswered, all)),
        Asks::Matrix { rows, columns } => {
            let row = |row: usize| {
                let chosen = given.iter().filter_map(|given| match given {
                    Given::Rows(rows) => rows.get(row).copied().flatten(),
                    _ => None,
                });
                let mut counts = vec![0; columns.len()];
                chosen.for_each(|column| add(&mut counts, column));
                let unanswered = all.saturating_sub(counts.iter().sum());
                partition(&counts, unanswered)
            };
            Result::Rows((0..rows.len()).map(row).collect())
        }
        Asks::Number { min, max } => numbers(*min, *max, given, unanswered),
        Asks::Text { .. } => Result::Text(partition(&[given.len() as u64], unanswered)),
        other => Result::One(partition(&tally(given, other.choices().len()), unanswered)),
    }
}

fn tally(given: &[&Given], choices: usize) -> Vec<u64> {
    let mut counts = vec![0; choices];
    for given in given {
        match given {
            Given::One(one) => add(&mut counts, *one),
            Given::Many(many) => many.iter().for_each(|one| add(&mut counts, *one)),
            Given::Rows(_) | Given::Number(_) | Given::Text(_) => {}
        }
    }
    counts
}

fn add(counts: &mut [u64], choice: u32) {
    if let Some(count) = counts.get_mut(choice as usize) {
        *count += 1;
    }
}

/// Classes of the same width between the bounds, at most five.
fn numbers(min: i64, max: i64, given: &[&Given], unanswered: u64) -> Result {
    let width = ((max - min + 1) + 4) / 5;
    let starts = (0..5).map(|class| min + class * width).take_while(|start| *start <= max);
    let classes: Vec<(i64, i64)> = starts.map(|start| (start, (start + width - 1).min(max))).collect();
    let values: Vec<i64> =
        given.iter().filter_map(|given| if let Given::Number(n) = given { Some(*n) } else { None }).collect();
    let count = |(first, last): &(i64, i64)| values.iter().filter(|n| (*first..=*last).contains(*n)).count() as u64;
    let counts: Vec<u64> = classes.iter().map(count).collect();
    let partition = partition(&counts, unanswered);
    let whole = partition.counts.iter().chain([&partition.unanswered]).all(Option::is_some);
    let answered = i64::try_from(values.len()).unwrap_or(0);
    let tenths = |sum: i64| (sum * 20 + answered).div_euclid(answered * 2);
    let mean = (whole && answered >= 5).then(|| tenths(values.iter().sum()));
    Result::Number { classes, partition, mean }
}

/// Whether a count is of so few that it must be hidden.
const fn is_small(count: u64) -> bool {
    0 < count && count < LEAST
}

/// Counts that add up, with "no answer", to a number that everybody knows.
#[must_use]
pub fn partition(counts: &[u64], unanswered: u64) -> Partition {
    let cells: Vec<u64> = counts.iter().copied().chain([unanswered]).collect();
    let mut shown: Vec<Shown> = cells.iter().map(|count| Some(*count).filter(|count| !is_small(*count))).collect();
    while !is_safe(&cells, &shown) {
        // The smallest that stand for somebody go first, equals together: their order would tell something.
        let least = shown.iter().flatten().copied().filter(|count| *count > 0).min();
        let Some(least) = least else { break };
        shown.iter_mut().filter(|count| **count == Some(least)).for_each(|count| *count = None);
    }
    if shown.contains(&None) && shown.iter().flatten().all(|count| *count == 0) {
        // Where nobody's answers are left, a nought would tell who the others are.
        shown.fill(None);
    }
    let unanswered = shown.pop().flatten();
    Partition { counts: shown, unanswered }
}

/// Whether what is hidden cannot be told from its sum: there are at least two hidden counts, of enough people together,
/// and they are not, but for bigger ones hidden among them, all the most that is hidden.
fn is_safe(cells: &[u64], shown: &[Shown]) -> bool {
    let hidden: Vec<u64> =
        cells.iter().zip(shown).filter(|(_, shown)| shown.is_none()).map(|(cell, _)| *cell).collect();
    let (count, sum) = (hidden.len() as u64, hidden.iter().sum::<u64>());
    match count {
        0 => true,
        1 => false,
        _ => sum > count && sum >= LEAST && sum != count * (LEAST - 1),
    }
}

/// Counts of which each stands for itself beside the `all` who were asked.
#[must_use]
pub fn overlapping(counts: &[u64], unanswered: u64, all: u64) -> Partition {
    let show = |count: u64| Some(count).filter(|count| !is_small(*count) && !is_small(all - count.min(&all)));
    let mut said =
        Partition { counts: counts.iter().map(|count| show(*count)).collect(), unanswered: show(unanswered) };
    let told: u64 = said.counts.iter().flatten().sum();
    // Whoever ticked nothing that is shown ticked what is hidden: that would tell how many at least.
    let left_over = said.counts.contains(&None) && told < all - unanswered.min(all);
    // Those who ticked something are no fewer than the most that is shown, and no more than all that is shown together:
    // between the two there must be room for who did not answer.
    let most = said.counts.iter().flatten().max().copied().unwrap_or(0);
    let (at_least, at_most) = (all.saturating_sub(told).max(1), all.saturating_sub(most).min(LEAST - 1));
    if left_over || (said.unanswered.is_none() && at_least >= at_most) {
        said.hide();
    }
    said
}
