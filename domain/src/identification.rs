//! How surely, and from which age, a tenant wants to know who acts: reading is free, the rest is the tenant's to say,
//! within what the rules want and what its identity providers vouch for.

mod activity;

pub use activity::Activity;

use crate::{
    assurance::Assurance,
    code::choice,
    invalid::{Fault, FieldErrors},
    number,
    pack::RulePack,
    refusal::{Blocker, StepRefused},
};
use serde::{Deserialize, Serialize};

/// A level for each activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    pub contribute: Assurance,
    pub vote: Assurance,
    pub binding: Assurance,
}

impl Levels {
    /// The same for every activity.
    #[must_use]
    pub const fn all(level: Assurance) -> Self {
        Self { contribute: level, vote: level, binding: level }
    }

    /// The level of `activity`.
    #[must_use]
    pub const fn of(&self, activity: Activity) -> Assurance {
        match activity {
            Activity::Read => Assurance::Address,
            Activity::Contribute => self.contribute,
            Activity::Vote => self.vote,
            Activity::Binding => self.binding,
        }
    }

    /// The highest of them.
    #[must_use]
    pub fn highest(&self) -> Assurance {
        self.contribute.max(self.vote).max(self.binding)
    }
}

/// Whoever receives mail is known well enough.
impl Default for Levels {
    fn default() -> Self {
        Self::all(Assurance::Address)
    }
}

/// How surely a tenant wants to know who acts, and how old they must be where it asks for more than the rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    pub levels: Levels,
    /// Years that who contributes must have reached; 0 where the rules of the path say enough.
    pub contribute_age: u8,
    /// Years that who votes must have reached; 0 where nobody asks.
    pub vote_age: u8,
}

/// What a tenant asks, as typed; a blank age for none of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedNeeds {
    pub contribute: String,
    pub vote: String,
    pub binding: String,
    pub contribute_age: String,
    pub vote_age: String,
}

/// The highest age that can be asked for: whoever is of age votes.
pub const OLDEST: u8 = 18;

/// What a tenant can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least that its rule pack wants.
    pub rules: Levels,
    /// The highest level that an identity provider of the tenant vouches for now.
    pub offered: Assurance,
    /// The youngest ages of its rule pack.
    pub contribute_age: u8,
    pub vote_age: u8,
}

impl Bounds {
    /// Those of a tenant with these rules.
    #[must_use]
    pub const fn of(pack: &RulePack, offered: Assurance) -> Self {
        let age = pack.min_age;
        Self { rules: pack.identity, offered, contribute_age: age.contribute, vote_age: age.vote }
    }

    /// The least that can be asked: what nobody could prove is not asked.
    #[must_use]
    pub fn least(&self, activity: Activity) -> Assurance {
        self.rules.of(activity).min(self.offered)
    }

    /// The levels that can be asked.
    pub fn levels(&self, activity: Activity) -> impl Iterator<Item = Assurance> + use<> {
        let (least, most) = (self.least(activity), self.offered);
        Assurance::ALL.iter().copied().filter(move |level| (least..=most).contains(level))
    }

    fn level(&self, activity: Activity, typed: &str) -> Result<Assurance, Fault> {
        let level: Assurance = choice(typed)?;
        match level {
            _ if level > self.offered => Err(Fault::NoProvider),
            _ if level < self.least(activity) => Err(Fault::BelowRules),
            _ => Ok(level),
        }
    }
}

fn age(typed: &str, least: u8) -> Result<u8, Fault> {
    if typed.trim().is_empty() {
        return Ok(0);
    }
    let years = number::whole(typed, i64::from(least), i64::from(OLDEST))?;
    Ok(u8::try_from(years).unwrap_or(OLDEST))
}

impl Needs {
    /// Reads the form.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(typed: &TypedNeeds, within: &Bounds) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let contribute = errors.take("contribute", within.level(Activity::Contribute, &typed.contribute));
        let vote = errors.take("vote", within.level(Activity::Vote, &typed.vote));
        let binding = errors.take("binding", within.level(Activity::Binding, &typed.binding));
        let contribute_age = errors.take("contribute_age", age(&typed.contribute_age, within.contribute_age));
        let vote_age = errors.take("vote_age", age(&typed.vote_age, within.vote_age));
        let read = || {
            let levels = Levels { contribute: contribute?, vote: vote?, binding: binding? };
            Some(Self { levels, contribute_age: contribute_age?, vote_age: vote_age? })
        };
        read().ok_or(errors)
    }

    /// Refuses `activity` to who is known less surely.
    ///
    /// # Errors
    /// `KnownTooLittle`, naming the level that is needed.
    pub fn met(&self, activity: Activity, known: Assurance) -> Result<(), StepRefused> {
        let needed = self.levels.of(activity);
        if known >= needed { Ok(()) } else { Err(Blocker::KnownTooLittle { needed }.into()) }
    }
}

impl From<&Needs> for TypedNeeds {
    fn from(needs: &Needs) -> Self {
        let age = |age: u8| if age == 0 { String::new() } else { age.to_string() };
        Self {
            contribute: needs.levels.contribute.code().into(),
            vote: needs.levels.vote.code().into(),
            binding: needs.levels.binding.code().into(),
            contribute_age: age(needs.contribute_age),
            vote_age: age(needs.vote_age),
        }
    }
}

#[cfg(test)]
mod tests;
