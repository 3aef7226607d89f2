//! How surely somebody is known.

use crate::code::coded;

coded! {
    /// How surely somebody is known, least first (Implementing Regulation (EU) 2015/1502).
    pub enum Assurance {
        /// By an address that receives mail.
        Address = "address",
        /// SPID level 1.
        Low = "low",
        /// SPID level 2.
        Substantial = "substantial",
        /// SPID level 3, the identity card.
        High = "high",
    }
}

/// Where levels stand in front of their names: SPID's own, and those of the Union (SAML and OpenID Connect alike).
const NAMESPACES: [&str; 3] =
    ["https://www.spid.gov.it/", "http://eidas.europa.eu/LoA/", "https://eidas.europa.eu/LoA/"];

impl Assurance {
    /// The level that a provider names in `acr`; none where it says nothing that is known.
    #[must_use]
    pub fn of_acr(acr: &str) -> Option<Self> {
        let name = NAMESPACES.iter().find_map(|space| acr.strip_prefix(space)).unwrap_or(acr);
        match name {
            "SpidL1" | "low" | "1" => Some(Self::Low),
            "SpidL2" | "substantial" | "2" => Some(Self::Substantial),
            "SpidL3" | "high" | "3" => Some(Self::High),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Assurance;

    #[test]
    fn levels_have_many_names_and_one_order() {
        for (acr, level) in [
            ("https://www.spid.gov.it/SpidL1", Some(Assurance::Low)),
            ("https://www.spid.gov.it/SpidL2", Some(Assurance::Substantial)),
            ("https://www.spid.gov.it/SpidL3", Some(Assurance::High)),
            ("http://eidas.europa.eu/LoA/low", Some(Assurance::Low)),
            ("http://eidas.europa.eu/LoA/substantial", Some(Assurance::Substantial)),
            ("https://eidas.europa.eu/LoA/high", Some(Assurance::High)),
            ("1", Some(Assurance::Low)),
            ("2", Some(Assurance::Substantial)),
            ("3", Some(Assurance::High)),
            ("SpidL2", Some(Assurance::Substantial)),
            ("", None),
            ("0", None),
            ("4", None),
            ("SpidL4", None),
            ("spidl3", None),
            ("https://example.org/SpidL3", None),
            ("http://eidas.europa.eu/LoA/NotNotified/high", None),
            ("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", None),
        ] {
            assert_eq!(Assurance::of_acr(acr), level, "{acr}");
        }
        assert!(Assurance::ALL.is_sorted());
    }
}
