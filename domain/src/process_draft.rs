//! What people type about a process besides its sheet: its name, its times, its phases, its start notice.

use crate::{
    act::optional_link,
    invalid::{Fault, FieldErrors},
    number, pack,
    pack::RulePack,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Most words of the plain summary.
pub const SUMMARY_WORDS: u32 = 60;

/// Names in addresses that pages of their own use.
const RESERVED: [&str; 3] = ["nuovo", "new", "esporta"];

/// A process to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProcess {
    pub title: String,
    /// Its name in addresses.
    pub slug: String,
    pub summary: String,
    pub pack_key: String,
    pub pack_version: u32,
}

impl NewProcess {
    /// Reads `title`, `slug` (made from the title when blank), `summary` and `pack` (a key in force on `today`).
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(title: &str, slug: &str, summary: &str, pack: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 200));
        let slug = match &title {
            _ if !slug.trim().is_empty() => errors.take("slug", process_slug(slug)),
            Some(title) => errors.take("slug", process_slug(&slug_of(title))),
            // The fault of the title says it all.
            None => None,
        };
        let summary = errors.take("summary", plain_summary(summary));
        let pack = errors.take("pack", pack::latest(pack.trim(), today).ok_or(Fault::Choice));
        match (title, slug, summary, pack) {
            (Some(title), Some(slug), Some(summary), Some(pack)) => {
                Ok(Self { title, slug, summary, pack_key: pack.key.clone(), pack_version: pack.version })
            }
            _ => Err(errors),
        }
    }
}

/// A name in addresses: lower-case letters, digits and inner hyphens, 3 to 60 characters.
///
/// # Errors
/// `Required`, `TooShort`, `TooLong`, `Form`, or `Taken` for a name that a page uses.
pub fn process_slug(typed: &str) -> Result<String, Fault> {
    let slug = text::line(typed, 60)?;
    if slug.len() < 3 {
        return Err(Fault::TooShort { min: 3 });
    }
    let shaped = slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !shaped || slug.starts_with('-') || slug.ends_with('-') || slug.contains("--") {
        return Err(Fault::Form);
    }
    if RESERVED.contains(&slug.as_str()) { Err(Fault::Taken) } else { Ok(slug) }
}

/// The name in addresses that a title suggests.
#[must_use]
pub fn slug_of(title: &str) -> String {
    let plain = |c: char| text::without_accent(c).to_ascii_lowercase();
    let mut slug = String::new();
    for c in title.chars().map(plain) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A summary in plain language, of at most [`SUMMARY_WORDS`] words; blank is empty.
///
/// # Errors
/// `TooManyWords`, `TooLong` or `Form`.
pub fn plain_summary(typed: &str) -> Result<String, Fault> {
    let summary = text::optional_prose(typed, 800)?;
    let max = SUMMARY_WORDS;
    if summary.split_whitespace().count() > max as usize { Err(Fault::TooManyWords { max }) } else { Ok(summary) }
}

/// The times that the owner sets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// In the unit of the pack.
    pub duration: Option<u32>,
    /// Last day for the formal start, as the call says.
    pub start_limit: Option<NaiveDate>,
    /// Last day for contributions.
    pub contributions_close: Option<NaiveDate>,
}

impl Times {
    /// Reads the fields of the same names, each of which may be blank; contributions close by `end`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        duration: &str,
        start_limit: &str,
        contributions_close: &str,
        end: Option<NaiveDate>,
        pack: &RulePack,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let max = i64::from(pack.duration.max.unwrap_or(1_000));
        let duration = errors.take("duration", optional(duration, |typed| number::whole(typed, 1, max)));
        let start_limit = errors.take("start_limit", optional(start_limit, text::date));
        let close = errors.take("contributions_close", optional(contributions_close, text::date));
        if matches!((close, end), (Some(Some(close)), Some(end)) if close > end) {
            errors.add("contributions_close", Fault::Order);
        }
        match (duration, start_limit, close) {
            (Some(duration), Some(start_limit), Some(contributions_close)) if errors.is_empty() => {
                let duration = duration.and_then(|months| u32::try_from(months).ok());
                Ok(Self { duration, start_limit, contributions_close })
            }
            _ => Err(errors),
        }
    }
}

/// One phase as planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhasePlan {
    pub planned_from: Option<NaiveDate>,
    pub planned_to: Option<NaiveDate>,
    pub activities: String,
    pub outputs: String,
}

impl PhasePlan {
    /// Reads the fields of the same names, each of which may be blank; a phase does not end before it begins.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(from: &str, to: &str, activities: &str, outputs: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let from = errors.take("planned_from", optional(from, text::date));
        let to = errors.take("planned_to", optional(to, text::date));
        let activities = errors.take("activities", text::optional_prose(activities, 4_000));
        let outputs = errors.take("outputs", text::optional_prose(outputs, 4_000));
        match (from, to, activities, outputs) {
            (Some(Some(from)), Some(Some(to)), _, _) if to < from => Err(FieldErrors::one("planned_to", Fault::Order)),
            (Some(planned_from), Some(planned_to), Some(activities), Some(outputs)) => {
                Ok(Self { planned_from, planned_to, activities, outputs })
            }
            _ => Err(errors),
        }
    }
}

/// The formal start notice as far as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenNotice {
    /// The action of public relevance that happened.
    pub action: Option<String>,
    /// Where the action is documented.
    pub link: Option<String>,
    pub date: Option<NaiveDate>,
}

impl WrittenNotice {
    /// Reads `action`, `link` and `date`, each of which may be blank while the notice is being written.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(action: &str, link: &str, date: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let action = errors.take("action", text::optional_prose(action, 1_000));
        let link = errors.take("link", optional_link(link));
        let date = errors.take("date", optional(date, text::date));
        match (action, link, date) {
            (Some(action), Some(link), Some(date)) => {
                Ok(Self { action: Some(action).filter(|action| !action.is_empty()), link, date })
            }
            _ => Err(errors),
        }
    }

    /// The notice, if by `today` that happened of which it tells, where `pack` asks for an action; a cycle may be
    /// told of before it begins.
    ///
    /// # Errors
    /// `Future` at `date`.
    pub fn by(self, today: NaiveDate, pack: &RulePack) -> Result<Self, FieldErrors> {
        let ahead = pack.start.notice_required && self.date.is_some_and(|date| date > today);
        if ahead { Err(FieldErrors::one("date", Fault::Future)) } else { Ok(self) }
    }
}

fn optional<T>(typed: &str, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
    if typed.trim().is_empty() { Ok(None) } else { parse(typed).map(Some) }
}

#[cfg(test)]
mod tests;
