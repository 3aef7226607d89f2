//! Why a sign-in through an identity provider, or the trial of its settings, did not succeed.

use crate::code::coded;

coded! {
    /// What went wrong between the platform, the provider and the person; never a text of the provider's.
    pub enum OidcFault {
        /// Nobody answers, or with a fault of its own.
        Unreachable = "unreachable",
        /// The answer took too long.
        Slow = "slow",
        /// The answer was larger than any such answer is.
        TooLarge = "too_large",
        /// The provider sent the platform elsewhere.
        Redirected = "redirected",
        /// The address lies inside a network that is nobody else's to reach.
        PrivateAddress = "private_address",
        /// The address can be read on the way.
        NotHttps = "not_https",
        /// The answer is not what it should be.
        NotJson = "not_json",
        /// The answer comes from another provider than the one that was asked.
        WrongIssuer = "wrong_issuer",
        /// The provider shows no key with which it signs.
        NoKeys = "no_keys",
        /// Signed with a key that the provider does not show.
        UnknownKey = "unknown_key",
        /// The signature does not hold.
        Signature = "signature",
        /// Signed in a way that proves nothing, or not signed.
        Algorithm = "algorithm",
        /// Made for another client.
        Audience = "audience",
        /// Too old, or from the future.
        Expired = "expired",
        /// Made for another sign-in.
        Nonce = "nonce",
        /// This browser did not begin this sign-in, or it was over.
        State = "state",
        /// The person was recognised less surely than asked.
        Level = "level",
        /// Two answers speak of two people.
        Subject = "subject",
        /// The provider did not take its own code: used before, or too old.
        Code = "code",
        /// The provider did not take the platform's proof of who it is.
        Client = "client",
        /// The person said no, or the provider did.
        Refused = "refused",
        /// No address that counts: one must come in by mail first, and then join the two.
        NoAddress = "no_address",
        /// Somebody else has the address: one must come in by mail first, and then join the two.
        AddressTaken = "address_taken",
        /// The identity is another person's here already.
        OfAnother = "of_another",
        /// Subject and fiscal code belong to two people.
        Mismatch = "mismatch",
    }
}
