//! Trying the settings of a provider before people meet it.

use super::{Client, description::json, exchange::refusal};
use domain::{identity_provider::IdentityProvider, oidc_fault::OidcFault};

/// What a trial found, for who set the provider up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// How many keys the provider shows.
    pub keys: usize,
    /// Whether it says more of people than the ID token holds.
    pub user_info: bool,
    /// Whether people can sign out there too.
    pub signs_out: bool,
    /// Whether each answer names its issuer.
    pub names_issuer: bool,
}

impl Client {
    /// Reads the description and the keys as they are now, and offers a code that cannot be good: a provider that
    /// knows us refuses the code, one that does not refuses us.
    ///
    /// # Errors
    /// What does not work.
    pub async fn try_connection(&self, provider: &IdentityProvider, secret: Option<&[u8]>) -> Result<Tried, OidcFault> {
        let described = self.describe(provider).await?;
        let keys = self.read_keys(&described.jwks_uri).await?.keys().len();
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", "tavolo-trial"),
            ("redirect_uri", "https://example.invalid/"),
            ("code_verifier", "tavolo-trial-tavolo-trial-tavolo-trial-tavolo"),
        ];
        let answer = self.ask_tokens(&described.token_endpoint, provider, secret, &fields).await?;
        match answer.status {
            400 | 401 if refusal(&answer) == OidcFault::Client => return Err(OidcFault::Client),
            400 | 401 => {}
            // A code that nobody gave must not be taken.
            200 => return Err(OidcFault::Code),
            _ => json(&answer)?,
        }
        Ok(Tried {
            keys,
            user_info: described.userinfo_endpoint.is_some(),
            signs_out: described.end_session_endpoint.is_some(),
            names_issuer: described.authorization_response_iss_parameter_supported,
        })
    }
}
