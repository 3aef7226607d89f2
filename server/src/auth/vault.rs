//! Secrets that the server must read again: encrypted in the database, under a key that stands outside it.

use super::secret::{kept_at, random_bytes};
use domain::id::TenantId;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::{io, path::Path, sync::Arc};

/// The key of the vault, as the configuration gives it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretsKey([u8; 32]);

impl SecretsKey {
    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut key = [0; 32];
        hex::decode_to_slice(text.trim(), &mut key).ok().map(|()| Self(key))
    }
}

/// A key never shows in logs.
impl std::fmt::Debug for SecretsKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretsKey(……)")
    }
}

/// Seals and opens secrets: AES-256-GCM (NIST SP 800-38D). A sealed secret opens for its tenant and its thing alone,
/// so that a row copied elsewhere is of no use.
#[derive(Clone)]
pub struct Vault(Arc<LessSafeKey>);

impl Vault {
    /// The vault under `key`.
    #[must_use]
    pub fn new(key: SecretsKey) -> Self {
        let key = UnboundKey::new(&AES_256_GCM, &key.0).expect("the key has 256 bits");
        Self(Arc::new(LessSafeKey::new(key)))
    }

    /// The vault under the key in `file`, made on the first call: for one machine alone.
    ///
    /// # Errors
    /// The file can be neither read nor made, or holds something else.
    pub fn at(file: &Path) -> io::Result<Self> {
        kept_at(file).map(|key| Self::new(SecretsKey(key)))
    }

    /// `secret` as it is stored: the nonce, then what is encrypted, in hexadecimal digits.
    #[must_use]
    pub fn seal(&self, tenant: TenantId, what: &str, secret: &[u8]) -> String {
        let nonce = random_bytes::<NONCE_LEN>();
        let mut text = secret.to_vec();
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), belongs_to(tenant, what), &mut text)
            .expect("secrets are short");
        hex::encode([nonce.as_slice(), &text].concat())
    }

    /// The secret; none where it was sealed for something else, under another key, or was changed.
    #[must_use]
    pub fn open(&self, tenant: TenantId, what: &str, sealed: &str) -> Option<Vec<u8>> {
        let bytes = hex::decode(sealed).ok()?;
        let (nonce, text) = bytes.split_at_checked(NONCE_LEN)?;
        let (nonce, mut text) = (Nonce::try_assume_unique_for_key(nonce).ok()?, text.to_vec());
        self.0.open_in_place(nonce, belongs_to(tenant, what), &mut text).ok().map(|secret| secret.to_vec())
    }
}

fn belongs_to(tenant: TenantId, what: &str) -> Aad<String> {
    Aad::from(format!("{tenant}\0{what}"))
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(……)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(digit: &str) -> Vault {
        Vault::new(SecretsKey::parse(&digit.repeat(64)).unwrap())
    }

    #[test]
    fn a_secret_opens_where_it_belongs_alone() {
        let (tenant, vault) = (TenantId::fresh(), vault("a"));
        let sealed = vault.seal(tenant, "provider 1", b"parola d'ordine");
        assert_eq!(vault.open(tenant, "provider 1", &sealed).unwrap(), b"parola d'ordine");
        assert_eq!(vault.open(tenant, "provider 2", &sealed), None);
        assert_eq!(vault.open(TenantId::fresh(), "provider 1", &sealed), None);
        assert_eq!(self::vault("b").open(tenant, "provider 1", &sealed), None);
        assert!(!sealed.contains(&hex::encode("parola")));
    }

    #[test]
    fn what_was_changed_does_not_open() {
        let (tenant, vault) = (TenantId::fresh(), vault("a"));
        let sealed = vault.seal(tenant, "x", b"segreto");
        assert_ne!(sealed, vault.seal(tenant, "x", b"segreto"), "every sealing has its own nonce");
        let flipped = |at: usize| {
            let mut bytes = hex::decode(&sealed).unwrap();
            bytes[at] ^= 1;
            hex::encode(bytes)
        };
        for at in 0..sealed.len() / 2 {
            assert_eq!(vault.open(tenant, "x", &flipped(at)), None, "{at}");
        }
        for broken in ["", "zz", "00", &sealed[..24], &sealed[..sealed.len() - 2]] {
            assert_eq!(vault.open(tenant, "x", broken), None, "{broken}");
        }
    }

    #[test]
    fn a_key_has_64_digits_and_does_not_show() {
        assert!(SecretsKey::parse(&"0f".repeat(32)).is_some());
        for bad in ["", "0f", &"0f".repeat(33), &"zz".repeat(32)] {
            assert_eq!(SecretsKey::parse(bad), None, "{bad}");
        }
        assert_eq!(
            format!("{:?} {:?}", SecretsKey::parse(&"0f".repeat(32)).unwrap(), vault("a")),
            "SecretsKey(……) Vault(……)"
        );
    }
}
