//! From the code that came back to the tokens.

use super::{Client, SKEW, description::json, outgoing::Answer};
use crate::auth::{client_key::thumbprint, secret::fresh_key};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL},
};
use domain::{
    identity_provider::{ClientAuth, IdentityProvider},
    oidc_fault::OidcFault,
};
use openidconnect::url::Url;
use ring::{rand::SystemRandom, signature};
use serde::Deserialize;
use serde_json::json;

/// What the provider gives for a code.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub(super) access_token: String,
    pub(super) id_token: String,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Client {
    /// The tokens for `fields` (a code with what proves that it is ours).
    pub(super) async fn tokens(
        &self,
        endpoint: &Url,
        provider: &IdentityProvider,
        secret: Option<&[u8]>,
        fields: &[(&str, &str)],
    ) -> Result<Tokens, OidcFault> {
        let answer = self.ask_tokens(endpoint, provider, secret, fields).await?;
        match answer.status {
            400 | 401 => Err(refusal(&answer)),
            _ => json(&answer),
        }
    }

    /// What the provider answers to who asks for tokens.
    pub(super) async fn ask_tokens(
        &self,
        endpoint: &Url,
        provider: &IdentityProvider,
        secret: Option<&[u8]>,
        fields: &[(&str, &str)],
    ) -> Result<Answer, OidcFault> {
        let (form, who) = self.question(endpoint, provider, secret, fields)?;
        self.outgoing.post(endpoint, form, who).await
    }

    /// The form with `fields` and with what proves who asks, or the header that does.
    fn question(
        &self,
        endpoint: &Url,
        provider: &IdentityProvider,
        secret: Option<&[u8]>,
        fields: &[(&str, &str)],
    ) -> Result<(String, Option<String>), OidcFault> {
        let secret = secret.ok_or(OidcFault::Client)?;
        let id = provider.client_id.as_str();
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let mut who = None;
        match provider.auth {
            ClientAuth::SecretBasic => {
                // Each half is encoded before they are joined (RFC 6749, section 2.3.1).
                let half = |text: &[u8]| form_urlencoded::byte_serialize(text).collect::<String>();
                who = Some(format!("Basic {}", BASE64.encode(format!("{}:{}", half(id.as_bytes()), half(secret)))));
            }
            ClientAuth::SecretPost => {
                let secret = std::str::from_utf8(secret).map_err(|_| OidcFault::Client)?;
                form.append_pair("client_id", id).append_pair("client_secret", secret);
            }
            ClientAuth::PrivateKeyJwt => {
                let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                form.append_pair("client_id", id).append_pair("client_assertion_type", kind);
                form.append_pair("client_assertion", &self.assertion(endpoint, id, secret)?);
            }
        }
        Ok((form.finish(), who))
    }

    /// A statement that whoever holds the private half of `key` asks (RFC 7523), good for a minute.
    fn assertion(&self, endpoint: &Url, client: &str, key: &[u8]) -> Result<String, OidcFault> {
        let key = signature::RsaKeyPair::from_pkcs8(key).map_err(|_| OidcFault::Client)?;
        let number = |bytes: &[u8]| BASE64URL.encode(bytes);
        let public = signature::RsaPublicKeyComponents::<Vec<u8>>::from(key.public());
        // The name under which the public half is shown.
        let kid = thumbprint(&number(&public.e), &number(&public.n));
        let now = self.clock.now();
        let header = json!({ "alg": "RS256", "typ": "JWT", "kid": kid });
        let claims = json!({
            "iss": client, "sub": client, "aud": endpoint, "jti": fresh_key(),
            "iat": now.timestamp(), "exp": (now + SKEW).timestamp(),
        });
        let said = format!("{}.{}", number(header.to_string().as_bytes()), number(claims.to_string().as_bytes()));
        let mut signed = vec![0; key.public().modulus_len()];
        key.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), said.as_bytes(), &mut signed)
            .map_err(|_| OidcFault::Client)?;
        Ok(format!("{said}.{}", number(&signed)))
    }
}

/// Why a provider gives no tokens (RFC 6749, section 5.2).
pub(super) fn refusal(answer: &Answer) -> OidcFault {
    let error = serde_json::from_slice::<Refusal>(&answer.body).map(|refusal| refusal.error).unwrap_or_default();
    match error.as_str() {
        "invalid_grant" => OidcFault::Code,
        "invalid_client" | "unauthorized_client" => OidcFault::Client,
        _ if answer.status == 401 => OidcFault::Client,
        _ => OidcFault::Refused,
    }
}
