//! Protocol data (*segnatura*) that the tenant's own register gave to a document, and annotations.

use crate::{
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    number::whole,
    reason::Reason,
    text,
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

coded! {
    /// Which way a registered document went.
    pub enum Direction {
        Incoming = "incoming",
        Outgoing = "outgoing",
        Internal = "internal",
    }
}

/// A registration as the register wrote it; the platform never makes one up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolRegistration {
    pub register: String,
    pub year: i32,
    /// At least seven digits.
    pub number: String,
    pub date: NaiveDate,
    pub direction: Direction,
    /// Sender or recipient.
    pub counterpart: String,
    pub subject: String,
}

impl ProtocolRegistration {
    /// Reads the fields of the same names; the number is padded to seven digits, the date lies in the year.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        register: &str,
        year: &str,
        number: &str,
        date: &str,
        direction: &str,
        counterpart: &str,
        subject: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let register = errors.take("register", text::line(register, 40));
        let year =
            errors.take("year", whole(year, 1900, 2200).and_then(|year| i32::try_from(year).map_err(|_| Fault::Date)));
        let number = errors.take("number", padded(number));
        let mut date = errors.take("date", text::date(date));
        if let (Some(day), Some(year)) = (date, year)
            && day.year() != year
        {
            date = errors.take("date", Err(Fault::Order));
        }
        let direction = errors.take("direction", choice(direction));
        let counterpart = errors.take("counterpart", text::line(counterpart, 200));
        let subject = errors.take("subject", text::line(subject, 500));
        match (register, year, number, date, direction, counterpart, subject) {
            (
                Some(register),
                Some(year),
                Some(number),
                Some(date),
                Some(direction),
                Some(counterpart),
                Some(subject),
            ) => Ok(Self { register, year, number, date, direction, counterpart, subject }),
            _ => Err(errors),
        }
    }

    /// The same on the day `today`: a register gives no number for a day that is still to come.
    ///
    /// # Errors
    /// `Future` for `year` and `date`.
    pub fn by(self, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        if self.year > today.year() {
            errors.add("year", Fault::Future);
        }
        if self.date > today {
            errors.add("date", Fault::Future);
        }
        if errors.is_empty() { Ok(self) } else { Err(errors) }
    }

    /// What no two documents share: register, year and number, however the register is written.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}/{}", self.register.to_lowercase(), self.year, self.number)
    }

    /// The stamp: `AL/2020/0019558 del 02/10/2020`.
    #[must_use]
    pub fn stamp(&self) -> String {
        format!("{}/{}/{} del {}", self.register, self.year, self.number, self.date.format("%d/%m/%Y"))
    }
}

fn padded(typed: &str) -> Result<String, Fault> {
    whole(typed, 1, 999_999_999_999).map(|number| format!("{number:07}"))
}

coded! {
    /// What an annotation does to a protocolled document.
    pub enum AnnotationKind {
        Note = "note",
        /// The registration counts as cancelled; the document stays readable.
        Cancelled = "cancelled",
    }
}

/// An annotation as typed; its author is who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnnotation {
    pub kind: AnnotationKind,
    pub reason: Reason,
}

impl NewAnnotation {
    /// Reads `kind` and `reason`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(kind: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let reason = errors.take_all(Reason::parse(reason));
        kind.zip(reason).map(|(kind, reason)| Self { kind, reason }).ok_or(errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registered(number: &str, date: &str) -> Result<ProtocolRegistration, FieldErrors> {
        ProtocolRegistration::parse("AL", "2020", number, date, "incoming", "Comune", "Invio del DocPP")
    }

    #[test]
    fn a_stamp_reads_as_the_register_wrote_it() {
        for number in ["0019558", "19558", "000019558"] {
            assert_eq!(registered(number, "02/10/2020").unwrap().stamp(), "AL/2020/0019558 del 02/10/2020");
        }
        assert_eq!(registered("123456789", "2020-10-02").unwrap().number, "123456789");
    }

    #[test]
    fn a_registration_lies_in_its_year() {
        assert_eq!(registered("1", "02/10/2021"), Err(FieldErrors::one("date", Fault::Order)));
        let errors = ProtocolRegistration::parse("", "20", "12a", "x", "sideways", "", "").unwrap_err();
        assert_eq!(errors.iter().count(), 7);
    }

    #[test]
    fn no_register_gives_a_number_tomorrow() {
        let given = registered("19558", "02/10/2020").unwrap();
        let on = |day: &str| given.clone().by(day.parse().unwrap());
        assert!(on("2020-10-02").is_ok());
        assert_eq!(on("2020-10-01"), Err(FieldErrors::one("date", Fault::Future)));
        let errors = on("2019-12-31").unwrap_err();
        assert_eq!((errors.of("year"), errors.of("date")), (Some(&Fault::Future), Some(&Fault::Future)));
    }

    #[test]
    fn one_number_is_one_however_it_is_written() {
        let key = |register: &str, number: &str| {
            let typed = [register, "2020", number, "02/10/2020", "incoming", "Comune", "Invio"];
            let [a, b, c, d, e, f, g] = typed;
            ProtocolRegistration::parse(a, b, c, d, e, f, g).unwrap().key()
        };
        assert_eq!(key("AL", "19558"), key("al", "0019558"));
        assert_ne!(key("AL", "19558"), key("AL", "19559"));
        assert_ne!(key("AL", "19558"), key("PG", "19558"));
    }

    #[test]
    fn an_annotation_gives_its_reason() {
        assert!(NewAnnotation::parse("cancelled", "Registrato due volte").is_ok());
        assert_eq!(NewAnnotation::parse("erased", " ").unwrap_err().iter().count(), 2);
        assert!(NewAnnotation::parse("note", "").is_err());
    }
}
