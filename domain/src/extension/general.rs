//! More time that an authority gives to all at once by an act of its own (*proroga generale*): nobody asked for it.

use super::{Decided, ExtensionFacts, ExtensionState, days_between};
use crate::{
    invalid::FieldErrors,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::NaiveDate;

/// What the act says, as it is recorded: the new end, its number and date, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGeneralExtension {
    pub until: NaiveDate,
    pub act: String,
    pub reasons: String,
}

impl NewGeneralExtension {
    /// Reads the fields `until`, `act` and `reasons`, all of them required.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(until: &str, act: &str, reasons: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let until = errors.take("until", text::date(until));
        let act = errors.take("act", text::line(act, 200));
        let reasons = errors.take("reasons", text::prose(reasons, 4_000));
        match (until, act, reasons) {
            (Some(until), Some(act), Some(reasons)) => Ok(Self { until, act, reasons }),
            _ => Err(errors),
        }
    }
}

/// Records that the end moved to `until` for everybody. The limits of a request do not bind the authority, nor does it
/// come too late once the end is past: this is the way on for a path that could ask for nothing any more.
///
/// # Errors
/// `ExtensionNotForeseen` where the rules know no extension, `ExtensionNotLater`.
pub fn declare(until: NaiveDate, facts: &ExtensionFacts<'_>) -> Result<Decided, StepRefused> {
    let pack = facts.pack;
    if pack.extension.is_none() {
        return Err(Blocker::ExtensionNotForeseen { pack: pack.cite() }.into());
    }
    let end = facts.authorised_end;
    let granted_days = days_between(end, until).ok_or(Blocker::ExtensionNotLater { end })?;
    Ok(Decided { state: ExtensionState::Declared, granted_days, authorised_end: until })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extension::latest, pack};
    use std::fmt::Write;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// Each kind of rules, before and after the end, with a new end before, within and beyond every limit.
    #[test]
    fn an_act_for_all_is_bound_by_no_limit() {
        let end = day(2022, 11, 1);
        let mut table = String::new();
        for pack in pack::catalogue() {
            for (when, today) in [("before the end", day(2022, 10, 10)), ("after it", day(2022, 12, 2))] {
                for until in [day(2022, 10, 20), end, day(2022, 11, 30), day(2023, 3, 5)] {
                    let facts = ExtensionFacts {
                        pack,
                        today,
                        original_end: end,
                        authorised_end: end,
                        granted_days: 60,
                        pending: true,
                        documented: false,
                    };
                    let said = match declare(until, &facts) {
                        Ok(decided) => format!("{} days, {}", decided.granted_days, decided.state),
                        Err(refused) => format!("{:?}", refused.blockers),
                    };
                    writeln!(table, "{} {when}, until {until}: {said}", pack.key).unwrap();
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn what_the_authority_gave_takes_nothing_from_what_may_be_asked() {
        assert!(ExtensionState::Declared.is_granted() && !ExtensionState::Declared.was_asked());
        let rules = pack::find("er-lr15-2018", 1).unwrap();
        let (original, moved) = (Some(day(2022, 6, 1)), Some(day(2022, 7, 1)));
        assert_eq!(latest(rules, original, moved, 0), Some(day(2022, 8, 30)), "sixty days from the end as it stands");
    }

    #[test]
    fn every_field_is_required() {
        let errors = NewGeneralExtension::parse("", " ", "").unwrap_err();
        assert_eq!(errors.iter().map(|(field, _)| field.to_owned()).collect::<Vec<_>>(), ["act", "reasons", "until"]);
    }
}
