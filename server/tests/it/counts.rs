//! How much each page asks of the database: lists little, and every page as much with many rows as with few.

mod rows;

use crate::{
    app::{TestApp, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;
use rows::double;
use server::demo;

/// The tenant whose pages are read.
const TENANT: &str = "val-denza";

/// Most statements of a list, the tenant and the session among them.
const MOST: u64 = 6;

/// Who reads.
#[derive(Clone, Copy)]
enum Reader {
    Citizen,
    Staff,
    Platform,
}
use Reader::{Citizen, Platform, Staff};

/// The path whose pages are read.
const PATH: &str = "/percorsi/welfare-digitale";
const WORK: &str = "/lavoro/percorsi/welfare-digitale";

/// The lists, with the place of an identifier as `{table.column}`.
const LISTS: &[(Reader, &[&str])] = &[
    (
        Citizen,
        &[
            "/proposte",
            "/proposte?ordine=sostenute",
            "/proposte?parole=scuola",
            "/percorsi",
            "/documenti",
            "/calendario",
            "/calendario?percorso=welfare-digitale",
            "/spazio",
            "{path}/tavoli",
            "{path}/documenti",
            "{path}/incontri",
            "{path}/accordo",
            "{path}/chi-fa-cosa",
            "{path}/chi-fa-cosa/osservazioni",
        ],
    ),
    (
        Staff,
        &[
            "/lavoro/moderazione",
            "/lavoro/persone",
            "/lavoro/registro",
            "/lavoro/segnalazioni",
            "/lavoro/percorsi/nuovo",
            "{work}/risposte",
            "{work}/incontri",
            "{work}/tavoli",
            "{work}/documenti",
            "{work}/proroghe",
            "{work}/organi",
        ],
    ),
    (Platform, &["/enti", "/scadenze", "/garanzia"]),
];

/// Pages that are no lists, each with the most statements it may take and why.
const OTHERS: &[(Reader, &str, u64, &str)] = &[
    (Citizen, "/", 6, "what is open, meetings and decisions"),
    (Citizen, "/proposte/{comments.contribution_id}", 7, "one with its comments and its whole story"),
    (Citizen, "{path}", 19, "a path with its phases, acts, history and guarantees, and what its next step needs"),
    (Citizen, "{path}/tavoli/{thematic_tables}", 9, "one table with syntheses, proposals and meetings"),
    (Citizen, "/incontri/{meetings}", 11, "one meeting with its papers, its minutes and who approved them"),
    (Staff, "/lavoro", 18, "all that the rules look at in every path, and what waits beside it"),
    (Staff, "{work}", 15, "a path with all that its rules look at"),
    (Staff, "{work}/scheda", 7, "a form that keeps itself"),
    (Staff, "{work}/atti", 15, "a form on the workspace of a path, with all that its rules look at"),
    (Staff, "{work}/accordo", 7, "one agreement with its parties and its frozen texts"),
    (Staff, "{work}/tavoli/{thematic_tables}", 12, "one table with what was gathered there"),
    (Staff, "{work}/documento", 13, "a document with its rounds, checks and votes"),
    (Staff, "{work}/documento/proposte/nuova", 15, "a form beside its sources"),
    (Staff, "{work}/esito", 11, "a document with the decisions on it"),
    (Staff, "{work}/relazione", 12, "a report with its expenses, what blocks it, and whether the grant may be revoked"),
    (Staff, "{work}/osservatorio", 7, "a record made from the whole path"),
    (Staff, "/lavoro/incontri/{meetings}", 8, "one meeting at work"),
    (Staff, "/lavoro/incontri/{meetings}/presenze", 5, "one list of attendance"),
    (Staff, "/lavoro/incontri/{meetings}/verbale", 10, "minutes with what lies beside them"),
    (Platform, "/", 5, "the region's territories"),
    (Platform, "/enti/nuovo", 3, "a form with its choices"),
    (Platform, "/enti/val-denza", 6, "one tenant with its family"),
];

/// `page` with the identifiers of the tenant's first rows.
async fn address(rows: &Rows, page: &str) -> String {
    let mut page = page.replace("{path}", PATH).replace("{work}", WORK);
    while let Some((before, rest)) = page.split_once('{') {
        let (name, after) = rest.split_once('}').expect("the brace is closed");
        let (table, column) = name.split_once('.').unwrap_or((name, "id"));
        let id = rows.first(table, column).await.unwrap_or_else(|| panic!("the demo fills {table}"));
        page = format!("{before}{id}{after}");
    }
    page
}

/// The statements that a page takes.
async fn asked(app: &TestApp, who: &Visitor<'_>, path: &str) -> u64 {
    let before = app.app.db.calls();
    who.get(path).await.is(200);
    app.app.db.calls() - before
}

#[test]
fn every_page_asks_little_and_as_much_with_many_rows() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        // Each transaction on PostgreSQL says first which tenant it is for: one for the session, one for the page, one
        // for the draft of a form.
        let postgres = app.postgres.is_some();
        let all: Vec<Role> =
            Role::ALL.iter().copied().filter(|role| !role.is_implied() && !role.over_tenants()).collect();
        let staff = app.person(TENANT, "Tutto Fare", &all).await;
        let citizen = app.person(TENANT, "Anna Legge", &[]).await;
        let over = app.person("platform", "Ada Sopra", &[Role::Coordinator, Role::Guarantor]).await;
        let rows = Rows::of(&app, TENANT).await;
        let one = rows.first("comments", "contribution_id").await.unwrap();
        let message = [("message", "Il contatore non si legge"), ("page", "/"), ("email", "")];
        app.visitor(TENANT).post_from("/accessibilita", "site/feedback", &message).await.is(303);
        let report = [("kind", "contribution"), ("id", one.as_str()), ("reason", "Da guardare")];
        citizen.post("moderation/report", &report).await.is(303);
        staff
            .post("staff/invite", &[("email", "nuova@e.example"), ("role", "moderator"), ("process", "")])
            .await
            .is(303);

        let lists = LISTS.iter().flat_map(|(who, pages)| pages.iter().map(|page| (*who, *page, MOST)));
        let mut pages = Vec::new();
        for (who, page, most) in lists.chain(OTHERS.iter().map(|(who, page, most, _)| (*who, *page, *most))) {
            let who = match who {
                Citizen => &citizen,
                Staff => &staff,
                Platform => &over,
            };
            pages.push((who, address(&rows, page).await, most));
        }
        let me = citizen.id.unwrap().0;
        double(&app, me, one.parse().unwrap()).await;
        let mut few = Vec::new();
        for (who, path, _) in &pages {
            few.push(asked(&app, who, path).await);
        }
        for _ in 0..2 {
            double(&app, me, one.parse().unwrap()).await;
        }
        let mut faults = Vec::new();
        for ((who, path, most), few) in pages.iter().zip(few) {
            let many = asked(&app, who, path).await;
            if few != many {
                faults.push(format!("{path}: {few} with few rows, {many} with many"));
            }
            let transactions = if *most == MOST { 2 } else { 3 };
            let most = most + if postgres { transactions } else { 0 };
            if many > most {
                faults.push(format!("{path}: {many}, and at most {most} are allowed"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
