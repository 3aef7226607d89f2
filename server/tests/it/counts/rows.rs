//! Twice the rows behind every list.

use super::TENANT;
use crate::{app::TestApp, rows::Rows};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

/// Tables whose rows are copied, with what is new in each copy.
const COPIED: [(&str, &[(&str, &str)]); 28] = [
    ("people", &[("id", "{uuid}"), ("email", "{text}")]),
    ("processes", &[("id", "{uuid}"), ("slug", "{text}")]),
    ("process_deadlines", &[("id", "{uuid}")]),
    ("process_events", &[("id", "{uuid}")]),
    ("acts", &[("id", "{uuid}"), ("registered", "{text}")]),
    ("thematic_tables", &[("id", "{uuid}")]),
    ("contributions", &[("id", "{uuid}"), ("author_id", "{me}")]),
    ("comments", &[("id", "{uuid}"), ("contribution_id", "{one}")]),
    ("syntheses", &[("id", "{uuid}")]),
    ("documents", &[("id", "{uuid}"), ("registered", "{text}")]),
    ("meetings", &[("id", "{uuid}"), ("number", "{int}")]),
    ("meeting_attendees", &[("id", "{uuid}")]),
    ("minutes_comments", &[("id", "{uuid}")]),
    ("organ_remarks", &[("id", "{uuid}")]),
    ("organ_members", &[("id", "{uuid}"), ("organisation", "{text}")]),
    ("agreement_parties", &[("id", "{uuid}"), ("organisation", "{text}"), ("key_hash", "{text}")]),
    ("report_expenses", &[("id", "{uuid}")]),
    ("invitations", &[("id", "{uuid}"), ("key_hash", "{text}")]),
    ("mails", &[("id", "{uuid}")]),
    ("audit_entries", &[("id", "{uuid}")]),
    ("sessions", &[("key_hash", "{text}"), ("person_id", "{me}")]),
    ("identity_providers", &[("id", "{uuid}"), ("name", "{text}")]),
    (
        "person_identities",
        &[("id", "{uuid}"), ("person_id", "{me}"), ("subject_hash", "{text}"), ("fiscal_hash", "{text}")],
    ),
    ("extensions", &[("id", "{uuid}"), ("state", "{lapsed}")]),
    ("validation_rounds", &[("id", "{uuid}"), ("number", "{int}")]),
    ("proposal_decisions", &[("number", "{int}")]),
    ("action_sheets", &[("id", "{uuid}"), ("code", "{text}"), ("proposal", "{int}")]),
    ("feedback", &[("id", "{uuid}")]),
];

/// Whoever is new works here, so that the list of people grows; and what `{me}` takes part in: supports and follows everything, sits on an organ of every path, and waits for a place at every meeting; at one of them everybody does.
const TAKEN_PART: [&str; 10] = [
    // Of each path one request for more time waits.
    "INSERT INTO extensions (tenant_id, id, process_id, state, reasons, progress, timetable, until, end_before, \
     days_asked, requested_on, granted_days, note, act, created_at, version, process_title, rules, paused) SELECT \
     e.tenant_id, {uuid}, p.id, 'requested', e.reasons, e.progress, e.timetable, e.until, e.end_before, e.days_asked, \
     '2022-10-04', 0, '', '', e.created_at, 1, p.title, e.rules, FALSE FROM (SELECT * FROM extensions WHERE \
     tenant_id = {tenant} LIMIT 1) e CROSS JOIN processes p WHERE p.tenant_id = {tenant} AND NOT EXISTS (SELECT 1 \
     FROM extensions h WHERE h.tenant_id = {tenant} AND h.process_id = p.id AND h.state IN ('draft', 'requested'))",
    "INSERT INTO role_grants (tenant_id, id, person_id, role, granted_at) SELECT tenant_id, {uuid}, id, 'moderator', \
     created_at FROM people WHERE tenant_id = {tenant} AND id <> {me} AND NOT EXISTS (SELECT 1 FROM role_grants held \
     WHERE held.tenant_id = people.tenant_id AND held.person_id = people.id)",
    "INSERT INTO supports (tenant_id, contribution_id, person_id, created_at) SELECT tenant_id, id, {me}, created_at \
     FROM contributions WHERE tenant_id = {tenant} ON CONFLICT DO NOTHING",
    "INSERT INTO follows (tenant_id, contribution_id, person_id, created_at) SELECT tenant_id, id, {me}, created_at \
     FROM contributions WHERE tenant_id = {tenant} ON CONFLICT DO NOTHING",
    "INSERT INTO organs (tenant_id, id, process_id, kind, rules, constituted_on, created_at, comment_days, quorum, \
     admission, rules_version, rules_since, version) SELECT o.tenant_id, {uuid}, p.id, o.kind, o.rules, \
     o.constituted_on, o.created_at, o.comment_days, o.quorum, o.admission, 1, o.rules_since, 1 FROM (SELECT * FROM \
     organs WHERE tenant_id = {tenant} LIMIT 1) o CROSS JOIN processes p WHERE p.tenant_id = {tenant} AND NOT EXISTS \
     (SELECT 1 FROM organs h WHERE h.tenant_id = {tenant} AND h.process_id = p.id)",
    "INSERT INTO organ_members (tenant_id, id, process_id, organ_id, organisation, kind, category, way, state, votes, \
     created_at) SELECT m.tenant_id, {uuid}, o.process_id, o.id, m.organisation, m.kind, m.category, m.way, 'active', \
     m.votes, m.created_at FROM (SELECT * FROM organ_members WHERE tenant_id = {tenant} LIMIT 1) m CROSS JOIN organs o \
     WHERE o.tenant_id = {tenant} AND NOT EXISTS (SELECT 1 FROM organ_members h WHERE h.tenant_id = {tenant} AND \
     h.organ_id = o.id)",
    "INSERT INTO organ_delegates (tenant_id, member_id, name, email, person_id) SELECT m.tenant_id, m.id, 'Chi siede', \
     '', {me} FROM organ_members m WHERE m.tenant_id = {tenant} AND NOT EXISTS (SELECT 1 FROM organ_delegates d WHERE \
     d.tenant_id = {tenant} AND d.member_id = m.id)",
    "INSERT INTO role_grants (tenant_id, id, person_id, role, process_id, granted_at) SELECT tenant_id, {uuid}, {me}, \
     'table_member', id, created_at FROM processes WHERE tenant_id = {tenant} ON CONFLICT DO NOTHING",
    "INSERT INTO registrations (tenant_id, id, meeting_id, person_id, position, code, name, kind, gender, needs, \
     created_at) SELECT tenant_id, {uuid}, id, {me}, 500000, 'AAAAAA', 'Chi aspetta', 'citizen', 'woman', 'Una sedia', \
     created_at FROM meetings m WHERE tenant_id = {tenant} AND places IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \
     registrations h WHERE h.tenant_id = {tenant} AND h.meeting_id = m.id AND h.person_id = {me})",
    "INSERT INTO registrations (tenant_id, id, meeting_id, person_id, position, code, name, kind, gender, needs, \
     created_at) SELECT tenant_id, {uuid}, meeting_id, person, n, REPLACE(REPLACE(CAST(n AS TEXT), '0', 'B'), '1', \
     'C'), 'Chi aspetta', 'citizen', 'woman', '', created_at FROM (SELECT s.tenant_id, s.meeting_id, s.created_at, \
     p.id AS person, (SELECT MAX(position) FROM registrations WHERE tenant_id = {tenant}) + ROW_NUMBER() OVER (ORDER \
     BY p.id) AS n FROM registrations s JOIN people p ON p.tenant_id = s.tenant_id WHERE s.tenant_id = {tenant} AND \
     s.seat = 3 AND NOT EXISTS (SELECT 1 FROM registrations h WHERE h.tenant_id = {tenant} AND h.meeting_id = \
     s.meeting_id AND h.person_id = p.id)) AS all_of_them",
];

/// Copies every row of a table.
async fn copy(tx: &DatabaseTransaction, table: &str, new: &[(&str, &str)], known: &[(&str, String)], condition: &str) {
    let postgres = tx.get_database_backend() == DbBackend::Postgres;
    let columns = if postgres {
        format!(
            "SELECT column_name::text AS v FROM information_schema.columns WHERE table_schema = 'public' \
             AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position"
        )
    } else {
        format!("SELECT name AS v FROM pragma_table_info('{table}')")
    };
    let columns = tx.query_all_raw(Statement::from_string(tx.get_database_backend(), columns)).await.unwrap();
    let columns: Vec<String> = columns.iter().map(|row| row.try_get("", "v").unwrap()).collect();
    let random = |kind: &str| match (kind, postgres) {
        ("{uuid}", true) => "gen_random_uuid()".to_owned(),
        ("{uuid}", false) => "randomblob(16)".to_owned(),
        ("{text}", true) => "gen_random_uuid()::text".to_owned(),
        ("{text}", false) => "lower(hex(randomblob(16)))".to_owned(),
        ("{lapsed}", _) => "'lapsed'".to_owned(),
        ("{int}", true) => "(random() * 1000000000)::int".to_owned(),
        ("{int}", false) => "abs(random() % 1000000000)".to_owned(),
        (name, _) => known.iter().find(|(known, _)| *known == name).expect("a value is named").1.clone(),
    };
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let values: Vec<String> = columns
        .iter()
        .zip(&quoted)
        .map(|(column, quoted)| {
            new.iter().find(|(name, _)| name == column).map_or_else(|| quoted.clone(), |(_, kind)| random(kind))
        })
        .collect();
    let (into, values) = (quoted.join(", "), values.join(", "));
    tx.execute_unprepared(&format!("INSERT INTO {table} ({into}) SELECT {values} FROM {table} WHERE {condition}"))
        .await
        .unwrap();
}

/// Doubles the rows behind every list of the tenant `slug`; `me` writes all new contributions, and comments are about
/// one that has some.
pub async fn double(app: &TestApp, slug: &str, me: uuid::Uuid) {
    let rows = Rows::of(app, slug).await;
    let one = rows.first("comments", "contribution_id").await.map_or(me, |one| one.parse().unwrap());
    let known = [("{me}", rows.literal(me)), ("{one}", rows.literal(one))];
    let tx = rows.begin().await;
    for (table, new) in COPIED {
        copy(&tx, table, new, &known, &rows.filled("tenant_id = {tenant}")).await;
    }
    for taken in TAKEN_PART {
        tx.execute_unprepared(&rows.filled(taken).replace("{me}", &known[0].1)).await.unwrap();
    }
    if slug == TENANT {
        copy(&tx, "tenants", &[("id", "{uuid}"), ("slug", "{text}")], &known, "kind = 'municipality'").await;
    }
    tx.commit().await.unwrap();
}
