//! Organs, meetings, minutes.

use super::{Case, Steps, mine, only};
use domain::action::Action::{
    AddAddendum, ApplyAsMember, ApproveAsMember, ApproveMinutes, CommentMinutes, FileRemark, ManageMeetings,
    ManageMembers, ReadAttendance, RegisterForMeeting, WriteMinutes,
};

const REGISTRATION: &[(&str, &str)] = &[
    ("meeting", "{meetings.id|places = 3}"),
    ("name", "Intruso"),
    ("kind", "citizen"),
    ("organisation", ""),
    ("gender", "undeclared"),
    ("needs", ""),
];

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
            ("version", "{organs.version}"),
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
            ("meeting", "{meetings.id|state = 'planned'}"),
            ("version", "{meetings.version|state = 'planned'}"),
            ("title", "Preso"),
            ("date", "2022-11-10"),
            ("time", "18:00"),
            ("mode", "in_person"),
            ("place", "Piazza"),
            ("link", ""),
            ("agenda", "Presa."),
        ],
    ),
    only(
        "meetings/convene",
        &[ManageMeetings],
        &[("meeting", "{meetings.id|state = 'planned'}"), ("version", "{meetings.version|state = 'planned'}")],
    ),
    only(
        "meetings/hold",
        &[ManageMeetings],
        &[("meeting", "{meetings}"), ("version", "1"), ("women", "1"), ("men", "1"), ("undeclared", "0")],
    ),
    only(
        "meetings/cancel",
        &[ManageMeetings],
        &[
            ("meeting", "{meetings.id|state = 'planned'}"),
            ("version", "{meetings.version|state = 'planned'}"),
            ("reason", "Presa."),
        ],
    ),
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
    only(
        "meetings/paper",
        &[ManageMeetings],
        &[("meeting", "{meetings.id|state = 'planned'}"), ("document", "{documents.id|visibility = 'public'}")],
    ),
    only(
        "meetings/paper-remove",
        &[ManageMeetings],
        &[("meeting", "{meeting_papers.meeting_id}"), ("document", "{meeting_papers.document_id}")],
    ),
    // Registration to meetings.
    only(
        "registrations/open",
        &[ManageMeetings],
        &[
            ("meeting", "{meetings.id|places = 3}"),
            ("version", "{meetings.version|places = 3}"),
            ("places", "4"),
            ("date", "2022-10-13"),
            ("time", "12:00"),
        ],
    ),
    only("registrations/make", &[RegisterForMeeting], REGISTRATION),
    mine("registrations/change", REGISTRATION),
    mine("registrations/cancel", &[("meeting", "{meetings.id|places = 3}")]),
    only(
        "registrations/check-in",
        &[ManageMeetings],
        &[("meeting", "{registrations.meeting_id|seat = 1}"), ("code", "ABCDEF")],
    ),
    only(
        "registrations/check-out",
        &[ManageMeetings],
        &[("meeting", "{registrations.meeting_id|seat = 1}"), ("code", "ABCDEF")],
    ),
    // Minutes.
    only("minutes/write", &[WriteMinutes], &[("meeting", "{meetings}"), ("version", "1"), ("text", "Preso.")]),
    only("minutes/decision", &[WriteMinutes], &[("meeting", "{meetings}"), ("version", "1"), ("text", "Presa.")]),
    only(
        "minutes/dissent",
        &[WriteMinutes],
        &[("meeting", "{meetings}"), ("version", "1"), ("number", "1"), ("organisation", "X"), ("text", "Preso.")],
    ),
    only("minutes/comment", &[CommentMinutes], &[("meeting", "{meetings}"), ("text", "Preso.")]),
    only(
        "minutes/approve",
        &[ApproveAsMember],
        &[("meeting", "{meetings}"), ("version", "1"), ("member", "{organ_members}")],
    ),
    only("minutes/addendum", &[AddAddendum], &[("meeting", "{meetings}"), ("text", "Presa.")]),
];

pub const STEPS: &[Steps] = &[
    // A delegate takes some of these for the organisation; nobody here is one.
    Steps {
        path: "organs/move",
        field: "step",
        steps: &[
            ("accept", &[ManageMembers]),
            ("decline", &[ManageMembers]),
            ("refuse", &[ManageMembers]),
            ("activate", &[ManageMembers]),
            ("leave", &[ManageMembers]),
            ("take_back", &[ManageMembers]),
            ("invite", &[ManageMembers]),
            ("apply", &[ManageMembers]),
        ],
        fields: &[("member", "{organ_members.id|state = 'self_candidate'}"), ("reason", "Presi."), ("back", "")],
    },
    Steps {
        path: "minutes/move",
        field: "step",
        steps: &[
            ("open_comments", &[WriteMinutes]),
            ("rewrite", &[WriteMinutes]),
            ("approve", &[ApproveMinutes]),
            ("publish", &[WriteMinutes]),
        ],
        fields: &[("meeting", "{minutes.meeting_id|state = 'in_comment'}"), ("version", "1")],
    },
];
