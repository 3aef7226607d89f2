//! The proposal document, its guarantor, the outcome, the report and the record of the observatory.

use super::{Case, KEY, Steps, only, with_files};
use domain::action::Action::{
    ComposeDocument, DecideProposals, EditSheet, MakeActionSheet, OverridePersonalData, RecordAcknowledgement,
    RecordTableOpinion, SendToBody, SubmitDocument, UpdateActionSheet, ValidateDocument, VoteOnDocument, WriteReport,
};

pub const CASES: &[Case] = &[
    only(
        "proposal-document/sections",
        &[ComposeDocument],
        &[("slug", "{processes.slug}"), ("version", "{proposal_documents.version}"), ("sections[object]", "Preso.")],
    ),
    only(
        "proposal-document/proposal",
        &[ComposeDocument],
        &[
            ("slug", "{processes.slug}"),
            ("version", "{proposal_documents.version}"),
            ("number", ""),
            ("title", "Presa"),
            ("text", "Presa."),
            ("competence", "Altri"),
            ("feasibility", ""),
            ("cost", ""),
            ("origins[]", "contribution:{contributions}"),
        ],
    ),
    only(
        "proposal-document/remove-proposal",
        &[ComposeDocument],
        &[("slug", "{processes.slug}"), ("version", "{proposal_documents.version}"), ("number", "1")],
    ),
    only(
        "proposal-document/opinion",
        &[RecordTableOpinion],
        &[
            ("slug", "{processes.slug}"),
            ("version", "{proposal_documents.version}"),
            ("verdict", "favourable"),
            ("on", "2022-10-01"),
            ("notes", ""),
        ],
    ),
    only(
        "proposal-document/vote",
        &[VoteOnDocument],
        &[
            ("slug", "{processes.slug}"),
            ("member", "{organ_members}"),
            ("content", KEY),
            ("choice", "contrary"),
            ("note", "Presa."),
        ],
    ),
    only(
        "proposal-document/assess-personal-data",
        &[OverridePersonalData],
        &[("slug", "{processes.slug}"), ("content", KEY), ("answer", "publish"), ("reason", "Preso.")],
    ),
    only("proposal-document/ask-privacy-officer", &[SubmitDocument], &[("slug", "{processes.slug}"), ("content", KEY)]),
    only(
        "proposal-document/submit",
        &[SubmitDocument],
        &[("slug", "{processes.slug}"), ("version", "{proposal_documents.version}")],
    ),
    only("proposal-document/send", &[SendToBody], &[("slug", "{processes.slug}"), ("file", KEY)]),
    with_files(only(
        "guarantor/extension",
        &[ValidateDocument],
        &[
            ("tenant", "{extensions.tenant_id}"),
            ("id", "{extensions}"),
            ("version", "1"),
            ("outcome", "grant"),
            ("days", ""),
            ("reason", ""),
            ("act", "1"),
        ],
    )),
    only(
        "outcome/acknowledge",
        &[RecordAcknowledgement],
        &[
            ("slug", "{processes.slug}"),
            ("body", "Giunta"),
            ("number", "1"),
            ("on", "2022-10-01"),
            ("link", ""),
            ("notes", ""),
        ],
    ),
    only(
        "outcome/decide",
        &[DecideProposals],
        &[("slug", "{processes.slug}"), ("number", "1"), ("decision", "accepted"), ("reason", "")],
    ),
    only("action-sheets/make", &[MakeActionSheet], &[("slug", "{processes.slug}"), ("number", "1")]),
    only(
        "action-sheets/edit",
        &[UpdateActionSheet],
        &[
            ("code", "{action_sheets.code}"),
            ("version", "{action_sheets.version}"),
            ("title", "Presa"),
            ("text", "Presa."),
        ],
    ),
    only("outcome/publish", &[DecideProposals], &[("slug", "{processes.slug}"), ("seen", KEY)]),
    only(
        "report/save",
        &[WriteReport],
        &[("slug", "{processes.slug}"), ("version", "{final_reports.version}"), ("sections[path]", "Preso.")],
    ),
    only(
        "report/add-expense",
        &[WriteReport],
        &[
            ("slug", "{processes.slug}"),
            ("category", "staff"),
            ("supplier", "X"),
            ("act", ""),
            ("invoice", "1"),
            ("net", "10"),
            ("vat", ""),
            ("paid_on", ""),
            ("proof", ""),
        ],
    ),
    only("report/remove-expense", &[WriteReport], &[("slug", "{processes.slug}"), ("expense", "{report_expenses}")]),
    only(
        "observatory/save",
        &[EditSheet],
        &[("slug", "{processes.slug}"), ("version", "{observatory_records.version}"), ("fields[funding_year]", "2020")],
    ),
    with_files(only("observatory/check", &[EditSheet], &[("slug", "{processes.slug}")])),
    only(
        "observatory/accept",
        &[EditSheet],
        &[("slug", "{processes.slug}"), ("version", "{observatory_records.version}")],
    ),
    only(
        "observatory/reset",
        &[EditSheet],
        &[("slug", "{processes.slug}"), ("version", "{observatory_records.version}")],
    ),
    only(
        "observatory/discard",
        &[EditSheet],
        &[("slug", "{processes.slug}"), ("version", "{observatory_records.version}")],
    ),
    only("report/submit", &[WriteReport], &[("slug", "{processes.slug}"), ("version", "{final_reports.version}")]),
];

pub const STEPS: &[Steps] = &[
    Steps {
        path: "proposal-document/move",
        field: "step",
        steps: &[
            ("send_to_table", &[SubmitDocument]),
            ("rewrite", &[SubmitDocument]),
            ("submit", &[SubmitDocument]),
            ("ask_integration", &[SubmitDocument]),
            ("validate", &[SubmitDocument]),
            ("refuse", &[SubmitDocument]),
            ("send", &[SubmitDocument]),
            ("send_unvalidated", &[SubmitDocument]),
            ("publish", &[SendToBody]),
        ],
        fields: &[("slug", "{processes.slug}"), ("version", "{proposal_documents.version}")],
    },
    Steps {
        path: "guarantor/answer",
        field: "decision",
        steps: &[
            ("ask_integration", &[ValidateDocument]),
            ("validate", &[ValidateDocument]),
            ("refuse", &[ValidateDocument]),
        ],
        fields: &[("tenant", "{processes.tenant_id}"), ("process", "{processes}"), ("file", KEY), ("reason", "Presa.")],
    },
    Steps {
        path: "action-sheets/move",
        field: "step",
        steps: &[
            ("plan_later", &[UpdateActionSheet]),
            ("bring_near", &[UpdateActionSheet]),
            ("programme", &[UpdateActionSheet]),
            ("start", &[UpdateActionSheet]),
            ("complete", &[UpdateActionSheet]),
            ("abandon", &[UpdateActionSheet]),
        ],
        fields: &[("code", "{action_sheets.code}"), ("version", "{action_sheets.version}"), ("reason", "Presa.")],
    },
];
