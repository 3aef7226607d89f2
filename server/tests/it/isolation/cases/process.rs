//! Processes, extensions, documents.

use super::{Case, Steps, only, with_files};
use domain::action::Action::{
    AnnotateDocument, ArchiveProcess, AskExtension, CloseContributions, ConcludeProcess, CreateProcess,
    DecideExtension, DraftExtension, EditSheet, MakeReady, OpenContributions, ProtocolDocument, RecordImpact,
    RegisterAct, StartMonitoring, StartProcess, SuspendProcess, UploadDocument, WithdrawProcess,
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
        "process/sheet",
        &[EditSheet],
        &[
            ("process", "{processes.slug}"),
            ("version", "{processes.version}"),
            ("summary", "Preso."),
            ("title", "Preso"),
        ],
    ),
    only(
        "process/times",
        &[EditSheet],
        &[
            ("process", "{processes.slug}"),
            ("version", "{processes.version}"),
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
            ("version", "{processes.version}"),
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
            ("version", "{processes.version}"),
            ("action", "Presa."),
            ("link", "https://preso.example"),
            ("date", "2099-02-01"),
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
        "extension/declare",
        &[DecideExtension],
        &[
            ("process", "{processes.slug}"),
            // Not later than the end: the path stays as the other calls find it.
            ("until", "2022-03-01"),
            ("act", "1"),
            ("reasons", "Presa."),
            ("document", "{documents}"),
        ],
    ),
    only(
        "extension/draft",
        &[DraftExtension, AskExtension],
        &[
            ("process", "{processes.slug}"),
            ("id", ""),
            ("version", "{extensions.version}"),
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
        &[("process", "{processes.slug}"), ("id", "{extensions}"), ("version", "{extensions.version}")],
    ),
    only(
        "extension/request",
        &[AskExtension],
        &[("process", "{processes.slug}"), ("id", "{extensions}"), ("version", "{extensions.version}")],
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
    with_files(only(
        "documents/replace",
        &[UploadDocument],
        &[("id", "{documents.id|state = 'final'}"), ("version", "1")],
    )),
    only(
        "documents/edit",
        &[UploadDocument],
        &[("id", "{documents.id|state = 'final'}"), ("version", "1"), ("title", "Preso"), ("visibility", "public")],
    ),
    only(
        "documents/protocol",
        &[ProtocolDocument],
        &[
            ("id", "{documents.id|state = 'final'}"),
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
    only("documents/annotate", &[AnnotateDocument], &[("id", "{documents}"), ("kind", "note"), ("reason", "Presa.")]),
    only("documents/delete", &[UploadDocument], &[("id", "{documents.id|state = 'final'}"), ("version", "1")]),
];

pub const STEPS: &[Steps] = &[
    Steps {
        path: "process/step",
        field: "step",
        steps: &[
            ("make_ready", &[MakeReady]),
            ("start", &[StartProcess]),
            ("open", &[OpenContributions]),
            ("close", &[CloseContributions]),
            ("conclude", &[ConcludeProcess]),
            ("record_impact", &[RecordImpact]),
            ("monitor", &[StartMonitoring]),
            ("archive", &[ArchiveProcess]),
            ("suspend", &[SuspendProcess]),
            ("resume", &[SuspendProcess]),
            ("withdraw", &[WithdrawProcess]),
        ],
        fields: &[("process", "{processes.slug}"), ("version", "{processes.version}"), ("note", "Per prova.")],
    },
    Steps {
        path: "extension/decide",
        field: "outcome",
        steps: &[("grant", &[DecideExtension]), ("grant_reduced", &[DecideExtension]), ("refuse", &[DecideExtension])],
        fields: &[
            ("process", "{processes.slug}"),
            ("id", "{extensions}"),
            ("version", "{extensions.version}"),
            ("days", "30"),
            ("reason", "Presa."),
            ("act", "1"),
            ("document", "{documents}"),
        ],
    },
    Steps {
        path: "documents/step",
        field: "step",
        steps: &[
            ("finalise", &[UploadDocument]),
            ("reopen", &[UploadDocument]),
            ("sign", &[UploadDocument]),
            ("protocol", &[ProtocolDocument]),
            ("transmit", &[ProtocolDocument]),
            ("receive", &[ProtocolDocument]),
            ("publish", &[ProtocolDocument]),
            ("preserve", &[ProtocolDocument]),
        ],
        fields: &[("id", "{documents}"), ("version", "1")],
    },
];
