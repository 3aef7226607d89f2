//! Numbered decisions in minutes, and the dissent from them.

use crate::{
    invalid::{Fault, FieldErrors},
    text,
};
use serde::{Deserialize, Serialize};

/// A decision of the meeting, with who dissented from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub number: u32,
    pub text: String,
    pub dissents: Vec<Dissent>,
}

/// An organisation's dissent, published in the minutes without its delegate's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    pub organisation: String,
    pub text: String,
}

impl Dissent {
    /// Reads `organisation` and `text`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(organisation: &str, dissent: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let dissent = errors.take("text", text::prose(dissent, 2_000));
        match (organisation, dissent) {
            (Some(organisation), Some(text)) => Ok(Self { organisation, text }),
            _ => Err(errors),
        }
    }
}

/// `decisions` with the decision `typed` at the end, under the next number.
///
/// # Errors
/// For the field `text`.
pub fn with_decision(mut decisions: Vec<Decision>, typed: &str) -> Result<Vec<Decision>, FieldErrors> {
    let text = text::prose(typed, 2_000).map_err(|fault| FieldErrors::one("text", fault))?;
    let number = decisions.iter().map(|decision| decision.number).max().unwrap_or(0) + 1;
    decisions.push(Decision { number, text, dissents: Vec::new() });
    Ok(decisions)
}

/// `decisions` with `dissent` written to the decision under `number`.
///
/// # Errors
/// `Choice` for the field `number` when there is no such decision.
pub fn with_dissent(
    mut decisions: Vec<Decision>,
    number: &str,
    dissent: Dissent,
) -> Result<Vec<Decision>, FieldErrors> {
    let number = number.trim().parse::<u32>().ok();
    let Some(decision) = decisions.iter_mut().find(|decision| Some(decision.number) == number) else {
        return Err(FieldErrors::one("number", Fault::Choice));
    };
    decision.dissents.push(dissent);
    Ok(decisions)
}
