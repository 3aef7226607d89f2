//! How much each list asks of the database: few statements, and as many with many rows as with few.

use crate::app::{TestApp, Visitor, on_each_database};
use domain::role::Role;
use sea_orm::{ConnectionTrait, Database, DatabaseTransaction, DbBackend, Statement, TransactionTrait};
use server::demo;

/// The tenant whose lists are read, and its path.
const TENANT: &str = "val-denza";

/// Most statements of a list, the tenant and the session among them.
const MOST: u64 = 6;

/// Tables whose rows are copied, with what is new in each copy.
const COPIED: [(&str, &[(&str, &str)]); 11] = [
    ("people", &[("id", "{uuid}"), ("email", "{text}")]),
    ("processes", &[("id", "{uuid}"), ("slug", "{text}")]),
    ("process_deadlines", &[("id", "{uuid}")]),
    ("thematic_tables", &[("id", "{uuid}")]),
    ("contributions", &[("id", "{uuid}"), ("author_id", "{me}")]),
    ("comments", &[("id", "{uuid}"), ("contribution_id", "{one}")]),
    ("syntheses", &[("id", "{uuid}")]),
    ("documents", &[("id", "{uuid}")]),
    ("meetings", &[("id", "{uuid}"), ("number", "{int}")]),
    ("organ_members", &[("id", "{uuid}"), ("organisation", "{text}")]),
    ("feedback", &[("id", "{uuid}")]),
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

/// Doubles the rows behind every list; `me` writes all new contributions, and comments are about `one`.
async fn double(app: &TestApp, me: uuid::Uuid, one: uuid::Uuid) {
    let db = Database::connect(&app.app.config.owner_database_url).await.unwrap();
    let tenant = app.seed(TENANT).await.tenant_id().0;
    let postgres = app.postgres.is_some();
    let literal = |id: uuid::Uuid| if postgres { format!("'{id}'::uuid") } else { format!("X'{}'", id.simple()) };
    let known = [("{me}", literal(me)), ("{one}", literal(one))];
    let tx = db.begin().await.unwrap();
    if postgres {
        tx.execute_unprepared(&format!("SELECT set_config('tavolo.tenant', '{tenant}', true)")).await.unwrap();
    }
    for (table, new) in COPIED {
        copy(&tx, table, new, &known, &format!("tenant_id = {}", literal(tenant))).await;
    }
    // Whoever is new works here: the list of people grows by them.
    let id = if postgres { "gen_random_uuid()" } else { "randomblob(16)" };
    let grants = format!(
        "INSERT INTO role_grants (tenant_id, id, person_id, role, granted_at) \
         SELECT tenant_id, {id}, id, 'moderator', created_at FROM people WHERE tenant_id = {} AND id <> {} \
         AND NOT EXISTS (SELECT 1 FROM role_grants held WHERE held.tenant_id = people.tenant_id \
         AND held.person_id = people.id)",
        literal(tenant),
        literal(me)
    );
    tx.execute_unprepared(&grants).await.unwrap();
    copy(&tx, "tenants", &[("id", "{uuid}"), ("slug", "{text}")], &known, "kind = 'municipality'").await;
    tx.commit().await.unwrap();
}

async fn asked(app: &TestApp, who: &Visitor<'_>, path: &str) -> u64 {
    let before = app.app.db.calls();
    who.get(path).await.is(200);
    app.app.db.calls() - before
}

/// The lists, who reads each, and the most statements it may take.
async fn lists<'a>(app: &'a TestApp, one: &str) -> Vec<(Visitor<'a>, String, u64)> {
    let all: Vec<Role> = Role::ALL.iter().copied().filter(|role| !role.is_implied() && !role.over_tenants()).collect();
    let staff = app.person(TENANT, "Tutto Fare", &all).await;
    let citizen = app.person(TENANT, "Anna Legge", &[]).await;
    let over = app.person("platform", "Ada Sopra", &[Role::Coordinator, Role::Guarantor]).await;
    let (path, work) = ("/percorsi/welfare-digitale", "/lavoro/percorsi/welfare-digitale");
    let mut lists: Vec<(Visitor<'a>, String, u64)> = Vec::new();
    for list in ["/proposte", "/proposte?ordine=sostenute", "/proposte?parole=scuola", "/percorsi", "/documenti"] {
        lists.push((citizen.clone(), list.to_owned(), MOST));
    }
    for list in ["/calendario", "/calendario?percorso=welfare-digitale", "/spazio"] {
        lists.push((citizen.clone(), list.to_owned(), MOST));
    }
    for list in ["tavoli", "documenti", "incontri"] {
        lists.push((citizen.clone(), format!("{path}/{list}"), MOST));
    }
    for list in ["moderazione", "persone", "registro", "segnalazioni"] {
        lists.push((staff.clone(), format!("/lavoro/{list}"), MOST));
    }
    for list in ["risposte", "incontri", "tavoli", "documenti", "proroghe"] {
        lists.push((staff.clone(), format!("{work}/{list}"), MOST));
    }
    for list in ["/enti", "/scadenze", "/garanzia"] {
        lists.push((over.clone(), list.to_owned(), MOST));
    }
    // Organs come with their earlier rules.
    lists.push((citizen.clone(), format!("{path}/chi-fa-cosa"), MOST + 1));
    lists.push((staff.clone(), format!("{work}/organi"), MOST + 1));
    // A proposal with its story, of which the comments are a part; and what is due and waits, of all that the rules look at.
    lists.push((citizen, format!("/proposte/{one}"), 8));
    lists.push((staff, "/lavoro".to_owned(), 17));
    lists
}

#[test]
fn every_list_asks_little_and_as_much_with_many_rows() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        // Each transaction on PostgreSQL says first which tenant it is for: one for the session, one for the page.
        let more = if app.postgres.is_some() { 2 } else { 0 };
        let one = crate::rows::Rows::of(&app, TENANT).await.first("comments", "contribution_id").await.unwrap();
        let visitor = app.visitor(TENANT);
        let message = [("message", "Il contatore non si legge"), ("page", "/"), ("email", "")];
        visitor.post_from("/accessibilita", "site/feedback", &message).await.is(303);
        let lists = lists(&app, &one).await;
        let me = lists[0].0.id.unwrap().0;
        let report = [("kind", "contribution"), ("id", one.as_str()), ("reason", "Da guardare")];
        lists[0].0.post("moderation/report", &report).await.is(303);
        double(&app, me, one.parse().unwrap()).await;
        let mut few = Vec::new();
        for (who, path, _) in &lists {
            few.push(asked(&app, who, path).await);
        }
        for _ in 0..2 {
            double(&app, me, one.parse().unwrap()).await;
        }
        for ((who, path, most), few) in lists.iter().zip(few) {
            let many = asked(&app, who, path).await;
            assert_eq!(few, many, "{path} asks more with more rows");
            assert!(many <= most + more, "{path}: {many}");
        }
    });
}
