//! Under which names a provider says what of a person.

use super::words;
use crate::invalid::{Fault, FieldErrors};
use serde::{Deserialize, Serialize};

/// The names of claims, tried in order; none where the provider does not say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimMap {
    pub fiscal_code: Vec<String>,
    pub name: Vec<String>,
    pub family_name: Vec<String>,
    pub birth_date: Vec<String>,
    pub email: Vec<String>,
}

/// The names that Italian providers and aggregators use.
impl Default for ClaimMap {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Self {
            fiscal_code: names(&[
                "fiscal_number",
                "https://attributes.eid.gov.it/fiscal_number",
                "https://attributes.spid.gov.it/fiscalNumber",
                "fiscalNumber",
                "codiceFiscale",
            ]),
            name: names(&["given_name", "https://attributes.spid.gov.it/name", "nome", "name"]),
            family_name: names(&["family_name", "https://attributes.spid.gov.it/familyName", "familyName", "cognome"]),
            birth_date: names(&[
                "birthdate",
                "https://attributes.spid.gov.it/dateOfBirth",
                "dateOfBirth",
                "dataNascita",
            ]),
            email: names(&["email", "https://attributes.spid.gov.it/email"]),
        }
    }
}

/// The names as typed, with spaces or commas between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedClaims {
    pub fiscal_code: String,
    pub name: String,
    pub family_name: String,
    pub birth_date: String,
    pub email: String,
}

impl TypedClaims {
    /// Reads the five lists; each may be blank.
    pub(super) fn parse(&self) -> Result<ClaimMap, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut list = |field: &str, typed: &str| -> Option<Vec<String>> {
            let read: Result<_, Fault> = words(typed);
            errors.take(field, read)
        };
        let fiscal_code = list("claim_fiscal_code", &self.fiscal_code);
        let name = list("claim_name", &self.name);
        let family_name = list("claim_family_name", &self.family_name);
        let birth_date = list("claim_birth_date", &self.birth_date);
        let email = list("claim_email", &self.email);
        let read = || {
            Some(ClaimMap {
                fiscal_code: fiscal_code?,
                name: name?,
                family_name: family_name?,
                birth_date: birth_date?,
                email: email?,
            })
        };
        read().ok_or(errors)
    }
}

impl From<&ClaimMap> for TypedClaims {
    fn from(claims: &ClaimMap) -> Self {
        Self {
            fiscal_code: claims.fiscal_code.join(" "),
            name: claims.name.join(" "),
            family_name: claims.family_name.join(" "),
            birth_date: claims.birth_date.join(" "),
            email: claims.email.join(" "),
        }
    }
}
