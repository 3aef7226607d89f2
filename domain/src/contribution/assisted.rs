//! A contribution that staff writes down for somebody without an account.

use super::{ContributionChannel, NewContribution};
use crate::{
    code::choice,
    invalid::{Fault, FieldErrors},
    text,
};

/// Most characters of the source.
pub const SOURCE_MAX: u32 = 160;

impl ContributionChannel {
    /// The channels on which people reach staff without an account.
    pub const ASSISTED: [Self; 3] = [Self::Event, Self::Paper, Self::Phone];
}

/// A contribution as staff writes it down: how it came and from where, agreed with whoever said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssisted {
    pub contribution: NewContribution,
    pub channel: ContributionChannel,
    /// The event, the box, the desk; never a person.
    pub source: String,
}

impl NewAssisted {
    /// Reads `channel`, `source` and `agreed`, beside a contribution that was read before.
    ///
    /// # Errors
    /// Field by field, those of the contribution among them.
    pub fn parse(
        contribution: Result<NewContribution, FieldErrors>,
        channel: &str,
        source: &str,
        agreed: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let contribution = errors.take_all(contribution);
        let assisted = |channel: ContributionChannel| {
            if ContributionChannel::ASSISTED.contains(&channel) { Ok(channel) } else { Err(Fault::Choice) }
        };
        let channel = errors.take("channel", choice(channel).and_then(assisted));
        let source = errors.take("source", text::line(source, SOURCE_MAX));
        let agreed = errors.take("agreed", if agreed == "si" { Ok(()) } else { Err(Fault::Required) });
        match (contribution, channel, source, agreed) {
            (Some(contribution), Some(channel), Some(source), Some(())) => Ok(Self { contribution, channel, source }),
            _ => Err(errors),
        }
    }
}
