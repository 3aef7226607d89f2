//! What is wrong with typed input, field by field. The words are in the locale files.

use crate::{personal_data::FindingKind, tenant::Template};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why one field was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nothing was typed.
    Required,
    /// Longer than `max` characters.
    TooLong { max: u32 },
    /// More than `max` words.
    TooManyWords { max: u32 },
    /// Shorter than `min` characters.
    TooShort { min: u32 },
    /// Not an e-mail address.
    Email,
    /// Not a date of the calendar.
    Date,
    /// Not a time of the day.
    Time,
    /// Not a number, or not one in `min..=max`.
    Number { min: i64, max: i64 },
    /// More than the `max` euros that the rules of the call allow.
    AboveCall { max: i64 },
    /// Not exactly `count` digits.
    Digits { count: u32 },
    /// Filled for a kind of body that has none: municipalities alone do.
    MunicipalitiesOnly,
    /// Not an http(s) address.
    Link,
    /// Not a day of the year, typed as `23/12`.
    Day,
    /// Not a colour, typed as `#` and six digits or letters from a to f.
    Colour,
    /// Not a name for an address: small letters, digits and hyphens between them.
    Slug,
    /// Not a code of `signs` letters and digits that was handed out.
    Signs { signs: u32 },
    /// Not one of the choices offered.
    Choice,
    /// The rules that were chosen go with another template.
    Unsuited { template: Template },
    /// Holds something that this field does not take (control characters, spaces in a slug).
    Form,
    /// Holds marks that the page would not show, in a text that people sign.
    Unseen,
    /// Holds what looks like personal data, in a text that everybody reads.
    PersonalData { kinds: Vec<FindingKind> },
    /// Somebody else has it already.
    Taken,
    /// Another document bears this registration.
    Registered,
    /// The date lies before the one it must follow, or after the one it must precede.
    Order,
    /// A level that no identity provider of the tenant vouches for.
    NoProvider,
    /// A level below what the rules of the tenant want.
    BelowRules,
    /// The day is still to come.
    Future,
    /// The day has gone by.
    Past,
    /// Who was born on that day is younger than `min` years.
    TooYoung { min: u32 },
    /// The file is of a kind that is not taken.
    FileKind,
    /// No column of the file has a heading that is known.
    NoHeading,
    /// The text of the file is not written in UTF-8.
    Encoding,
    /// The file is larger than `max_kib` KiB.
    FileSize { max_kib: u32 },
    /// The file has more than `max` rows.
    TooManyRows { max: u32 },
    /// Not from `min` to `max` lines.
    Lines { min: u32, max: u32 },
    /// Two lines say the same.
    Repeated,
    /// Whoever is meant has an invitation already.
    Invited,
    /// The path has an act of the same kind, body, number and date.
    KnownAct,
    /// The code does not match, or has expired.
    Code,
    /// The colour is too pale to be read on white.
    Contrast,
}

/// The faults of a whole form, by field name; empty when there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<String, Fault>);

impl FieldErrors {
    /// A form with one fault.
    #[must_use]
    pub fn one(field: &str, fault: Fault) -> Self {
        Self(BTreeMap::from([(field.to_owned(), fault)]))
    }

    /// Notes `fault` for `field`; the first fault of a field stays.
    pub fn add(&mut self, field: &str, fault: Fault) {
        self.0.entry(field.to_owned()).or_insert(fault);
    }

    /// Takes the value of `parsed`, or notes its fault for `field` and gives none.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Fault>) -> Option<T> {
        parsed.map_err(|fault| self.add(field, fault)).ok()
    }

    /// Takes the value of `parsed`, or notes all its faults and gives none.
    pub fn take_all<T>(&mut self, parsed: Result<T, Self>) -> Option<T> {
        parsed.map_err(|faults| faults.0.into_iter().for_each(|(field, fault)| self.add(&field, fault))).ok()
    }

    /// The fault of `field`, if it has one.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&Fault> {
        self.0.get(field)
    }

    /// Fields with their faults, in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fault)> {
        self.0.iter().map(|(field, fault)| (field.as_str(), fault))
    }

    /// Whether no fault was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
