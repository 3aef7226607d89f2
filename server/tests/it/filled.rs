//! One row in each table of a tenant that the demo leaves empty: nothing is proved on a table without rows.

use crate::{app::TestApp, rows::Rows};
use server::store::export::owned_tables;

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Tables in the order in which they need each other, their columns after the tenant's, and the values: `{table}`
/// stands for the id of the first row of another table.
const ROWS: [(&str, &str, &str); 42] = [
    ("deletions", "day, kind, removed, at", "'2022-10-01', 'drafts', 3, {now}"),
    (
        "processing_activities",
        "id, code, version, content, dropped, changed_at",
        "{uuid}, 'messages', 1, '{\"name\":\"Posta\",\"purpose\":\"Scrivere\",\"basis\":\"public_task\",\"law\":\"Art. 6\",\
         \"subjects\":\"Tutti\",\"data\":\"Indirizzi\",\"recipients\":\"Nessuno\",\"retention\":\"Un mese\"}', FALSE, {now}",
    ),
    ("attempts", "id, kind, subject, at", "{uuid}, 'code', 'a@b.example', {now}"),
    ("sessions", "key_hash, person_id, created_at, expires_at", "{hash}, {people}, {now}, {now}"),
    ("sign_in_codes", "email, code_hash, tries, expires_at", "'a@b.example', {hash}, 0, {now}"),
    (
        "invitations",
        "id, key_hash, email, role, process_id, expires_at, used_at",
        "{uuid}, {hash}, 'nuova@b.example', 'moderator', NULL, {later}, NULL",
    ),
    (
        "mails",
        "id, recipient, subject, body, state, tries, due_at, created_at",
        "{uuid}, 'a@b.example', 'Oggetto', 'Testo', 'sent', 1, {now}, {now}",
    ),
    ("feedback", "id, message, page, email, at", "{uuid}, 'Non si legge.', '/', NULL, {now}"),
    (
        "identity_providers",
        "id, version, name, issuer, client_id, auth, scopes, acr_values, least, claims, secret, secret_since, \
         public_key, offered, created_at",
        "{uuid}, 1, 'Entra con SPID', 'https://sso.example.it', 'tavolo', 'private_key_jwt', 'openid', '', \
         'substantial', '{\"fiscal_code\":[],\"name\":[],\"family_name\":[],\"birth_date\":[],\"email\":[]}', \
         '00', {now}, '{\"kty\":\"RSA\"}', FALSE, {now}",
    ),
    (
        "person_identities",
        "id, person_id, provider_id, subject_hash, fiscal_hash, level, created_at, seen_at",
        "{uuid}, {people}, {identity_providers}, {hash}, NULL, 'low', {now}, {now}",
    ),
    (
        "oidc_sign_ins",
        "state_hash, provider_id, nonce, verifier, browser_hash, back, least, joining_id, created_at, expires_at",
        "{hash}, {identity_providers}, 'n', 'v', {hash}, '/', 'address', NULL, {now}, {now}",
    ),
    ("logout_tokens", "token_hash, expires_at", "{hash}, {now}"),
    ("drafts", "person_id, form, fields, saved_at", "{people}, '/api/contributions/propose /', '{}', {now}"),
    ("work_visits", "person_id, seen_at", "{people}, {now}"),
    ("contribution_reads", "person_id, contribution_id, seen_at", "{people}, {contributions}, {now}"),
    (
        "contribution_origins",
        "contribution_id, origin_id, direct, kind, was, role, made_at, reason",
        "{contributions}, (SELECT id FROM contributions WHERE tenant_id = {tenant} ORDER BY id DESC LIMIT 1), TRUE, 'merge', 'unassessed', \
         'process_facilitator', {now}, 'Lo stesso'",
    ),
    (
        "contribution_returns",
        "contribution_id, gone_id, gone_title, kind, role, reason, returned_at",
        "{contributions}, {uuid}, 'Posti per sedersi', 'merge', 'process_facilitator', 'Chiedono cose diverse.', {now}",
    ),
    ("questionnaire_participations", "questionnaire_id, person_id", "{questionnaires}, {people}"),
    ("questionnaire_results", "questionnaire_id, answered, content", "{questionnaires}, 7, 'null'"),
    (
        "questionnaire_invitations",
        "id, questionnaire_id, email, key_hash, answered",
        "{uuid}, {questionnaires}, 'invitata@b.example', {hash}, FALSE",
    ),
    ("follows", "contribution_id, person_id, created_at", "{contributions}, {people}, {now}"),
    (
        "moderation_entries",
        "id, subject_kind, subject_id, step, ground, reason, actor_id, at",
        "{uuid}, 'contribution', {contributions}, 'dismiss', NULL, 'Va bene.', NULL, {now}",
    ),
    (
        "moderation_appeals",
        "id, entry_id, subject_kind, subject_id, contribution_id, person_id, reason, state, answer, made_at",
        "{uuid}, {moderation_entries}, 'contribution', {contributions}, {contributions}, NULL, 'Era giusto.', \
         'open', '', {now}",
    ),
    (
        "document_annotations",
        "id, document_id, kind, reason, role, at",
        "{uuid}, {documents}, 'note', 'Copia.', 'process_owner', {now}",
    ),
    (
        "organ_rules",
        "id, organ_id, version, rules, comment_days, quorum, admission, since, until",
        "{uuid}, {organs}, 1, 'Regole.', NULL, '', '', '2022-02-01', '2022-03-01'",
    ),
    (
        "meeting_attendees",
        "id, meeting_id, organisation, category, name, gender",
        "{uuid}, {meetings}, 'Auser', 'anziani', 'Rita Riservata', 'woman'",
    ),
    ("meeting_papers", "meeting_id, document_id", "{meetings}, {documents}"),
    (
        "minutes_comments",
        "id, meeting_id, person_id, organisation, text, objection, at",
        "{uuid}, {meetings}, NULL, 'Auser', 'Bene.', FALSE, {now}",
    ),
    (
        "proposal_documents",
        "process_id, state, version, opinion_notes, updated_at",
        "{processes}, 'drafting', 1, '', {now}",
    ),
    (
        "document_votes",
        "process_id, member_id, choice, note, content_hash, voted_at",
        "{processes}, {organ_members}, 'favourable', '', {hash}, {now}",
    ),
    (
        "organ_remarks",
        "id, process_id, member_id, kind, title, text, filed_at",
        "{uuid}, {processes}, {organ_members}, 'remark', 'Orari', 'Meglio la sera.', {now}",
    ),
    (
        "proposal_document_versions",
        "process_id, number, content, sha256, author_id, created_at",
        "{processes}, 1, '{\"sections\":[],\"proposals\":[]}', {hash}, NULL, {now}",
    ),
    (
        "proposal_origins",
        "process_id, number, origin, title",
        "{processes}, 1, 'contribution:01940000-0000-7000-8000-000000000000', 'Un foglio'",
    ),
    (
        "validation_rounds",
        "id, process_id, number, tenant_name, process_title, content, sha256, checks, submitted_at",
        "{uuid}, {processes}, 1, 'Unione', 'Percorso', '{\"sections\":[],\"proposals\":[]}', {hash}, \
         '{\"findings\":0,\"cleared\":null,\"opinion\":null,\"warnings\":[],\"pack\":\"ER-2021 v1\",\
         \"content\":{\"mandatory\":8,\"filled\":0,\"proposals\":0,\"untraced\":[]},\"origins\":[]}', {now}",
    ),
    (
        "validation_decisions",
        "round_id, step, reason, decided_by, decided_at",
        "{validation_rounds}, 'ask_integration', 'Manca il monitoraggio.', {people}, {now}",
    ),
    (
        "outcomes",
        "process_id, state, act_body, act_number, act_on, mentions_refusal, notes, concluded_on, late_days, recorded_at",
        "{processes}, 'acknowledged', 'Giunta', '1', '2022-10-01', FALSE, '', '2022-09-01', 0, {now}",
    ),
    (
        "proposal_decisions",
        "process_id, number, decision, reason, decided_at",
        "{processes}, 1, 'accepted', 'Serve.', {now}",
    ),
    (
        "final_reports",
        "process_id, version, texts, private_annex, submitted_on, updated_at",
        "{processes}, 1, '{}', '', NULL, {now}",
    ),
    (
        "report_expenses",
        "id, process_id, category, supplier, invoice, net_cents, vat_cents, vat_deductible",
        "{uuid}, {processes}, 'staff', 'Officina', '1', 1000, 0, FALSE",
    ),
    ("agendas", "id, kind, title, state, created_at", "{uuid}, 'digital', 'Agenda digitale', 'draft', {now}"),
    (
        "action_sheets",
        "id, agenda_id, code, title, text, situation, process_id, proposal, made_at, version",
        "{uuid}, {agendas}, 'A1', 'Ombra in piazza', 'Alberi.', 'idea', {processes}, 1, {now}, 1",
    ),
    (
        "action_moves",
        "sheet_id, version, situation, reason, role, at",
        "{action_sheets}, 1, 'idea', '', 'body_secretary', {now}",
    ),
];

/// Puts a row into each table of the tenant `slug` of the demo that has none.
pub async fn fill(app: &TestApp, slug: &str) {
    let rows = Rows::of(app, slug).await;
    for (table, columns, values) in ROWS {
        if rows.count(table, "1 = 1").await > 0 {
            continue;
        }
        let mut values = values.replace("{now}", "'2022-10-04T10:00:00+00:00'");
        values = values.replace("{later}", "'2022-12-01T10:00:00+00:00'").replace("{hash}", &format!("'{HASH}'"));
        for other in owned_tables() {
            let first = format!("(SELECT id FROM {other} WHERE tenant_id = {{tenant}} ORDER BY id LIMIT 1)");
            values = values.replace(&format!("{{{other}}}"), &first);
        }
        rows.run(&format!("INSERT INTO {table} (tenant_id, {columns}) VALUES ({{tenant}}, {values})")).await;
    }
    for table in owned_tables() {
        assert!(rows.count(table, "1 = 1").await > 0, "no row of {table}: add one to tests/it/filled.rs");
    }
}
