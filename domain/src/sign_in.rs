//! Signing in with a one-time code: how long it lives, how often it may be tried, how often one is sent.

use crate::{code::coded, invalid::Fault, text};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a code lives.
pub const CODE_LIFE: TimeDelta = TimeDelta::minutes(10);
/// How often a code may be tried.
pub const CODE_TRIES: u32 = 5;
/// How many codes an address is sent in [`LIMIT_SPAN`], on all hosts of an installation together.
pub const CODES_PER_ADDRESS: u64 = 5;
/// How many codes are asked for from one network in [`LIMIT_SPAN`], on all hosts together: a library's public computers are one network.
pub const CODES_PER_NETWORK: u64 = 60;
/// How many sign-ins at providers are begun from one network in [`LIMIT_SPAN`], on all hosts together.
pub const SIGN_INS_PER_NETWORK: u64 = 300;
/// Words of providers that a network may get wrong within [`LIMIT_SPAN`], those still looked at among them.
pub const WRONG_WORDS_PER_NETWORK: u64 = 60;
/// How long a person may stay at a provider.
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::minutes(10);
/// The time over which codes are counted.
pub const LIMIT_SPAN: TimeDelta = TimeDelta::hours(1);
/// The longest span over which tries of any kind are counted.
pub const LONGEST_SPAN: TimeDelta = TimeDelta::days(1);
/// How long an invitation can be accepted.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::days(14);

/// A one-time code of six digits. It is mailed and never stored: only its digest is.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode(String);

impl OneTimeCode {
    /// The code that the caller's random number picks; the number must be uniform over all of `u64`.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        Self(format!("{:06}", random % 1_000_000))
    }

    /// A code as typed, with or without spaces.
    ///
    /// # Errors
    /// `Required` when blank, `Code` unless it is six digits.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let text: String = text::line(typed, 40)?.split_whitespace().collect();
        let well_formed = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        if well_formed { Ok(Self(text)) } else { Err(Fault::Code) }
    }

    /// The six digits, for the mail.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code never shows in logs.
impl std::fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeCode(……)")
    }
}

/// A code that was sent: until when it lives, and how often it was tried before now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentCode {
    pub expires_at: DateTime<Utc>,
    pub tries: u32,
}

coded! {
    /// What comes of trying a code.
    pub enum Attempt {
        SignedIn = "signed_in",
        /// Another code may be typed.
        Wrong = "wrong",
        /// Too late: a new code must be asked for.
        Expired = "expired",
        /// Tried too often: a new code must be asked for.
        Exhausted = "exhausted",
    }
}

/// What comes of typing a code at `now`.
#[must_use]
pub fn attempt(code: SentCode, now: DateTime<Utc>, matches: bool) -> Attempt {
    if code.tries >= CODE_TRIES {
        Attempt::Exhausted
    } else if now >= code.expires_at {
        Attempt::Expired
    } else if matches {
        Attempt::SignedIn
    } else {
        Attempt::Wrong
    }
}

/// Whether one more code may be sent, given how many were within [`LIMIT_SPAN`] before now.
#[must_use]
pub const fn may_send(to_address: u64, from_network: u64) -> bool {
    to_address < CODES_PER_ADDRESS && from_network < CODES_PER_NETWORK
}

/// Whether an invitation sent at `sent_at` can still be accepted.
#[must_use]
pub fn invitation_stands(sent_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < sent_at + INVITATION_LIFE
}

#[cfg(test)]
mod tests;
