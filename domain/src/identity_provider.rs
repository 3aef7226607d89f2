//! Identity providers of a tenant: who else may say who somebody is, over OpenID Connect.

mod claims;
mod issuer;
mod secret;
#[cfg(test)]
mod tests;

use crate::{
    assurance::Assurance,
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    personal_data::is_fiscal_code,
    text,
};
use serde::{Deserialize, Serialize};

pub use {
    claims::{ClaimMap, TypedClaims},
    secret::{SecretChange, TypedSecret, switch_on},
};

/// The scope without which a sign-in is none of OpenID Connect.
pub const OPENID: &str = "openid";

/// How many words a list of scopes, levels or claims holds at most.
const MOST_WORDS: usize = 20;

coded! {
    /// How the platform proves to a provider which client it is.
    pub enum ClientAuth {
        /// A secret in the header.
        SecretBasic = "client_secret_basic",
        /// A secret in the body.
        SecretPost = "client_secret_post",
        /// A statement signed with the platform's own key.
        PrivateKeyJwt = "private_key_jwt",
    }
}

/// An identity provider as a tenant set it up, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityProvider {
    /// What the button of the sign-in page says.
    pub name: String,
    /// Compared to the letter with what the provider says of itself.
    pub issuer: String,
    pub client_id: String,
    pub auth: ClientAuth,
    /// Begins with `openid`.
    pub scopes: Vec<String>,
    /// The levels asked for, the preferred first.
    pub acr_values: Vec<String>,
    /// A sign-in below it is refused.
    pub least: Assurance,
    pub claims: ClaimMap,
}

/// An identity provider as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedIdentityProvider {
    pub name: String,
    pub issuer: String,
    pub client_id: String,
    pub auth: String,
    pub scopes: String,
    pub acr_values: String,
    pub least: String,
    pub claims: TypedClaims,
}

impl TypedIdentityProvider {
    /// Reads the form.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(&self) -> Result<IdentityProvider, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", text::line(&self.name, 60));
        let issuer = errors.take("issuer", issuer::issuer(&self.issuer));
        let client_id = errors.take("client_id", client_id(&self.client_id));
        let auth = errors.take("auth", choice(&self.auth));
        let scopes = errors.take("scopes", scopes(&self.scopes));
        let acr_values = errors.take("acr_values", words(&self.acr_values));
        let least = errors.take("least", choice(&self.least));
        let claims = errors.take_all(self.claims.parse());
        let read = || {
            Some(IdentityProvider {
                name: name?,
                issuer: issuer?,
                client_id: client_id?,
                auth: auth?,
                scopes: scopes?,
                acr_values: acr_values?,
                least: least?,
                claims: claims?,
            })
        };
        read().ok_or(errors)
    }
}

impl IdentityProvider {
    /// The highest level that it is asked for: what people can prove by it.
    #[must_use]
    pub fn vouches_for(&self) -> Assurance {
        let named = self.acr_values.iter().filter_map(|acr| Assurance::of_acr(acr));
        named.fold(self.least, Assurance::max)
    }
}

impl From<&IdentityProvider> for TypedIdentityProvider {
    fn from(provider: &IdentityProvider) -> Self {
        Self {
            name: provider.name.clone(),
            issuer: provider.issuer.clone(),
            client_id: provider.client_id.clone(),
            auth: provider.auth.code().into(),
            scopes: provider.scopes.join(" "),
            acr_values: provider.acr_values.join(" "),
            least: provider.least.code().into(),
            claims: TypedClaims::from(&provider.claims),
        }
    }
}

/// The fiscal code of a natural person, in capitals. Never stored, never shown in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct FiscalCode(String);

impl FiscalCode {
    /// The sixteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for FiscalCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FiscalCode(……)")
    }
}

/// The fiscal code that a claim holds, with or without the prefix of eIDAS (`TINIT-`).
#[must_use]
pub fn fiscal_code(claim: &str) -> Option<FiscalCode> {
    let claim = claim.trim().to_ascii_uppercase();
    let code = claim.strip_prefix("TINIT-").unwrap_or(&claim);
    is_fiscal_code(code).then(|| FiscalCode(code.to_owned()))
}

/// Visible ASCII without spaces (RFC 6749, appendix A).
fn client_id(typed: &str) -> Result<String, Fault> {
    let id = text::line(typed, 255)?;
    if id.chars().all(|c| c.is_ascii_graphic()) { Ok(id) } else { Err(Fault::Form) }
}

fn scopes(typed: &str) -> Result<Vec<String>, Fault> {
    let mut scopes = words(typed)?;
    scopes.retain(|scope| scope != OPENID);
    scopes.insert(0, OPENID.to_owned());
    Ok(scopes)
}

/// Words with spaces, commas or line ends between them, each once; blank for none.
fn words(typed: &str) -> Result<Vec<String>, Fault> {
    let mut found: Vec<String> = Vec::new();
    for word in typed.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        // What these lists may hold (RFC 6749, appendix A.4).
        if !word.chars().all(|c| c.is_ascii_graphic() && c != '"' && c != '\\') {
            return Err(Fault::Form);
        }
        if word.len() > 200 {
            return Err(Fault::TooLong { max: 200 });
        }
        if !found.iter().any(|kept| kept == word) {
            found.push(word.to_owned());
        }
    }
    if found.len() > MOST_WORDS { Err(Fault::TooManyWords { max: 20 }) } else { Ok(found) }
}
