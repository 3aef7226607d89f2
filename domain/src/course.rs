//! The dates on which the course of a process hangs, and how steps and extensions move them.

use crate::{
    calendar::add_days,
    extension,
    pack::{DurationUnit, RulePack},
    process::{DocumentFact, ProcessFacts, planned_end},
    stage::{Stage, Step},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The dates of a process.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The stage from which it was suspended or withdrawn.
    pub interrupted: Option<Stage>,
    pub started_on: Option<NaiveDate>,
    pub original_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    pub contributions_close: Option<NaiveDate>,
    pub concluded_on: Option<NaiveDate>,
}

impl Course {
    /// The dates once `step` is taken from `stage`; contributions never close after the end.
    #[must_use]
    pub fn after(self, stage: Stage, step: Step, facts: &ProcessFacts, pack: &RulePack) -> Self {
        match step {
            Step::Start => {
                let end = facts.first_end(pack);
                Self { started_on: Some(facts.start()), original_end: end, ..self }.ending(end)
            }
            Step::Open => Self { contributions_close: facts.last_contribution_day(), ..self },
            Step::Conclude => {
                let on = match facts.document {
                    DocumentFact::Sent(on) | DocumentFact::NotValidated(on) => on,
                    DocumentFact::InPreparation | DocumentFact::Submitted | DocumentFact::Validated => facts.today,
                };
                Self { concluded_on: Some(on), ..self }
            }
            Step::Suspend => Self { interrupted: Some(stage), ..self },
            Step::Resume => Self { interrupted: None, ..self },
            Step::Withdraw => Self { interrupted: self.interrupted.or(Some(stage)), ..self },
            Step::MakeReady | Step::Close | Step::RecordImpact | Step::Monitor | Step::Archive => self,
        }
    }

    /// The dates with another end: what was to close after it closes with it.
    #[must_use]
    pub fn ending(self, end: Option<NaiveDate>) -> Self {
        let close = self.contributions_close.map(|close| end.map_or(close, |end| close.min(end)));
        Self { authorised_end: end, contributions_close: close, ..self }
    }

    /// The dates once `days` more are granted on `today`: what is past stays, the start never moves.
    #[must_use]
    pub fn extended(self, days: u32, today: NaiveDate) -> Self {
        Self {
            authorised_end: self.authorised_end.map(|end| add_days(end, days)),
            contributions_close: self.contributions_close.map(|close| extension::moved(close, days, today)),
            ..self
        }
    }
}

impl ProcessFacts {
    /// The day of the formal start: the notice's, or else today.
    #[must_use]
    pub fn start(&self) -> NaiveDate {
        self.notice.date.unwrap_or(self.today)
    }

    /// The end that the start sets: by the length, or by the sheet of a cycle; none where neither is known.
    #[must_use]
    pub fn first_end(&self, pack: &RulePack) -> Option<NaiveDate> {
        match pack.duration.unit {
            DurationUnit::Cycle => self.planned_end,
            DurationUnit::Months | DurationUnit::Days => planned_end(pack, self.start(), self.duration),
        }
    }

    /// The last day for contributions: the one set, never after the end of the process.
    #[must_use]
    pub fn last_contribution_day(&self) -> Option<NaiveDate> {
        let close = self.contributions_close.or(self.authorised_end)?;
        Some(self.authorised_end.map_or(close, |end| close.min(end)))
    }
}

impl Step {
    /// Whether whoever takes the step must say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        self.is_side()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).unwrap()
    }

    #[test]
    fn the_start_sets_the_end_and_an_extension_moves_it() {
        let pack = pack::find("er-lr15-2018", 1).unwrap();
        let mut facts = ProcessFacts { today: day(2, 2), duration: Some(9), ..ProcessFacts::default() };
        facts.notice.date = Some(day(2, 1));
        let before = Course { contributions_close: Some(day(10, 23)), ..Course::default() };
        let started = before.after(Stage::Ready, Step::Start, &facts, pack);
        assert_eq!((started.started_on, started.authorised_end), (Some(day(2, 1)), Some(day(11, 1))));
        let more = started.extended(60, day(10, 18));
        assert_eq!(more.authorised_end, Some(day(12, 31)));
        assert_eq!(more.contributions_close, Some(day(12, 22)));
        assert_eq!((more.started_on, more.original_end), (started.started_on, started.original_end));
    }

    #[test]
    fn a_cycle_ends_when_its_sheet_says() {
        let pack = pack::find("permanent-municipal", 1).unwrap();
        let mut facts = ProcessFacts { today: day(5, 16), planned_end: Some(day(12, 31)), ..ProcessFacts::default() };
        let started = Course::default().after(Stage::Ready, Step::Start, &facts, pack);
        assert_eq!(started.authorised_end, Some(day(12, 31)));
        facts.authorised_end = started.authorised_end;
        let opened = started.after(Stage::Sharing, Step::Open, &facts, pack);
        assert_eq!(opened.contributions_close, Some(day(12, 31)));
        let moved = opened.ending(Some(day(11, 30)));
        assert_eq!((moved.authorised_end, moved.contributions_close), (Some(day(11, 30)), Some(day(11, 30))));
        assert_eq!(
            (moved.original_end, moved.ending(Some(day(12, 1))).contributions_close),
            (started.original_end, Some(day(11, 30)))
        );
    }

    #[test]
    fn contributions_close_with_the_path_at_the_latest() {
        let pack = pack::find("er-lr15-2018", 1).unwrap();
        let mut facts = ProcessFacts { today: day(5, 2), duration: Some(6), ..ProcessFacts::default() };
        facts.notice.date = Some(day(5, 1));
        let before = Course { contributions_close: Some(day(12, 31)), ..Course::default() };
        let started = before.after(Stage::Ready, Step::Start, &facts, pack);
        assert_eq!((started.authorised_end, started.contributions_close), (Some(day(11, 1)), Some(day(11, 1))));
    }

    #[test]
    fn the_day_of_sending_concludes() {
        let pack = pack::find("er-lr15-2018", 1).unwrap();
        let mut facts = ProcessFacts { today: day(12, 24), ..ProcessFacts::default() };
        facts.document = DocumentFact::Sent(day(12, 23));
        let concluded = Course::default().after(Stage::Closing, Step::Conclude, &facts, pack);
        assert_eq!(concluded.concluded_on, Some(day(12, 23)));
    }
}
