//! One line for each server function: what would be sent to it, and who may.

use domain::action::Action::{self, *};

/// A server function under attack.
pub struct Case {
    /// Its endpoint.
    pub path: &'static str,
    /// Fields that the right person could send; `{table}` or `{table.column}` is a value of the attacked tenant.
    pub fields: &'static [(&'static str, &'static str)],
    pub who: Who,
    /// Sent with files, as `multipart/form-data`.
    pub files: bool,
}

/// Who may call a function at all.
pub enum Who {
    /// Everybody: what it does hangs on a code or a link that only its owner has.
    Anybody,
    /// Whoever signed in, for what is theirs.
    SignedIn,
    /// The roles that may do one of these.
    Only(&'static [Action]),
}

const fn only(path: &'static str, actions: &'static [Action], fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Only(actions), files: false }
}

const fn mine(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::SignedIn, files: false }
}

const fn open(path: &'static str, fields: &'static [(&'static str, &'static str)]) -> Case {
    Case { path, fields, who: Who::Anybody, files: false }
}

const fn with_files(case: Case) -> Case {
    Case { files: true, ..case }
}

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

pub const CASES: &[Case] = &[
    open("people/code", &[("email", "a@b.example"), ("back", "/")]),
    open("people/sign-in", &[("email", "a@b.example"), ("code", "123456"), ("name", "A"), ("back", "/")]),
    open("people/sign-in-as", &[("person", "{people}"), ("back", "/")]),
    open("people/sign-out", &[]),
    mine("space/preferences", &[("name", "Altro Nome"), ("language", "en")]),
    mine("space/erase", &[]),
    mine("work/read", &[]),
    mine("invitations/accept", &[("key", KEY)]),
    // Tenants.
    only(
        "tenants/create",
        &[CreateTenant],
        &[
            ("kind", "municipality"),
            ("name", "Comune Intruso"),
            ("slug", "intruso"),
            ("istat_code", ""),
            ("ipa_code", ""),
            ("parent", ""),
            ("pack", "agio"),
            ("template", "agio"),
            ("admin_email", "a@b.example"),
        ],
    ),
    only("tenants/change", &[SuspendTenant], &[("slug", "val-denza"), ("step", "suspend")]),
    only("tenants/invite", &[InviteAdmin], &[("slug", "val-denza"), ("email", "a@b.example")]),
    only(
        "settings/change",
        &[ChangeSettings],
        &[
            ("name", "Presa"),
            ("description", "Presa."),
            ("accent", "#000000"),
            ("patron_day", ""),
            ("custom_domain", ""),
            ("version", KEY),
        ],
    ),
    // Staff.
    only("staff/invite", &[ManagePeople], &[("email", "a@b.example"), ("role", "tenant_admin"), ("process", "")]),
    only("staff/withdraw", &[ManagePeople], &[("invitation", "{invitations}")]),
    only(
        "staff/grant",
        &[ManagePeople],
        &[("person", "{role_grants.person_id}"), ("role", "moderator"), ("process", "")],
    ),
    only("staff/revoke", &[ManagePeople], &[("grant", "{role_grants}")]),
    // Processes.
    only(
        "process/create",
        &[CreateProcess],
        &[
            ("title", "Intruso"),
            ("slug", "intruso"),
            ("summary", "Un percorso."),
            ("pack", "er-lr15-2018"),
            ("owner", "{role_grants.person_id}"),
        ],
    ),
    only(
        "process/step",
        &[SuspendProcess],
        &[("process", "{processes.slug}"), ("step", "suspend"), ("note", "Per prova.")],
    ),
    only(
        "process/sheet",
        &[EditSheet],
        &[("process", "{processes.slug}"), ("version", "1"), ("summary", "Preso."), ("title", "Preso")],
    ),
    only(
        "process/times",
        &[EditSheet],
        &[
            ("process", "{processes.slug}"),
            ("version", "1"),
            ("duration", "9"),
            ("start_limit", ""),
            ("contributions_close", ""),
        ],
    ),
    only(
        "process/phase",
        &[EditSheet],
        &[
            ("process", "{processes.slug}"),
            ("phase", "opening"),
            ("planned_from", "2022-03-01"),
            ("planned_to", "2022-04-01"),
            ("activities", "Prese."),
            ("outputs", "Presi."),
        ],
    ),
    only(
        "process/start-notice",
        &[GiveStartNotice],
        &[
            ("process", "{processes.slug}"),
            ("version", "1"),
            ("action", "Presa."),
            ("link", "https://preso.example"),
            ("date", "2022-02-01"),
            ("signed", "si"),
        ],
    ),
    only(
        "process/act",
        &[RegisterAct],
        &[
            ("process", "{processes.slug}"),
            ("kind", "suspension"),
            ("body", "Giunta"),
            ("number", "1"),
            ("date", "2022-01-10"),
            ("subject", "Presa."),
            ("link", ""),
            ("document", ""),
        ],
    ),
    // Extensions.
    only(
        "extension/draft",
        &[DraftExtension, AskExtension],
        &[
            ("process", "{processes.slug}"),
            ("id", ""),
            ("version", ""),
            ("reasons", "Presa."),
            ("progress", "Preso."),
            ("until", "2022-12-31"),
            ("timetable", "Preso."),
            ("document", ""),
        ],
    ),
    only("extension/request", &[AskExtension], &[("process", "{processes.slug}"), ("id", "{extensions}")]),
    only(
        "extension/decide",
        &[DecideExtension],
        &[
            ("process", "{processes.slug}"),
            ("id", "{extensions}"),
            ("outcome", "granted"),
            ("days", "60"),
            ("reason", "Presa."),
            ("act", "1"),
            ("document", ""),
        ],
    ),
    // Documents.
    with_files(only(
        "documents/upload",
        &[UploadDocument],
        &[
            ("slug", "{processes.slug}"),
            ("title", "Preso"),
            ("kind", "other"),
            ("visibility", "public"),
            ("dated", "2022-10-01"),
        ],
    )),
    with_files(only("documents/replace", &[UploadDocument], &[("id", "{documents}"), ("version", "1")])),
    only(
        "documents/protocol",
        &[ProtocolDocument],
        &[
            ("id", "{documents}"),
            ("version", "1"),
            ("register", "R"),
            ("year", "2022"),
            ("number", "1"),
            ("date", "2022-10-01"),
            ("direction", "in"),
            ("counterpart", "X"),
            ("subject", "Preso"),
        ],
    ),
    only("documents/step", &[UploadDocument, ProtocolDocument], &[("id", "{documents}"), ("step", "finish")]),
    only("documents/annotate", &[AnnotateDocument], &[("id", "{documents}"), ("kind", "note"), ("reason", "Presa.")]),
    only("documents/delete", &[UploadDocument], &[("id", "{documents}")]),
    // Contributions and moderation.
    only(
        "contributions/propose",
        &[Propose],
        &[("title", "Intrusa"), ("body", "Una proposta intrusa."), ("table", "{thematic_tables}"), ("place", "")],
    ),
    only("contributions/support", &[Support], &[("id", "{contributions}"), ("on", "true")]),
    only("contributions/follow", &[Follow], &[("id", "{contributions}"), ("on", "true")]),
    only("contributions/comment", &[Comment], &[("id", "{contributions}"), ("body", "Intruso.")]),
    only(
        "contributions/answer",
        &[AnswerContribution],
        &[("id", "{contributions}"), ("evaluation", "rejected"), ("reason", "Presa.")],
    ),
    only("moderation/report", &[Report], &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Presa.")]),
    only(
        "moderation/hide",
        &[Moderate],
        &[("kind", "contribution"), ("id", "{contributions}"), ("ground", "spam"), ("reason", "Presa.")],
    ),
    only("moderation/restore", &[Moderate], &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Sì.")]),
    only("moderation/dismiss", &[Moderate], &[("kind", "contribution"), ("id", "{contributions}")]),
    // Thematic tables.
    only(
        "tables/add",
        &[EditTables],
        &[
            ("process", "{processes.slug}"),
            ("name", "Intruso"),
            ("focus", "Presi."),
            ("audience", "Tutti"),
            ("facilitator", ""),
        ],
    ),
    only(
        "tables/edit",
        &[EditTables],
        &[
            ("table", "{thematic_tables}"),
            ("version", "1"),
            ("name", "Preso"),
            ("focus", "Presi."),
            ("audience", "Tutti"),
            ("facilitator", ""),
        ],
    ),
    only("tables/raise", &[EditTables], &[("table", "{thematic_tables}")]),
    only(
        "tables/synthesise",
        &[WriteSynthesis],
        &[
            ("table", "{thematic_tables}"),
            ("kind", "need"),
            ("title", "Intrusa"),
            ("text", "Presa."),
            ("sources[0]", "{contributions}"),
        ],
    ),
    // Agreements.
    only(
        "agreements/write",
        &[WriteAgreement],
        &[("slug", "{processes.slug}"), ("edition", "1"), ("text", "Preso."), ("differs", "si")],
    ),
    only(
        "agreements/invite",
        &[InviteParty],
        &[
            ("slug", "{processes.slug}"),
            ("organisation", "Intrusi"),
            ("kind", "other"),
            ("email", "a@b.example"),
            ("capacity", "Presidente"),
        ],
    ),
    only("agreements/send-link", &[InviteParty], &[("party", "{agreement_parties}"), ("email", "a@b.example")]),
    only("agreements/confirm-file", &[InviteParty, WriteAgreement], &[("party", "{agreement_parties}")]),
    open("agreements/sign", &[("token", KEY), ("seen", KEY), ("signer", "Intruso"), ("capacity", "Presidente")]),
    with_files(open("agreements/file", &[("token", KEY), ("seen", KEY), ("signer", "Intruso"), ("capacity", "X")])),
    open("agreements/decline", &[("token", KEY)]),
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
        "organs/invite",
        &[ManageMembers],
        &[
            ("organ", "{organs}"),
            ("organisation", "Intrusi"),
            ("kind", "association"),
            ("category", "Associazioni"),
            ("delegate", ""),
            ("email", ""),
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
        &[("meeting", "{meetings}"), ("organisation", "X"), ("category", "Y"), ("name", "Intruso"), ("gender", "")],
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
    only("minutes/addendum", &[AddAddendum], &[("meeting", "{meetings}"), ("text", "Presa.")]),
    open("site/feedback", &[]),
];
