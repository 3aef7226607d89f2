//! Processes, extensions, documents.

use super::{Case, only, with_files};
use domain::action::Action::{
    AnnotateDocument, AskExtension, CreateProcess, DecideExtension, DraftExtension, EditSheet, ProtocolDocument,
    RegisterAct, StartProcess, SuspendProcess, UploadDocument,
};

pub const CASES: &[Case] = &[
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
        &[("process", "{processes.slug}"), ("version", "1"), ("step", "suspend"), ("note", "Per prova.")],
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
            ("version", "1"),
            ("phase", "opening"),
            ("planned_from", "2022-03-01"),
            ("planned_to", "2022-04-01"),
            ("activities", "Prese."),
            ("outputs", "Presi."),
        ],
    ),
    only(
        "process/start-notice",
        &[StartProcess],
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
            ("kind", "suspension_act"),
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
    only(
        "extension/delete",
        &[DraftExtension, AskExtension],
        &[("process", "{processes.slug}"), ("id", "{extensions}"), ("version", "1")],
    ),
    only(
        "extension/request",
        &[AskExtension],
        &[("process", "{processes.slug}"), ("id", "{extensions}"), ("version", "1")],
    ),
    only(
        "extension/decide",
        &[DecideExtension],
        &[
            ("process", "{processes.slug}"),
            ("id", "{extensions}"),
            ("version", "1"),
            ("outcome", "grant"),
            ("days", "60"),
            ("reason", "Presa."),
            ("act", "1"),
            ("document", "{documents}"),
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
        "documents/edit",
        &[UploadDocument],
        &[("id", "{documents}"), ("version", "1"), ("title", "Preso"), ("visibility", "public")],
    ),
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
            ("direction", "incoming"),
            ("counterpart", "X"),
            ("subject", "Preso"),
        ],
    ),
    only(
        "documents/step",
        &[UploadDocument, ProtocolDocument],
        &[("id", "{documents}"), ("version", "1"), ("step", "finalise")],
    ),
    only("documents/annotate", &[AnnotateDocument], &[("id", "{documents}"), ("kind", "note"), ("reason", "Presa.")]),
    only("documents/delete", &[UploadDocument], &[("id", "{documents}"), ("version", "1")]),
];
