//! OpenID Connect (Core 1.0) towards the identity providers of tenants: the authorisation code flow with PKCE, and
//! signing out on either side.

mod description;
mod exchange;
mod identity;
mod outgoing;
mod request;
mod signed;
mod signing_out;
mod trial;

pub use description::Discovery;
pub use identity::{Proved, Returned};
pub use outgoing::Reach;
pub use request::{Asked, FreshRequest};
pub use signing_out::LoggedOut;
pub use trial::Tried;

use crate::clock::Clock;
use chrono::TimeDelta;
use description::Memory;
use outgoing::Outgoing;
use std::sync::{Arc, Mutex};

/// How far two clocks may stand apart.
const SKEW: TimeDelta = TimeDelta::seconds(60);

/// The platform towards all providers: one for the process.
#[derive(Debug, Clone)]
pub struct Client {
    outgoing: Arc<Outgoing>,
    memory: Arc<Mutex<Memory>>,
    /// The machine's: what providers sign is of today, also inside the demo's story.
    pub clock: Clock,
}

impl Client {
    /// # Errors
    /// What keeps calls from leaving, in a sentence.
    pub fn new(reach: Reach) -> Result<Self, String> {
        let outgoing = Outgoing::new(reach).map_err(|fault| format!("providers cannot be asked: {fault}"))?;
        Ok(Self { outgoing: Arc::new(outgoing), memory: Arc::default(), clock: Clock::default() })
    }
}
