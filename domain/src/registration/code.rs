//! The code that a person shows at the door of a meeting.

use crate::invalid::Fault;
use serde::{Deserialize, Serialize};

/// Digits and letters that nobody takes for one another.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH: usize = 6;

/// Six signs, which tell one registration of a meeting from the others; who checks people in looks them up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CheckInCode(String);

impl CheckInCode {
    /// What is wrong with a code that was never handed out.
    pub const UNKNOWN: Fault = Fault::Signs { signs: LENGTH as u32 };

    /// The code that `random` makes.
    #[must_use]
    pub fn from_random(mut random: u64) -> Self {
        let base = SIGNS.len() as u64;
        let mut sign = || {
            let at = usize::try_from(random % base).unwrap_or_default();
            random /= base;
            char::from(SIGNS[at])
        };
        Self((0..LENGTH).map(|_| sign()).collect())
    }

    /// Reads a code as typed: capital or small, with or without blanks and dashes.
    ///
    /// # Errors
    /// `Required` when blank, [`Self::UNKNOWN`] when it can be none.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let plain: String =
            typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()).collect();
        if plain.is_empty() {
            return Err(Fault::Required);
        }
        let known = plain.len() == LENGTH && plain.bytes().all(|byte| SIGNS.contains(&byte));
        if known { Ok(Self(plain)) } else { Err(Self::UNKNOWN) }
    }

    /// The six signs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_as_people_type_it() {
        for random in [0, 1, 30, 31, u64::MAX, 0x1234_5678_9abc_def0] {
            let code = CheckInCode::from_random(random);
            assert_eq!(code.as_str().len(), LENGTH);
            assert_eq!(CheckInCode::parse(code.as_str()).as_ref(), Ok(&code));
            let (head, tail) = code.as_str().split_at(3);
            assert_eq!(CheckInCode::parse(&format!(" {}-{} ", head.to_lowercase(), tail)), Ok(code));
        }
        assert_eq!(CheckInCode::parse(" "), Err(Fault::Required));
        for bad in ["AAAAA", "AAAAAAA", "AAAAA0", "AAAAAI", "AAÀAAA", "è"] {
            assert_eq!(CheckInCode::parse(bad), Err(CheckInCode::UNKNOWN), "{bad}");
        }
    }
}
