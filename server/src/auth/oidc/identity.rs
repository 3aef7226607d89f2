//! Whom the tokens speak of, once everything that they claim was proved.

use super::{
    Asked, Client, SKEW,
    description::{Discovery, json},
    exchange::Tokens,
    signed::{self, ALGORITHMS, Claims},
};
use chrono::{NaiveDate, TimeDelta};
use domain::{
    assurance::Assurance,
    identity_provider::{FiscalCode, IdentityProvider, fiscal_code},
    oidc_fault::OidcFault,
};
use openidconnect::{
    AccessToken, AccessTokenHash, ClaimsVerificationError as Claim, ClientId, IssuerUrl, Nonce,
    SignatureVerificationError as Sign,
    core::{CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet},
};
use serde_json::Value;

/// How old an ID token may be when it comes: it is made for the code that was just given.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// A person as a provider vouches for them.
#[derive(Debug, Clone)]
pub struct Proved {
    pub subject: String,
    pub level: Assurance,
    /// The provider's name for its own session.
    pub sid: Option<String>,
    /// As it came: the provider asks for it when the person signs out.
    pub id_token: String,
    pub fiscal_code: Option<FiscalCode>,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub email: Option<String>,
    pub email_verified: Option<bool>,
}

/// What came back with the browser, and what was kept of the request.
#[derive(Debug, Clone, Copy)]
pub struct Returned<'a> {
    pub code: &'a str,
    /// Who says to answer (RFC 9207).
    pub issuer: Option<&'a str>,
    pub nonce: &'a str,
    pub verifier: &'a str,
}

impl Client {
    /// The person for whom the provider gave a code.
    ///
    /// # Errors
    /// What does not hold.
    pub async fn prove(
        &self,
        provider: &IdentityProvider,
        secret: Option<&[u8]>,
        asked: Asked<'_>,
        came: Returned<'_>,
    ) -> Result<Proved, OidcFault> {
        let described = self.discover(provider).await?;
        if came.issuer != Some(&*provider.issuer)
            && (came.issuer.is_some() || described.authorization_response_iss_parameter_supported)
        {
            return Err(OidcFault::WrongIssuer);
        }
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", came.code),
            ("redirect_uri", asked.back),
            ("code_verifier", came.verifier),
        ];
        let tokens = self.tokens(&described.token_endpoint, provider, secret, &fields).await?;
        signed::algorithm(&tokens.id_token)?;
        let level = self.with_keys(&described.jwks_uri, |keys| self.check(provider, &tokens, keys, came.nonce)).await?;
        if level < asked.least.max(provider.least) {
            return Err(OidcFault::Level);
        }
        let said = signed::unproved(&tokens.id_token)?;
        let more = self.user_info(&described, provider, &tokens.access_token, &said).await?;
        Ok(proved(provider, level, tokens.id_token, said, more))
    }

    /// Whether the ID token holds, and how surely it says that the person was recognised (OpenID Connect Core 1.0,
    /// section 3.1.3.7).
    fn check(
        &self,
        provider: &IdentityProvider,
        tokens: &Tokens,
        keys: &CoreJsonWebKeySet,
        nonce: &str,
    ) -> Result<Assurance, OidcFault> {
        let token: CoreIdToken = tokens.id_token.parse().map_err(|_| OidcFault::NotJson)?;
        let client = ClientId::new(provider.client_id.clone());
        let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|_| OidcFault::WrongIssuer)?;
        let now = self.clock.now();
        let verifier = CoreIdTokenVerifier::new_public_client(client, issuer, keys.clone())
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || now - SKEW)
            .set_issue_time_verifier_fn(move |made| {
                if made <= now + SKEW && made >= now - FRESH - SKEW { Ok(()) } else { Err(String::new()) }
            });
        let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|fault| fault_of(&fault))?;
        if claims.authorized_party().is_some_and(|party| party.as_str() != provider.client_id) {
            return Err(OidcFault::Audience);
        }
        if let Some(hash) = claims.access_token_hash() {
            let key = token.signing_key(&verifier).map_err(|fault| signature_fault(&fault))?;
            let algorithm = token.signing_alg().map_err(|fault| signature_fault(&fault))?;
            let access = AccessToken::new(tokens.access_token.clone());
            let made = AccessTokenHash::from_token(&access, algorithm, key).map_err(|_| OidcFault::Algorithm)?;
            if made != *hash {
                return Err(OidcFault::Subject);
            }
        }
        let acr = claims.auth_context_ref().and_then(|acr| Assurance::of_acr(acr));
        Ok(acr.unwrap_or(Assurance::Address))
    }

    /// What the provider says besides, of the same person: plain, or signed.
    async fn user_info(
        &self,
        described: &Discovery,
        provider: &IdentityProvider,
        token: &str,
        said: &Claims,
    ) -> Result<Claims, OidcFault> {
        let Some(address) = &described.userinfo_endpoint else { return Ok(Claims::new()) };
        let answer = self.outgoing.get_with(address, token).await?;
        let more: Claims = if answer.kind == "application/jwt" && answer.status == 200 {
            let statement = String::from_utf8(answer.body).map_err(|_| OidcFault::NotJson)?;
            let more = self.with_keys(&described.jwks_uri, |keys| signed::proved(statement.trim(), keys)).await?;
            if text(&more, "iss").is_some_and(|issuer| issuer != provider.issuer) {
                return Err(OidcFault::WrongIssuer);
            }
            if more.contains_key("aud") && !is_for(&more, &provider.client_id) {
                return Err(OidcFault::Audience);
            }
            more
        } else {
            json(&answer)?
        };
        if more.get("sub") == said.get("sub") { Ok(more) } else { Err(OidcFault::Subject) }
    }
}

/// Whether `client` is among those whom a statement is for.
pub(super) fn is_for(claims: &Claims, client: &str) -> bool {
    match claims.get("aud") {
        Some(Value::String(one)) => one == client,
        Some(Value::Array(all)) => all.iter().any(|one| one == client),
        _ => false,
    }
}

/// A claim that is text; longer than any name is none.
pub(super) fn text<'a>(claims: &'a Claims, name: &str) -> Option<&'a str> {
    claims.get(name)?.as_str().map(str::trim).filter(|text| (1..=500).contains(&text.len()))
}

/// User info comes first: it was asked for what the ID token need not hold.
fn proved(provider: &IdentityProvider, level: Assurance, id_token: String, said: Claims, more: Claims) -> Proved {
    let find = |names: &[String]| names.iter().find_map(|name| text(&more, name).or_else(|| text(&said, name)));
    let map = &provider.claims;
    let verified = more.get("email_verified").or_else(|| said.get("email_verified"));
    Proved {
        subject: text(&said, "sub").unwrap_or_default().to_owned(),
        level,
        sid: text(&said, "sid").map(ToOwned::to_owned),
        id_token,
        fiscal_code: find(&map.fiscal_code).and_then(fiscal_code),
        given_name: find(&map.name).map(ToOwned::to_owned),
        family_name: find(&map.family_name).map(ToOwned::to_owned),
        birth_date: find(&map.birth_date).and_then(|date| date.parse().ok()),
        email: find(&map.email).map(ToOwned::to_owned),
        // Some write it as text.
        email_verified: verified.and_then(|said| said.as_bool().or_else(|| said.as_str()?.parse().ok())),
    }
}

fn fault_of(fault: &Claim) -> OidcFault {
    match fault {
        Claim::Expired(_) | Claim::InvalidAuthTime(_) => OidcFault::Expired,
        Claim::InvalidAudience(_) => OidcFault::Audience,
        Claim::InvalidAuthContext(_) => OidcFault::Level,
        Claim::InvalidIssuer(_) => OidcFault::WrongIssuer,
        Claim::InvalidNonce(_) => OidcFault::Nonce,
        Claim::InvalidSubject(_) => OidcFault::Subject,
        Claim::SignatureVerification(fault) => signature_fault(fault),
        _ => OidcFault::NotJson,
    }
}

fn signature_fault(fault: &Sign) -> OidcFault {
    match fault {
        Sign::AmbiguousKeyId(_) | Sign::NoMatchingKey => OidcFault::UnknownKey,
        Sign::DisallowedAlg(_) | Sign::NoSignature | Sign::UnsupportedAlg(_) => OidcFault::Algorithm,
        _ => OidcFault::Signature,
    }
}
