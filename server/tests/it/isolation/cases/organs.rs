//! Organs, meetings, minutes.

use super::{Case, mine, only};
use domain::action::Action::{
    AddAddendum, ApplyAsMember, ApproveAsMember, ApproveMinutes, CommentMinutes, FileRemark, ManageMeetings,
    ManageMembers, ReadAttendance, WriteMinutes,
};

pub const CASES: &[Case] = &[
    // Organs.
    only(
        "organs/constitute",
        &[ManageMembers],
        &[
            ("slug", "{processes.slug}"),
            ("kind", "guarantee_committee"),
            ("constituted_on", "2022-02-10"),
            ("rules", "Prese."),
        ],
    ),
    only(
        "organs/rules",
        &[ManageMembers],
        &[
            ("organ", "{organs}"),
            ("version", "1"),
            ("rules", "Prese."),
            ("comment_days", "10"),
            ("quorum", "Nessuno."),
            ("admission", "Chiusa."),
        ],
    ),
    only(
        "organs/invite",
        &[ManageMembers],
        &[
            ("organ", "{organs}"),
            ("organisation", "Intrusi"),
            ("kind", "association"),
            ("category", "Associazioni"),
            ("delegate", "Ines Intrusa"),
            ("email", "ines@intrusi.example"),
        ],
    ),
    only(
        "organs/apply",
        &[ApplyAsMember],
        &[
            ("organ", "{organs}"),
            ("organisation", "Intrusi"),
            ("kind", "association"),
            ("category", "Associazioni"),
            ("why", "Presi."),
        ],
    ),
    only(
        "organs/remark",
        &[FileRemark],
        &[("member", "{organ_members}"), ("kind", "remark"), ("title", "Presa"), ("text", "Presa.")],
    ),
    // A delegate may leave for the organisation, so that a citizen may call it too.
    mine("organs/move", &[("member", "{organ_members}"), ("step", "accept"), ("reason", "Presi."), ("back", "")]),
    // Meetings.
    only(
        "meetings/plan",
        &[ManageMeetings],
        &[
            ("slug", "{processes.slug}"),
            ("of", "public"),
            ("title", "Intruso"),
            ("date", "2022-11-10"),
            ("time", "18:00"),
            ("mode", "in_person"),
            ("place", "Piazza"),
            ("link", ""),
            ("agenda", "Presa."),
        ],
    ),
    only(
        "meetings/edit",
        &[ManageMeetings],
        &[
            ("meeting", "{meetings}"),
            ("version", "1"),
            ("title", "Preso"),
            ("date", "2022-11-10"),
            ("time", "18:00"),
            ("mode", "in_person"),
            ("place", "Piazza"),
            ("link", ""),
            ("agenda", "Presa."),
        ],
    ),
    only("meetings/convene", &[ManageMeetings], &[("meeting", "{meetings}"), ("version", "1")]),
    only(
        "meetings/hold",
        &[ManageMeetings],
        &[("meeting", "{meetings}"), ("version", "1"), ("women", "1"), ("men", "1"), ("undeclared", "0")],
    ),
    only("meetings/cancel", &[ManageMeetings], &[("meeting", "{meetings}"), ("version", "1"), ("reason", "Presa.")]),
    only(
        "meetings/attendee",
        &[ManageMeetings, ReadAttendance],
        &[
            ("meeting", "{meetings}"),
            ("organisation", "X"),
            ("category", "Y"),
            ("name", "Intruso"),
            ("gender", "undeclared"),
        ],
    ),
    only(
        "meetings/attendee-remove",
        &[ManageMeetings, ReadAttendance],
        &[("meeting", "{meetings}"), ("attendee", "{meeting_attendees}")],
    ),
    only("meetings/paper", &[ManageMeetings], &[("meeting", "{meetings}"), ("document", "{documents}")]),
    only("meetings/paper-remove", &[ManageMeetings], &[("meeting", "{meetings}"), ("document", "{documents}")]),
    // Minutes.
    only("minutes/write", &[WriteMinutes], &[("meeting", "{meetings}"), ("version", "1"), ("text", "Preso.")]),
    only("minutes/decision", &[WriteMinutes], &[("meeting", "{meetings}"), ("version", "1"), ("text", "Presa.")]),
    only(
        "minutes/dissent",
        &[WriteMinutes],
        &[("meeting", "{meetings}"), ("version", "1"), ("number", "1"), ("organisation", "X"), ("text", "Preso.")],
    ),
    only(
        "minutes/move",
        &[WriteMinutes, ApproveMinutes],
        &[("meeting", "{meetings}"), ("version", "1"), ("step", "publish")],
    ),
    only("minutes/comment", &[CommentMinutes], &[("meeting", "{meetings}"), ("text", "Preso.")]),
    only(
        "minutes/approve",
        &[ApproveAsMember],
        &[("meeting", "{meetings}"), ("version", "1"), ("member", "{organ_members}")],
    ),
    only("minutes/addendum", &[AddAddendum], &[("meeting", "{meetings}"), ("text", "Presa.")]),
];
