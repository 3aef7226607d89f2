//! Which identity meets which person: never by the address alone.

use crate::{assurance::Assurance, id::PersonId, oidc_fault::OidcFault};

/// The address that came with an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// None, or none that counts.
    Missing,
    /// Nobody has it.
    Free,
    /// Somebody has it.
    Taken,
}

/// What is known of an identity that was proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Who joins it to the account that is open, having proved both.
    pub joining: Option<PersonId>,
    /// Who is kept under its issuer and subject.
    pub subject: Option<PersonId>,
    /// Who is kept under its fiscal code.
    pub code: Option<PersonId>,
    /// Whether the one who joins it, else the one under its subject, is kept under a fiscal code that is not this one.
    pub other_code: bool,
    pub address: Address,
}

/// Whose identity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// Kept before.
    Known(PersonId),
    /// To be kept as one more of this person's.
    Joined(PersonId),
    /// Of somebody who is not here yet.
    Fresh,
}

/// Whose identity it is.
///
/// # Errors
/// `OfAnother`, `Mismatch`, `NoAddress`, `AddressTaken`.
pub fn recognise(seen: Seen) -> Result<Recognised, OidcFault> {
    let Seen { joining, subject, code, other_code, address } = seen;
    let whose = joining.or(subject).or(code);
    let others = |found: Option<PersonId>| found.is_some() && found != whose;
    if joining.is_some() && (others(subject) || others(code)) {
        return Err(OidcFault::OfAnother);
    }
    if others(code) || (other_code && (joining.is_some() || subject.is_some())) {
        return Err(OidcFault::Mismatch);
    }
    match (whose, address) {
        (Some(person), _) if subject.is_some() => Ok(Recognised::Known(person)),
        (Some(person), _) => Ok(Recognised::Joined(person)),
        (None, Address::Missing) => Err(OidcFault::NoAddress),
        (None, Address::Taken) => Err(OidcFault::AddressTaken),
        (None, Address::Free) => Ok(Recognised::Fresh),
    }
}

/// Whether an address may become a person's own, by which they also come in with a code: where the provider says that
/// it was checked, or says nothing and is one of those that check whom they vouch for.
#[must_use]
pub fn address_counts(verified: Option<bool>, level: Assurance) -> bool {
    verified.unwrap_or(level > Assurance::Address)
}

/// Whether a fiscal code says who somebody is: from a provider that only repeats what it was told, it does not.
#[must_use]
pub fn code_counts(level: Assurance) -> bool {
    level > Assurance::Address
}

#[cfg(test)]
mod tests;
