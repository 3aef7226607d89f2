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
