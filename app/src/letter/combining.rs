//! Mail about proposals that were merged, divided, or are as they were before.

use super::Words;
use crate::i18n::*;
use domain::reason::Reason;

/// Titles with whole addresses.
type Linked<'a> = &'a [(&'a str, String)];

fn list(all: Linked<'_>) -> String {
    all.iter().map(|(title, link)| format!("«{title}»\n{link}")).collect::<Vec<_>>().join("\n\n")
}

fn quoted(titles: &[&str]) -> String {
    titles.iter().map(|title| format!("«{title}»")).collect::<Vec<_>>().join("\n")
}

fn first<'a>(all: Linked<'a>) -> &'a str {
    all.first().map_or("", |(title, _)| *title)
}

/// How to say that it is wrong: below the originals while words are taken (`open`), else to those at `staff`.
fn wrong(l: Locale, (open, staff): (bool, &str)) -> String {
    if open {
        td_string!(l, mail.combine_wrong_open).to_string()
    } else {
        td_string!(l, mail.combine_wrong_closed, staff = staff)
    }
}

/// To who wrote, follows or supports `own`: they became one with others.
#[must_use]
pub fn merged(l: Locale, own: Linked<'_>, made: Linked<'_>, reason: &Reason, say: (bool, &str)) -> Words {
    let (list, made, reason, wrong) = (list(own), list(made), reason.to_string(), wrong(l, say));
    Words {
        subject: td_string!(l, mail.merged_subject, title = first(own)),
        body: td_string!(l, mail.merged_body, list = list, made = made, reason = reason, wrong = wrong),
    }
}

/// To who wrote, follows or supports `own`: it became several.
#[must_use]
pub fn split(l: Locale, own: Linked<'_>, made: Linked<'_>, reason: &Reason, say: (bool, &str)) -> Words {
    let (list, made, reason, wrong) = (list(own), list(made), reason.to_string(), wrong(l, say));
    Words {
        subject: td_string!(l, mail.split_subject, title = first(own)),
        body: td_string!(l, mail.split_body, list = list, made = made, reason = reason, wrong = wrong),
    }
}

/// To the same people: what was made of `own` is taken back, with the titles that are `gone`.
#[must_use]
pub fn taken_back(l: Locale, own: Linked<'_>, gone: &[&str], reason: &Reason) -> Words {
    let (list, gone, reason) = (list(own), quoted(gone), reason.to_string());
    Words {
        subject: td_string!(l, mail.taken_back_subject, title = first(own)),
        body: td_string!(l, mail.taken_back_body, list = list, gone = gone, reason = reason),
    }
}

/// To who follows only what is `gone`: it had been made of the `originals`.
#[must_use]
pub fn composed_gone(l: Locale, originals: Linked<'_>, gone: &[&str], reason: &Reason) -> Words {
    let title = gone.first().copied().unwrap_or_default();
    let (list, gone, reason) = (list(originals), quoted(gone), reason.to_string());
    Words {
        subject: td_string!(l, mail.composed_gone_subject, title = title),
        body: td_string!(l, mail.composed_gone_body, list = list, gone = gone, reason = reason),
    }
}
