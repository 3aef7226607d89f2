//! The proposal document, its guarantor, the outcome, the report and the record of the observatory.

use super::{Case, KEY, only, with_files};
use domain::action::Action::{
    ComposeDocument, DecideProposals, EditSheet, MakeActionSheet, OverridePersonalData, RecordAcknowledgement,
    RecordTableOpinion, SendToBody, SubmitDocument, UpdateActionSheet, ValidateDocument, VoteOnDocument, WriteReport,
};

pub const CASES: &[Case] = &[
    only(
        "proposal-document/sections",
        &[ComposeDocument],
        &[("slug", "{processes.slug}"), ("version", "0"), ("sections[object]", "Preso.")],
    ),
    only(
        "proposal-document/proposal",
        &[ComposeDocument],
        &[
            ("slug", "{processes.slug}"),
            ("version", "0"),
            ("number", ""),
            ("title", "Presa"),
            ("text", "Presa."),
            ("competence", "Altri"),
            ("feasibility", ""),
            ("cost", ""),
            ("origins[]", "contribution:01940000-0000-7000-8000-000000000000"),
        ],
    ),
    only(
        "proposal-document/remove-proposal",
        &[ComposeDocument],
        &[("slug", "{processes.slug}"), ("version", "0"), ("number", "1")],
    ),
    only(
        "proposal-document/move",
        &[SubmitDocument, SendToBody],
        &[("slug", "{processes.slug}"), ("version", "0"), ("step", "send_to_table")],
    ),
    only(
        "proposal-document/opinion",
        &[RecordTableOpinion],
        &[
            ("slug", "{processes.slug}"),
            ("version", "0"),
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
        "proposal-document/clear-personal-data",
        &[OverridePersonalData],
        &[("slug", "{processes.slug}"), ("content", KEY), ("reason", "Preso.")],
    ),
    only("proposal-document/ask-privacy-officer", &[SubmitDocument], &[("slug", "{processes.slug}"), ("content", KEY)]),
    only("proposal-document/submit", &[SubmitDocument], &[("slug", "{processes.slug}"), ("version", "0")]),
    only("proposal-document/send", &[SendToBody], &[("slug", "{processes.slug}"), ("file", KEY)]),
    only(
        "guarantor/answer",
        &[ValidateDocument],
        &[
            ("tenant", "{processes.tenant_id}"),
            ("process", "{processes}"),
            ("file", KEY),
            ("decision", "validate"),
            ("reason", ""),
        ],
    ),
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
        "action-sheets/move",
        &[UpdateActionSheet],
        &[("code", "{action_sheets.code}"), ("version", "1"), ("step", "abandon"), ("reason", "Presa.")],
    ),
    only(
        "action-sheets/edit",
        &[UpdateActionSheet],
        &[("code", "{action_sheets.code}"), ("version", "1"), ("title", "Presa"), ("text", "Presa.")],
    ),
    only("outcome/publish", &[DecideProposals], &[("slug", "{processes.slug}"), ("seen", KEY)]),
    only(
        "report/save",
        &[WriteReport],
        &[("slug", "{processes.slug}"), ("version", "0"), ("sections[path]", "Preso.")],
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
    only(
        "report/remove-expense",
        &[WriteReport],
        &[("slug", "{processes.slug}"), ("expense", "01940000-0000-7000-8000-000000000000")],
    ),
    only(
        "observatory/save",
        &[EditSheet],
        &[("slug", "{processes.slug}"), ("version", "0"), ("fields[funding_year]", "2020")],
    ),
    with_files(only("observatory/check", &[EditSheet], &[("slug", "{processes.slug}")])),
    only("observatory/accept", &[EditSheet], &[("slug", "{processes.slug}"), ("version", "1")]),
    only("observatory/reset", &[EditSheet], &[("slug", "{processes.slug}"), ("version", "1")]),
    only("observatory/discard", &[EditSheet], &[("slug", "{processes.slug}"), ("version", "1")]),
    only("report/submit", &[WriteReport], &[("slug", "{processes.slug}"), ("version", "0")]),
];
