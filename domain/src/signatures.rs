//! How many signed a formal document, of how many who are awaited: *signed (n of m)*, before it is protocolled.

use crate::{
    invalid::Fault,
    refusal::{Blocker, StepRefused},
};
use serde::{Deserialize, Serialize};

/// Most signatures that one document waits for.
pub const SIGNATURES_MAX: u32 = 99;

/// The signatures of a document; none are awaited before the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatures {
    pub given: u32,
    pub awaited: u32,
}

impl Signatures {
    /// One signature, of one.
    pub const ONE: Self = Self { given: 1, awaited: 1 };

    /// How many are awaited, as typed with the first signature; one where nothing was typed.
    ///
    /// # Errors
    /// `Number` outside 1 to [`SIGNATURES_MAX`].
    pub fn parse_awaited(typed: &str) -> Result<u32, Fault> {
        let typed = typed.trim();
        let awaited = if typed.is_empty() { Some(1) } else { typed.parse().ok() };
        let fits = awaited.filter(|awaited| (1..=SIGNATURES_MAX).contains(awaited));
        fits.ok_or(Fault::Number { min: 1, max: i64::from(SIGNATURES_MAX) })
    }

    /// After one more; the first says how many are awaited.
    ///
    /// # Errors
    /// `WrongState` when nobody is awaited any more.
    pub fn signed(self, awaited: u32) -> Result<Self, StepRefused> {
        match self.given {
            0 => Ok(Self { given: 1, awaited }),
            given if given < self.awaited => Ok(Self { given: given + 1, ..self }),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// With another number of awaited ones, as typed; nothing typed keeps it.
    ///
    /// # Errors
    /// `Number` outside those given to [`SIGNATURES_MAX`].
    pub fn corrected(self, typed: &str) -> Result<Self, Fault> {
        if typed.trim().is_empty() || self.given == 0 {
            return Ok(self);
        }
        let awaited = Self::parse_awaited(typed).ok().filter(|awaited| *awaited >= self.given);
        let fault = Fault::Number { min: i64::from(self.given), max: i64::from(SIGNATURES_MAX) };
        awaited.map(|awaited| Self { awaited, ..self }).ok_or(fault)
    }

    /// Lets the document be protocolled when nobody is awaited any more.
    ///
    /// # Errors
    /// `SignaturesMissing`.
    pub fn complete(self) -> Result<(), StepRefused> {
        let Self { given, awaited } = self;
        if given >= awaited { Ok(()) } else { Err(Blocker::SignaturesMissing { given, awaited }.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_signature_counts_until_all_are_there() {
        let none = Signatures::default();
        assert_eq!(none.complete(), Ok(()), "a document may be protocolled unsigned");
        let first = none.signed(3).unwrap();
        assert_eq!(first, Signatures { given: 1, awaited: 3 });
        assert_eq!(first.complete(), Err(Blocker::SignaturesMissing { given: 1, awaited: 3 }.into()));
        let all = first.signed(9).unwrap().signed(9).unwrap();
        assert_eq!(all, Signatures { given: 3, awaited: 3 });
        assert_eq!((all.complete(), all.signed(1)), (Ok(()), Err(Blocker::WrongState.into())));
        assert_eq!(none.signed(1), Ok(Signatures::ONE));
    }

    #[test]
    fn a_mistyped_number_is_corrected() {
        let two = Signatures { given: 2, awaited: 30 };
        assert_eq!(two.corrected("3"), Ok(Signatures { given: 2, awaited: 3 }));
        assert_eq!(two.corrected(" "), Ok(two));
        for bad in ["1", "100", "tre"] {
            assert_eq!(two.corrected(bad), Err(Fault::Number { min: 2, max: 99 }), "{bad}");
        }
        assert_eq!(Signatures::default().corrected("5"), Ok(Signatures::default()), "the first signature says it");
    }

    #[test]
    fn as_many_are_awaited_as_is_typed() {
        assert_eq!(Signatures::parse_awaited(" "), Ok(1));
        assert_eq!(Signatures::parse_awaited(" 5 "), Ok(5));
        for bad in ["0", "100", "-1", "due"] {
            assert_eq!(Signatures::parse_awaited(bad), Err(Fault::Number { min: 1, max: 99 }), "{bad}");
        }
    }
}
