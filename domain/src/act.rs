//! Administrative acts (*atti*) that a process rests on, as their body registered them.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// What an act does for the process.
    pub enum ActKind {
        /// Suspends the decisions that would prejudge the outcome.
        SuspensionAct = "suspension_act",
        /// Approves the project, the agenda or one of their parts.
        Approval = "approval",
        /// Names people or constitutes an organ.
        Appointment = "appointment",
        Other = "other",
    }
}

/// An act as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAct {
    pub kind: ActKind,
    /// The body that adopted it.
    pub body: String,
    pub number: String,
    pub date: NaiveDate,
    pub subject: String,
    pub link: Option<String>,
}

impl NewAct {
    /// Reads the fields of the same names; only the link may be blank, and the act lies no later than `today`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        kind: &str,
        body: &str,
        number: &str,
        date: &str,
        subject: &str,
        link: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let body = errors.take("body", text::line(body, 200));
        let number = errors.take("number", text::line(number, 40));
        let date = errors.take(
            "date",
            text::date(date).and_then(|date| if date > today { Err(crate::invalid::Fault::Future) } else { Ok(date) }),
        );
        let subject = errors.take("subject", text::prose(subject, 1_000));
        let link = errors.take("link", optional_link(link));
        match (kind, body, number, date, subject, link) {
            (Some(kind), Some(body), Some(number), Some(date), Some(subject), Some(link)) => {
                Ok(Self { kind, body, number, date, subject, link })
            }
            _ => Err(errors),
        }
    }
}

/// A link, or none where nothing was typed.
pub(crate) fn optional_link(typed: &str) -> Result<Option<String>, crate::invalid::Fault> {
    if typed.trim().is_empty() { Ok(None) } else { text::link(typed).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    #[test]
    fn an_act_is_complete_and_past() {
        let today = NaiveDate::from_ymd_opt(2022, 1, 10).unwrap();
        let typed = |date: &str, link: &str| {
            NewAct::parse("suspension_act", "Giunta dell'Unione", "112", date, "Sospensione", link, today)
        };
        assert_eq!(typed("2021-12-02", "").unwrap().link, None);
        assert_eq!(typed("2022-01-11", "").unwrap_err().of("date"), Some(&Fault::Future));
        assert_eq!(typed("2021-12-02", "javascript:alert(1)").unwrap_err().of("link"), Some(&Fault::Link));
        assert_eq!(NewAct::parse("decree", "", "", "", "", "", today).unwrap_err().iter().count(), 5);
    }
}
