//! The code on a receipt (*ricevuta*), with which a person without an account follows what became of a contribution.

use crate::invalid::Fault;

/// Sixteen signs of [`SIGNS`], as they are kept: without spaces, in capitals.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode(String);

/// What a code is made of: no letter that is taken for a digit, or for another letter.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;

impl ReceiptCode {
    /// What is wrong with a code that was never handed out.
    pub const UNKNOWN: Fault = Fault::Signs { signs: LENGTH as u32 };

    /// A code made of 80 random bits.
    #[must_use]
    pub fn from_random(bytes: [u8; 10]) -> Self {
        let mut signs = String::with_capacity(LENGTH);
        let (mut bits, mut held) = (0_u32, 0_u32);
        for byte in bytes {
            bits = (bits << 8) | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                signs.push(char::from(SIGNS[((bits >> held) & 31) as usize]));
            }
            bits &= (1 << held) - 1;
        }
        Self(signs)
    }

    /// Reads a code as people type it: with or without spaces and hyphens, in small letters, with O for 0 and I or L
    /// for 1.
    ///
    /// # Errors
    /// `Required` when blank, [`Self::UNKNOWN`] when it can be none.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        if typed.trim().is_empty() {
            return Err(Fault::Required);
        }
        let plain = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        });
        let signs: String = plain.take(LENGTH + 1).collect();
        let known = signs.len() == LENGTH && signs.bytes().all(|sign| SIGNS.contains(&sign));
        if known { Ok(Self(signs)) } else { Err(Self::UNKNOWN) }
    }

    /// The code as it is kept in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as people read it: in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        let groups: Vec<&str> = (0..LENGTH / 4).map(|group| &self.0[group * 4..group * 4 + 4]).collect();
        groups.join("-")
    }
}

/// What opens a door stands in no log.
impl std::fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = ReceiptCode::from_random([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]);
        assert_eq!(code.as_str(), "0123456789ABCDEF");
        assert_eq!(code.grouped(), "0123-4567-89AB-CDEF");
        for typed in ["0123-4567-89ab-cdef", " o123 4567 89AB CDEF ", "0l23456789abcdef"] {
            assert_eq!(ReceiptCode::parse(typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(ReceiptCode::parse(" "), Err(Fault::Required));
        for wrong in ["0123", "0123-4567-89AB-CDEFG", "0123-4567-89AB-CDEÈ", "0123-4567-89AB-CDE*", "UUUUUUUUUUUUUUUU"]
        {
            assert_eq!(ReceiptCode::parse(wrong), Err(ReceiptCode::UNKNOWN), "{wrong}");
        }
        assert!(!format!("{code:?}").contains("0123"));
    }

    #[test]
    fn every_bit_counts() {
        assert_eq!(ReceiptCode::from_random([0; 10]).as_str(), "0".repeat(16));
        assert_eq!(ReceiptCode::from_random([255; 10]).as_str(), "Z".repeat(16));
    }
}
