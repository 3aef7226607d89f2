//! Mail about organs, their meetings and the minutes of these.

use super::Words;
use crate::{
    components::organ_words::{organ_words, remark_words},
    format::{day_of, end, moment},
    i18n::*,
};
use chrono::{DateTime, Utc};
use domain::{organ::OrganKind, remark::RemarkKind};

/// An organisation is invited to the organ of `path`; `link` leads to its answer, until the moment `until`.
#[must_use]
pub fn invited(l: Locale, (organisation, organ): (&str, OrganKind), path: &str, link: &str, until: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.member_invited_subject, organ = organ.as_str(), path = path),
        body: td_string!(
            l,
            mail.member_invited_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            link = link,
            until = until
        ),
    }
}

/// The invitation was taken back, and why.
#[must_use]
pub fn taken_back(l: Locale, organisation: &str, organ: OrganKind, path: &str, reason: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.member_taken_back_subject, organ = organ.as_str(), path = path),
        body: td_string!(
            l,
            mail.member_taken_back_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            reason = reason
        ),
    }
}

/// An organisation proposed itself; for the owner of the path.
#[must_use]
pub fn candidature(l: Locale, organisation: &str, organ: OrganKind, path: &str, link: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.candidature_subject, organisation = organisation, path = path),
        body: td_string!(
            l,
            mail.candidature_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            link = link
        ),
    }
}

/// The candidature was accepted.
#[must_use]
pub fn accepted(l: Locale, organisation: &str, organ: OrganKind, path: &str, link: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.candidature_accepted_subject, organisation = organisation),
        body: td_string!(
            l,
            mail.candidature_accepted_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            link = link
        ),
    }
}

/// The candidature was refused, and why.
#[must_use]
pub fn refused(l: Locale, organisation: &str, organ: OrganKind, path: &str, reason: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.candidature_refused_subject, organisation = organisation),
        body: td_string!(
            l,
            mail.candidature_refused_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            reason = reason
        ),
    }
}

/// A meeting is called, with its agenda.
#[must_use]
pub fn convened(l: Locale, title: &str, at: DateTime<Utc>, place: &str, agenda: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.meeting_convened_subject, title = title, day = day_of(at)),
        body: td_string!(
            l,
            mail.meeting_convened_body,
            title = title,
            at = moment(at),
            place = place,
            agenda = agenda,
            link = link
        ),
    }
}

/// The call to a meeting changed; `was` is the moment named before, where it is another.
#[must_use]
pub fn changed(
    l: Locale,
    title: &str,
    (was, at): (DateTime<Utc>, DateTime<Utc>),
    place: &str,
    agenda: &str,
    link: &str,
) -> Words {
    if was == at {
        let subject = td_string!(l, mail.meeting_changed_subject, title = title, day = day_of(at));
        return Words { subject, ..convened(l, title, at, place, agenda, link) };
    }
    Words {
        subject: td_string!(l, mail.meeting_moved_subject, title = title, day = day_of(at)),
        body: td_string!(
            l,
            mail.meeting_moved_body,
            title = title,
            was = moment(was),
            at = moment(at),
            place = place,
            agenda = agenda,
            link = link
        ),
    }
}

/// A meeting that was called will not take place.
#[must_use]
pub fn cancelled(l: Locale, title: &str, at: DateTime<Utc>, reason: &str) -> Words {
    Words {
        subject: td_string!(l, mail.meeting_cancelled_subject, title = title, day = day_of(at)),
        body: td_string!(l, mail.meeting_cancelled_body, title = title, at = moment(at), reason = reason),
    }
}

/// Minutes may be commented until `until`.
#[must_use]
pub fn minutes_in_comment(l: Locale, title: &str, until: DateTime<Utc>, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.minutes_comment_subject, title = title),
        body: td_string!(l, mail.minutes_comment_body, title = title, until = end(until), link = link),
    }
}

/// Every member approved the minutes and nobody objected; for the owner of the path.
#[must_use]
pub fn minutes_agreed(l: Locale, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.minutes_agreed_subject, title = title),
        body: td_string!(l, mail.minutes_agreed_body, title = title, link = link),
    }
}

/// Minutes were published.
#[must_use]
pub fn minutes_published(l: Locale, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.minutes_published_subject, title = title),
        body: td_string!(l, mail.minutes_published_body, title = title, link = link),
    }
}

/// An organisation left an organ; for the owner of the path.
#[must_use]
pub fn left(l: Locale, organisation: &str, organ: OrganKind, path: &str, link: &str) -> Words {
    let organ = organ_words(l, organ);
    Words {
        subject: td_string!(l, mail.left_subject, organisation = organisation, path = path),
        body: td_string!(
            l,
            mail.left_body,
            organisation = organisation,
            organ = organ.as_str(),
            path = path,
            link = link
        ),
    }
}

/// A member objected to minutes; for the owner of the path.
#[must_use]
pub fn objection(l: Locale, organisation: &str, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.objection_subject, title = title),
        body: td_string!(l, mail.objection_body, organisation = organisation, title = title, link = link),
    }
}

/// A member of the guarantee committee filed something, with its title; for the owner of the path.
#[must_use]
pub fn remark_filed(l: Locale, organisation: &str, (kind, title): (RemarkKind, &str), path: &str, link: &str) -> Words {
    let kind = remark_words(l, kind);
    Words {
        subject: td_string!(l, mail.remark_subject, kind = kind.as_str(), path = path),
        body: td_string!(
            l,
            mail.remark_body,
            organisation = organisation,
            path = path,
            kind = kind.as_str(),
            title = title,
            link = link
        ),
    }
}
