//! Contributions, moderation, thematic tables, agreements.

use super::{Case, KEY, mine, only, open, with_files};
use domain::action::Action::{
    AnswerContribution, CombineContributions, Comment, EditTables, EnterContribution, Follow, InviteParty, Moderate,
    Propose, Report, ReviewAppeals, Support, WriteAgreement, WriteSynthesis,
};

pub const CASES: &[Case] = &[
    // Contributions and moderation.
    with_files(only(
        "contributions/propose",
        &[Propose],
        &[("title", "Intrusa"), ("body", "Una proposta intrusa."), ("table", "{thematic_tables}"), ("place", "")],
    )),
    only(
        "contributions/enter",
        &[EnterContribution],
        &[
            ("title", "Intrusa"),
            ("body", "Presa."),
            ("table", "{thematic_tables}"),
            ("place", ""),
            ("channel", "paper"),
            ("source", "Festa"),
            ("agreed", "si"),
        ],
    ),
    open("contributions/receipt", &[("code", "0123456789ABCDEF")]),
    mine(
        "contributions/revise",
        &[("id", "{contributions}"), ("version", "1"), ("title", "Presa"), ("body", "Presa."), ("place", "")],
    ),
    mine("contributions/add", &[("id", "{contributions}"), ("body", "Presa.")]),
    only("contributions/support", &[Support], &[("id", "{contributions}"), ("on", "si")]),
    only("contributions/follow", &[Follow], &[("id", "{contributions}"), ("on", "si")]),
    only("contributions/comment", &[Comment], &[("id", "{contributions}"), ("body", "Intruso.")]),
    only(
        "contributions/comment",
        &[Comment],
        &[("id", "{comments.contribution_id}"), ("answered", "{comments}"), ("body", "Risposta intrusa.")],
    ),
    only(
        "contributions/answer",
        &[AnswerContribution],
        &[("id", "{contributions}"), ("evaluation", "rejected"), ("reason", "Presa.")],
    ),
    only(
        "contributions/answer-together",
        &[AnswerContribution],
        &[
            ("process", "{processes.slug}"),
            ("ids[]", "{contributions}"),
            ("evaluation", "rejected"),
            ("reason", "Presa."),
        ],
    ),
    only(
        "contributions/merge",
        &[CombineContributions],
        &[
            ("process", "{processes.slug}"),
            ("ids[]", "{contributions.id|channel = 'event' AND answered = FALSE AND visible = TRUE}"),
            ("ids[]", "{contributions.id|channel = 'paper' AND answered = FALSE AND visible = TRUE}"),
            ("title", "Intrusa"),
            ("body", "Presa."),
            ("table", "{thematic_tables}"),
            ("reason", "Presa."),
        ],
    ),
    only(
        "contributions/split",
        &[CombineContributions],
        &[
            ("process", "{processes.slug}"),
            ("id", "{contributions.id|channel = 'survey' AND answered = FALSE AND visible = TRUE}"),
            ("titles[1]", "Intrusa"),
            ("bodies[1]", "Presa."),
            ("titles[2]", "Intrusa"),
            ("bodies[2]", "Presa."),
            ("reason", "Presa."),
        ],
    ),
    only(
        "contributions/take-back",
        &[CombineContributions],
        &[("id", "{contribution_origins.contribution_id}"), ("reason", "Presa.")],
    ),
    only("moderation/report", &[Report], &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Presa.")]),
    only(
        "moderation/hide",
        &[Moderate],
        &[("kind", "contribution"), ("id", "{contributions}"), ("ground", "spam"), ("reason", "Presa.")],
    ),
    only("moderation/restore", &[Moderate], &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Sì.")]),
    only("moderation/dismiss", &[Moderate], &[("kind", "contribution"), ("id", "{contributions}")]),
    only("moderation/let-through", &[Moderate], &[("kind", "contribution"), ("id", "{contributions}")]),
    mine("moderation/appeal", &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Presa.")]),
    only(
        "moderation/refuse-appeal",
        &[ReviewAppeals],
        &[("kind", "contribution"), ("id", "{contributions}"), ("reason", "Presa.")],
    ),
    only("moderation/report", &[Report], &[("kind", "comment"), ("id", "{comments}"), ("reason", "Preso.")]),
    only(
        "moderation/hide",
        &[Moderate],
        &[("kind", "comment"), ("id", "{comments}"), ("ground", "spam"), ("reason", "Preso.")],
    ),
    only("moderation/restore", &[Moderate], &[("kind", "comment"), ("id", "{comments}"), ("reason", "Sì.")]),
    only("moderation/dismiss", &[Moderate], &[("kind", "comment"), ("id", "{comments}")]),
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
            ("version", "{thematic_tables.version}"),
            ("name", "Preso"),
            ("focus", "Presi."),
            ("audience", "Tutti"),
            ("facilitator", ""),
        ],
    ),
    only("tables/reorder", &[EditTables], &[("table", "{thematic_tables}"), ("to", "down")]),
    only(
        "tables/synthesise",
        &[WriteSynthesis],
        &[
            ("table", "{thematic_tables}"),
            ("kind", "need"),
            ("title", "Intrusa"),
            ("text", "Presa."),
            ("sources[0]", "contribution:{contributions}"),
        ],
    ),
    only(
        "tables/edit-synthesis",
        &[WriteSynthesis],
        &[
            ("id", "{syntheses}"),
            ("version", "{syntheses.version}"),
            ("kind", "need"),
            ("title", "Intrusa"),
            ("text", "Presa."),
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
    only("agreements/remove", &[InviteParty], &[("party", "{agreement_parties}"), ("reason", "Presa.")]),
    only("agreements/confirm-file", &[InviteParty, WriteAgreement], &[("party", "{agreement_parties}")]),
    open("agreements/sign", &[("token", KEY), ("seen", KEY), ("signer", "Intruso"), ("capacity", "Presidente")]),
    with_files(open("agreements/file", &[("token", KEY), ("seen", KEY), ("signer", "Intruso"), ("capacity", "X")])),
    open("agreements/decline", &[("token", KEY)]),
];
