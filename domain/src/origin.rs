//! Where a synthesis or a proposal comes from: the link that is read in both directions.

use crate::{
    code::UnknownCode,
    id::{ContributionId, MeetingId, SynthesisId},
    invalid::Fault,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt, str::FromStr};

/// Something people said or wrote, from which a text was made; written `kind:identifier`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Origin {
    Contribution(ContributionId),
    Synthesis(SynthesisId),
    /// What was gathered at a meeting, written down nowhere else.
    Meeting(MeetingId),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contribution(id) => write!(f, "contribution:{id}"),
            Self::Synthesis(id) => write!(f, "synthesis:{id}"),
            Self::Meeting(id) => write!(f, "meeting:{id}"),
        }
    }
}

impl FromStr for Origin {
    type Err = UnknownCode;
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let (kind, id) = text.split_once(':').ok_or(UnknownCode)?;
        match kind {
            "contribution" => id.parse().map(Self::Contribution).map_err(|_| UnknownCode),
            "synthesis" => id.parse().map(Self::Synthesis).map_err(|_| UnknownCode),
            "meeting" => id.parse().map(Self::Meeting).map_err(|_| UnknownCode),
            _ => Err(UnknownCode),
        }
    }
}

impl TryFrom<String> for Origin {
    type Error = UnknownCode;
    fn try_from(text: String) -> Result<Self, UnknownCode> {
        text.parse()
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.to_string()
    }
}

/// One to 500 origins, each once, in a fixed order.
///
/// # Errors
/// `Required` when there is none, `Choice` when one cannot be read or they are too many.
pub fn origins(typed: &[&str]) -> Result<Vec<Origin>, Fault> {
    let read: Result<BTreeSet<Origin>, _> =
        typed.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).map(str::parse).collect();
    match read {
        Ok(none) if none.is_empty() => Err(Fault::Required),
        Ok(some) if some.len() <= 500 => Ok(some.into_iter().collect()),
        _ => Err(Fault::Choice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_reads_back() {
        let all = [
            Origin::Contribution(ContributionId::fresh()),
            Origin::Synthesis(SynthesisId::fresh()),
            Origin::Meeting(MeetingId::fresh()),
        ];
        for one in all {
            assert_eq!(one.to_string().parse(), Ok(one));
        }
        for bad in ["", "contribution", "contribution:1", "person:00000000-0000-0000-0000-000000000000"] {
            assert_eq!(bad.parse::<Origin>(), Err(UnknownCode));
        }
    }

    #[test]
    fn origins_are_never_none_and_never_twice() {
        let one = Origin::Contribution(ContributionId::fresh());
        assert_eq!(origins(&[&one.to_string(), "", &one.to_string()]), Ok(vec![one]));
        assert_eq!(origins(&["", " "]), Err(Fault::Required));
        assert_eq!(origins(&["altro"]), Err(Fault::Choice));
    }
}
