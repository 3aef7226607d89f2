//! Where one is signed in, and the copy of all that is kept of one.

use crate::{
    app::{Answer, on_each_database},
    filled::fill,
    rows::Rows,
};
use domain::role::Role;
use server::{auth::secret::key_hash, demo};

const PAGE: &str = "/spazio/dati";

/// The marks of the sessions on the page, in its order.
fn marks(page: &Answer) -> Vec<String> {
    page.body.split("name=\"mark\" value=\"").skip(1).map(|rest| rest[..16].to_owned()).collect()
}

#[test]
fn one_signs_out_elsewhere_and_everywhere() {
    on_each_database(|app| async move {
        let here = app.person("alfa", "Anna", &[]).await;
        let (there, third) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Anna", &[]).await);
        let other = app.person("alfa", "Bruno", &[]).await;
        let page = here.get(PAGE).await.is(200).says("questo dispositivo");
        let mark = key_hash(there.key.as_deref().unwrap())[..16].to_owned();
        assert!(marks(&page).len() == 3 && marks(&page).contains(&mark));

        let end = [("mark", mark.as_str()), ("form", mark.as_str())];
        other.post("account/end-session", &end).await.is(404);
        there.get("/spazio").await.is(200);
        here.post("account/end-session", &end).await.is(303);
        there.get("/spazio").await.is(303);
        here.get(PAGE).await.is(200);
        here.post("account/end-session", &end).await.is(404);

        here.post("account/end-all-sessions", &[]).await.is(303);
        for gone in [&here, &third] {
            gone.get("/spazio").await.is(303);
        }
        other.get("/spazio").await.is(200);
        app.visitor("alfa").post("account/end-all-sessions", &[]).await.is(401);
        crate::audit::holds(&app, "alfa").await;
    });
}

/// What the copy costs is bounded: texts of many hands are not in it, nor does anybody take it again and again.
#[test]
fn the_copy_is_bounded_and_stays_on_no_shared_computer() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        fill(&app, "val-denza").await;
        let rows = Rows::of(&app, "val-denza").await;
        let rita = app.person("val-denza", "Rita Camellini", &[]).await;
        rows.change(&format!(
            "UPDATE proposal_document_versions SET author_id = {} WHERE 1 = 1",
            rows.literal(rita.id.unwrap().0)
        ))
        .await;
        for taken in 0..10 {
            let path = if taken % 2 == 0 { "/spazio/dati.json" } else { "/spazio/dati.html" };
            let copy = rita.get(path).await.is(200);
            assert_eq!(copy.headers["cache-control"], "no-store", "{path}");
            if let Ok(copy) = serde_json::from_str::<serde_json::Value>(&copy.body) {
                let saved = &copy["proposal_document_versions"][0];
                assert!(saved.get("created_at").is_some() && saved.get("content").is_none(), "{saved}");
            }
        }
        assert!(rows.count("proposal_document_versions", "1 = 1").await > 0);
        rita.get("/spazio/dati.json").await.is(429).says("Troppe richieste");
        rita.get("/spazio/dati").await.is(200);
        app.person("val-denza", "Luisa Ferri", &[]).await.get("/spazio/dati.json").await.is(200);
    });
}

/// What names nobody to its reader: counted tries, and codes that wait.
const NOT_KEPT_OF_ONE: [&str; 3] = ["attempts", "audit_entries", "sign_in_codes"];

#[test]
fn the_copy_holds_every_row_that_names_the_person_and_opens_nothing() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let email = "rita.camellini@val-denza.example";
        let rita = app.person("val-denza", "Rita Camellini", &[]).await;
        let admin = app.person("val-denza", "Ada Invita", &[Role::TenantAdmin]).await;
        let report = [("message", "Non si legge."), ("page", ""), ("email", email)];
        app.visitor("val-denza").post("site/feedback", &report).await.is(303);
        admin.post("staff/invite", &[("email", email), ("role", "moderator"), ("process", "")]).await.is(303);

        let copy = rita.get("/spazio/dati.json").await.is(200).body;
        let copy: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&copy).unwrap();
        let rows = Rows::of(&app, "val-denza").await;
        let id = rita.id.unwrap();
        let ids = [id.to_string(), id.0.simple().to_string(), id.0.simple().to_string().to_uppercase()];
        for (table, whole) in rows.whole().await {
            let named = whole.contains(email) || ids.iter().any(|id| whole.contains(id.as_str()));
            if named && !NOT_KEPT_OF_ONE.contains(&table.as_str()) {
                assert!(copy.contains_key(&table), "{table} names her, and her copy leaves it out");
            }
        }
        let said = serde_json::to_string(&copy).unwrap();
        assert!(said.contains(email) && !said.contains("key_hash") && !said.contains("/invito/"));
        assert!(!said.to_lowercase().contains("luisa."), "nobody else's address is in it");

        let page = rita.get("/spazio/dati.html").await.is(200);
        let headings = page.body.split("<h2>").skip(1).filter_map(|part| part.split('<').next());
        let unnamed: Vec<&str> = headings.filter(|heading| heading.contains('_')).collect();
        assert!(unnamed.is_empty(), "what a table keeps is said in words: {unnamed:?}");
        page.says("I miei dati").says("Organismi in cui siedi").says("Non si legge.").says(email).hides("person_id");
        for path in ["/spazio/dati.json", "/spazio/dati.html"] {
            app.visitor("val-denza").get(path).await.is(303);
        }
        rita.get(PAGE).await.is(200).says("Esci ovunque");
        crate::audit::holds(&app, "val-denza").await;
    });
}
