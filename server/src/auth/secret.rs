//! Keys and codes: made here, kept elsewhere only as hashes.

use rand::{Rng, TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};

/// A key of 256 random bits, as 64 hexadecimal digits.
#[must_use]
pub fn fresh_key() -> String {
    let mut bytes = [0_u8; 32];
    OsRng.try_fill_bytes(&mut bytes).expect("the system gives randomness");
    hex::encode(bytes)
}

/// A one-time code of six digits.
#[must_use]
pub fn fresh_code() -> String {
    format!("{:06}", OsRng.unwrap_err().random_range(0..1_000_000))
}

/// What is kept of a key.
#[must_use]
pub fn key_hash(key: &str) -> String {
    hex::encode(Sha256::digest(key.as_bytes()))
}

/// What is kept of a code: bound to its address, so that equal codes differ.
#[must_use]
pub fn code_hash(email: &str, code: &str) -> String {
    hex::encode(Sha256::digest(format!("{email}\0{code}").as_bytes()))
}
