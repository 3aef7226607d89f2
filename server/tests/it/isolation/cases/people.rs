//! Signing in, tenants, staff.

use super::{Case, KEY, Steps, mine, only, open};
use domain::action::Action::{ChangeSettings, CreateTenant, InviteAdmin, KeepRegister, ManagePeople, SuspendTenant};

pub const CASES: &[Case] = &[
    open("people/code", &[("email", "a@b.example"), ("back", "/")]),
    open("people/sign-in", &[("email", "a@b.example"), ("code", "123456"), ("name", "A"), ("back", "/")]),
    open("people/sign-in-as", &[("person", "{people}"), ("back", "/")]),
    open("people/sign-out", &[]),
    mine("space/preferences", &[("name", "Altro Nome"), ("language", "en")]),
    mine("account/end-session", &[("mark", KEY)]),
    mine("account/end-all-sessions", &[]),
    mine("space/erase", &[("sure", "si")]),
    mine("work/read", &[]),
    mine("drafts/keep", &[("form", "/api/minutes/write /lavoro/incontri/1/verbale"), ("fields", "text=Preso")]),
    mine("drafts/look", &[("draft", "/api/minutes/write /lavoro/incontri/1/verbale"), ("text", "Preso")]),
    mine("drafts/discard", &[("draft", "/api/minutes/write /lavoro/incontri/1/verbale")]),
    mine("invitations/accept", &[("key", KEY), ("name", "Altro Nome")]),
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
    only(
        "settings/needs",
        &[ChangeSettings],
        &[
            ("contribute", "address"),
            ("vote", "address"),
            ("binding", "address"),
            ("contribute_age", "18"),
            ("vote_age", "18"),
            ("version", KEY),
        ],
    ),
    only("settings/first-held", &[ChangeSettings], &[("held", "si")]),
    only("settings/logo", &[ChangeSettings], &[("version", KEY)]),
    only("settings/remove-logo", &[ChangeSettings], &[("version", KEY)]),
    // The register of processing.
    only(
        "processing/keep",
        &[KeepRegister],
        &[
            ("code", "{processing_activities.code}"),
            ("version", "{processing_activities.version}"),
            ("name", "Schedatura"),
            ("purpose", "Altro"),
            ("basis", "consent"),
            ("law", "Nessuna"),
            ("subjects", "Tutti"),
            ("data", "Tutto"),
            ("recipients", "Tutti"),
            ("retention", "Per sempre"),
        ],
    ),
    only(
        "processing/drop",
        &[KeepRegister],
        &[("code", "{processing_activities.code}"), ("version", "{processing_activities.version}")],
    ),
    only(
        "processing/restore",
        &[KeepRegister],
        &[("code", "{processing_activities.code}"), ("version", "{processing_activities.version}")],
    ),
    // Identity providers.
    only(
        "identity-providers/add",
        &[ChangeSettings],
        &[
            ("name", "Entra di lato"),
            ("issuer", "https://intruso.example"),
            ("client_id", "intruso"),
            ("auth", "client_secret_basic"),
            ("secret", "segreto"),
            ("least", "low"),
        ],
    ),
    only(
        "identity-providers/change",
        &[ChangeSettings],
        &[
            ("id", "{identity_providers}"),
            ("version", "{identity_providers.version}"),
            ("name", "Entra di lato"),
            ("issuer", "https://intruso.example"),
            ("client_id", "intruso"),
            ("auth", "client_secret_post"),
            ("secret", "segreto"),
            ("least", "address"),
        ],
    ),
    only(
        "identity-providers/switch-on",
        &[ChangeSettings],
        &[("id", "{identity_providers}"), ("version", "{identity_providers.version}")],
    ),
    only(
        "identity-providers/switch-off",
        &[ChangeSettings],
        &[("id", "{identity_providers}"), ("version", "{identity_providers.version}")],
    ),
    only(
        "identity-providers/remove",
        &[ChangeSettings],
        &[("id", "{identity_providers}"), ("version", "{identity_providers.version}"), ("sure", "si")],
    ),
    only("identity-providers/try", &[ChangeSettings], &[("id", "{identity_providers}")]),
    // Staff.
    only("staff/invite", &[ManagePeople], &[("email", "c@d.example"), ("role", "tenant_admin"), ("process", "")]),
    only("staff/withdraw", &[ManagePeople], &[("invitation", "{invitations}")]),
    only(
        "staff/grant",
        &[ManagePeople],
        &[("person", "{role_grants.person_id}"), ("role", "moderator"), ("process", "")],
    ),
    only("staff/revoke", &[ManagePeople], &[("grant", "{role_grants}")]),
    open("site/feedback", &[("message", "Non si legge."), ("page", ""), ("email", "")]),
];

pub const STEPS: &[Steps] = &[Steps {
    path: "tenants/change",
    field: "step",
    steps: &[("suspend", &[SuspendTenant]), ("resume", &[SuspendTenant])],
    fields: &[("slug", "val-denza")],
}];
