//! The choices that a rule pack makes.

use crate::code::coded;

coded! {
    /// The family of paths that a pack rules.
    pub enum Family {
        /// Certified and possibly funded, under a regional law.
        Certified = "certified",
        /// A municipal process that runs in cycles.
        Permanent = "permanent",
        /// Knowledge first, then realisation (AGIO).
        TwoStep = "two_step",
    }
}

coded! {
    /// Who guarantees the process.
    pub enum GuarantorKind {
        /// One regional guarantor.
        Single = "single",
        /// An authority of several members.
        Collegial = "collegial",
        /// Nobody outside the tenant.
        None = "none",
    }
}

coded! {
    /// How the duration of a process is counted.
    pub enum DurationUnit {
        /// Months from the communicated start.
        Months = "months",
        /// Days from the communicated start.
        Days = "days",
        /// Calendar dates of a cycle.
        Cycle = "cycle",
    }
}

coded! {
    /// How much something weighs that a process may have.
    pub enum Weight {
        /// The pack does not know it.
        None = "none",
        /// Allowed.
        Optional = "optional",
        /// Allowed and rewarded in the ranking.
        Scored = "scored",
    }
}

coded! {
    /// What a missing opinion of the table on the proposal document does.
    pub enum OpinionLevel {
        /// Blocks the submission.
        Block = "block",
        /// Warns, and lets it pass.
        Warn = "warn",
        /// Is not asked.
        None = "none",
    }
}
