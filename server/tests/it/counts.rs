//! How much each page asks of the database: lists little, and every page as much with many rows as with few.

mod pages;
mod rows;

use crate::{
    app::on_each_database,
    filled::fill,
    isolation::routes::{PLATFORM_PAGES, TENANT_PAGES, declared},
    rows::Rows,
};
use domain::role::Role;
use pages::{
    LISTS, NO_LISTS, OTHERS,
    Reader::{Citizen, Late, LateStaff, Platform, Staff},
};
use rows::double;
use server::demo;

/// The tenant whose pages are read.
const TENANT: &str = "val-denza";
/// One whose path was decided upon.
const DECIDED: &str = "calderara";
/// One whose document waits for the guarantor.
const WAITS: &str = "due-argini";

/// Most statements of a list, the tenant and the session among them.
const MOST: u64 = 6;

/// Whether `page`, as it is listed, is one of the route `route`.
fn is_one_of(page: &str, route: &str) -> bool {
    let page = page.replace("{path}", "/percorsi/x").replace("{work}", "/lavoro/percorsi/x");
    let mut steps = route.split('/');
    let page = page.split('?').next().unwrap_or_default();
    page.split('/').all(|step| steps.next().is_some_and(|known| known.starts_with(':') || known == step))
        && steps.next().is_none()
}

#[test]
fn every_page_is_counted_or_says_why_not() {
    let counted = LISTS.iter().flat_map(|(_, pages)| pages.iter().copied());
    let counted: Vec<_> = counted.chain(OTHERS.iter().map(|(_, page, ..)| *page)).collect();
    let routes: Vec<_> =
        [TENANT_PAGES, PLATFORM_PAGES].into_iter().flat_map(|source| declared(source, "path!(\"")).collect();
    for route in &routes {
        let has = counted.iter().any(|page| is_one_of(page, route));
        let said = NO_LISTS.iter().any(|(page, _)| page == route);
        assert!(has != said, "{route} needs a line in tests/it/counts/pages.rs: counted, or named with the reason");
    }
    for page in NO_LISTS.iter().map(|(page, _)| page) {
        assert!(routes.iter().any(|route| route == page), "{page} is there no more");
    }
}

#[test]
fn every_page_asks_little_and_as_much_with_many_rows() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        fill(&app, TENANT).await;
        let all: Vec<Role> =
            Role::ALL.iter().copied().filter(|role| !role.is_implied() && !role.over_tenants()).collect();
        let staff = app.person(TENANT, "Tutto Fare", &all).await;
        let citizen = app.person(TENANT, "Anna Legge", &[]).await;
        let late = app.person(DECIDED, "Anna Dopo", &[]).await;
        let late_staff = app.person(DECIDED, "Tutto Dopo", &all).await;
        let over = app.person("platform", "Ada Sopra", &[Role::Coordinator, Role::Guarantor]).await;
        let (rows, decided) = (Rows::of(&app, TENANT).await, Rows::of(&app, DECIDED).await);
        let union = Rows::of(&app, WAITS).await;
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
            let (who, path, rows) = match who {
                Citizen => (&citizen, "welfare-digitale", &rows),
                Staff => (&staff, "welfare-digitale", &rows),
                Late => (&late, "clicchiamoci-su", &decided),
                LateStaff => (&late_staff, "clicchiamoci-su", &decided),
                Platform => (&over, "", &union),
            };
            let path = format!("/percorsi/{path}");
            let page = page.replace("{path}", &path).replace("{work}", &format!("/lavoro{path}"));
            pages.push((who, rows.with_values(&page).await, most));
        }
        let waits = app.person(WAITS, "Anna Aspetta", &[]).await;
        let grow = async || {
            for (slug, me) in [(TENANT, &citizen), (DECIDED, &late), (WAITS, &waits)] {
                double(&app, slug, me.id.unwrap().0).await;
            }
        };
        grow().await;
        let mut few = Vec::new();
        for (who, path, _) in &pages {
            few.push(who.asks(path).await);
        }
        for _ in 0..2 {
            grow().await;
        }
        let mut faults = Vec::new();
        for ((who, path, most), few) in pages.iter().zip(few) {
            let many = who.asks(path).await;
            if few != many {
                faults.push(format!("{path}: {few} with few rows, {many} with many"));
            }
            if many > *most {
                faults.push(format!("{path}: {many}, and at most {most} are allowed"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
