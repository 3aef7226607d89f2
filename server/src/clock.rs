//! What time it is: the machine's, or inside the demo's story.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// The clock of the application: the machine's plus an offset.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    offset_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// The present instant, to the microsecond (as databases keep it).
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let now = Utc::now() + TimeDelta::seconds(self.offset_seconds.load(Ordering::Relaxed));
        DateTime::from_timestamp_micros(now.timestamp_micros()).expect("the present is in range")
    }

    /// Moves the clock so that it shows `instant` now and goes on from there.
    pub fn set(&self, instant: DateTime<Utc>) {
        self.set_offset((instant - Utc::now()).num_seconds());
    }

    /// Moves the clock to `seconds` after the machine's.
    pub fn set_offset(&self, seconds: i64) {
        self.offset_seconds.store(seconds, Ordering::Relaxed);
    }
}
