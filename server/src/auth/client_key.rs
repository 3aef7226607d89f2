//! The platform's own key at an identity provider (`private_key_jwt`): made here, its public half shown as a key set.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use rsa::{BigUint, RsaPrivateKey, pkcs8::EncodePrivateKey, rand_core::OsRng, traits::PublicKeyParts};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the rules of SPID and CIE ask at least.
const BITS: usize = 2048;

/// A pair of RSA keys for signing.
pub struct ClientKey {
    /// PKCS #8, in DER.
    pub private: Vec<u8>,
    /// A JSON Web Key (RFC 7517); its `kid` is its thumbprint (RFC 7638).
    pub public: Value,
}

impl ClientKey {
    /// Makes a pair; it takes a while.
    ///
    /// # Panics
    /// Where the system gives no randomness.
    #[must_use]
    pub fn fresh() -> Self {
        let key = RsaPrivateKey::new(&mut OsRng, BITS).expect("the system gives randomness");
        let der = key.to_pkcs8_der().expect("a fresh key can be written");
        let number = |number: &BigUint| BASE64URL.encode(number.to_bytes_be());
        let (e, n) = (number(key.e()), number(key.n()));
        let kid = thumbprint(&e, &n);
        let public = json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "e": e, "n": n });
        Self { private: der.as_bytes().to_vec(), public }
    }
}

/// The thumbprint (RFC 7638) of the RSA key whose numbers are `e` and `n`, in base64url.
pub(super) fn thumbprint(e: &str, n: &str) -> String {
    BASE64URL.encode(Sha256::digest(format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::{rand::SystemRandom, signature};

    #[test]
    fn what_the_private_half_signs_the_public_half_proves() {
        let key = ClientKey::fresh();
        let pair = signature::RsaKeyPair::from_pkcs8(&key.private).unwrap();
        let mut signed = vec![0; pair.public().modulus_len()];
        pair.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), b"testo", &mut signed).unwrap();
        let part = |name: &str| BASE64URL.decode(key.public[name].as_str().unwrap()).unwrap();
        let public = signature::RsaPublicKeyComponents { n: part("n"), e: part("e") };
        public.verify(&signature::RSA_PKCS1_2048_8192_SHA256, b"testo", &signed).unwrap();
        let shown: Vec<_> = key.public.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(shown, ["alg", "e", "kid", "kty", "n", "use"], "nothing of the private half");
    }
}
