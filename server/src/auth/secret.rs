//! Keys and codes: made here, kept elsewhere only as hashes.

use domain::{
    id::{AnswerId, ContributionId},
    identity_provider::FiscalCode,
    receipt::ReceiptCode,
    registration::CheckInCode,
    sign_in::OneTimeCode,
};
use hmac::{Hmac, Mac};
use rand::{RngCore, TryRngCore, rngs::OsRng};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{fs, io, io::Write, path::Path};

/// A key of 256 random bits, as 64 hexadecimal digits.
#[must_use]
pub fn fresh_key() -> String {
    hex::encode(random_bytes::<32>())
}

pub(super) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    OsRng.try_fill_bytes(&mut bytes).expect("the system gives randomness");
    bytes
}

/// The identifier of answers to a questionnaire: random, so that it tells no order and nobody guesses it.
#[must_use]
pub fn fresh_answer() -> AnswerId {
    AnswerId(uuid::Builder::from_random_bytes(random_bytes()).into_uuid())
}

/// A one-time code of six digits.
#[must_use]
pub fn fresh_code() -> OneTimeCode {
    OneTimeCode::from_random(OsRng.unwrap_err().next_u64())
}

/// A code to show at the door of a meeting.
#[must_use]
pub fn fresh_check_in_code() -> CheckInCode {
    CheckInCode::from_random(OsRng.unwrap_err().next_u64())
}

/// What is kept of a key of 256 bits, which nobody can guess.
#[must_use]
pub fn key_hash(key: &str) -> String {
    hex::encode(Sha256::digest(key.as_bytes()))
}

/// The installation's own key, for what is short enough to be guessed: codes, networks.
#[derive(Clone)]
pub struct ServerKey([u8; 32]);

impl ServerKey {
    /// The key in `file`, made on the first call and readable by its owner alone.
    ///
    /// # Errors
    /// The file can be neither read nor made, or holds something else.
    pub fn at(file: &Path) -> io::Result<Self> {
        kept_at(file).map(Self)
    }

    /// What is kept of a code: bound to its address, so that equal codes differ.
    #[must_use]
    pub fn of_code(&self, email: &str, code: &OneTimeCode) -> String {
        self.keyed("code", &[email, code.as_str()])
    }

    /// What is kept of a network or an address for a while, to count attempts: unreadable without this key.
    #[must_use]
    pub fn of_caller(&self, caller: &str) -> String {
        self.keyed("caller", &[caller])
    }

    /// What is kept of whom a provider vouches for.
    #[must_use]
    pub fn of_subject(&self, issuer: &str, subject: &str) -> String {
        self.keyed("subject", &[issuer, subject])
    }

    /// What is kept of a fiscal code: nobody tries all of them against it.
    #[must_use]
    pub fn of_fiscal_code(&self, code: &FiscalCode) -> String {
        self.keyed("fiscal code", &[code.as_str()])
    }

    /// What is kept of a session, or of a word, that a provider names.
    #[must_use]
    pub fn of_provider(&self, issuer: &str, name: &str) -> String {
        self.keyed("provider", &[issuer, name])
    }

    /// What the audit log is given of a row that names a person.
    #[must_use]
    pub fn of_row(&self, row: &impl Serialize) -> String {
        self.keyed("row", &[&serde_json::to_string(row).expect("plain data serialises")])
    }

    /// The code of the receipt for a contribution: always the same, so that who sends a form twice gets it again, and
    /// nobody without this key can guess it.
    #[must_use]
    pub fn receipt_of(&self, contribution: ContributionId) -> ReceiptCode {
        let mac = self.mac("receipt", &[&contribution.to_string()]);
        ReceiptCode::from_random(*mac.first_chunk().expect("an HMAC is longer than a code"))
    }

    /// HMAC-SHA256 (RFC 2104) over the purpose and the parts, as hexadecimal digits.
    fn keyed(&self, purpose: &str, parts: &[&str]) -> String {
        hex::encode(self.mac(purpose, parts))
    }

    fn mac(&self, purpose: &str, parts: &[&str]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any length of key will do");
        mac.update(purpose.as_bytes());
        for part in parts {
            mac.update(b"\0");
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

/// The 256 bits in `file`, made on the first call and readable by its owner alone.
pub(super) fn kept_at(file: &Path) -> io::Result<[u8; 32]> {
    match fs::read_to_string(file) {
        Ok(kept) => {
            let mut key = [0; 32];
            hex::decode_to_slice(kept.trim(), &mut key).map_err(io::Error::other)?;
            Ok(key)
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => match make(file) {
            // Another process was quicker.
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => kept_at(file),
            made => made,
        },
        Err(fault) => Err(fault),
    }
}

/// Writes the key beside its place first: nobody ever reads half of it.
fn make(file: &Path) -> io::Result<[u8; 32]> {
    use std::os::unix::fs::OpenOptionsExt;
    let key = random_bytes();
    let draft = file.with_extension(format!("{}.new", std::process::id()));
    let mut out = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    out.write_all(hex::encode(key).as_bytes())?;
    out.sync_all()?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    linked.map(|()| key)
}

/// A key never shows in logs.
impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerKey(……)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_read_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("server.key");
        let made = ServerKey::at(&file).unwrap();
        let read = ServerKey::at(&file).unwrap();
        assert_eq!(made.of_caller("192.0.2.0/24"), read.of_caller("192.0.2.0/24"));
        let elsewhere = ServerKey::at(&folder.path().join("other.key")).unwrap();
        assert_ne!(made.of_caller("192.0.2.0/24"), elsewhere.of_caller("192.0.2.0/24"));
        fs::write(&file, "half").unwrap();
        assert!(ServerKey::at(&file).is_err());
    }
}
