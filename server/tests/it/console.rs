//! The coordinator's console, and the life of a tenant.

mod deadlines;

use crate::{
    app::{TestApp, on_each_database},
    export::Export,
    rows::Rows,
};
use domain::role::Role;

const GAMMA: [(&str, &str); 9] = [
    ("kind", "municipality"),
    ("name", "Comune di Gamma"),
    ("slug", "gamma"),
    ("istat_code", "035017"),
    ("ipa_code", ""),
    ("parent", ""),
    ("pack", "permanent-municipal"),
    ("template", "permanent_agenda"),
    ("admin_email", "ada@gamma.example"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|&(each, old)| (each, if each == name { value } else { old })).collect()
}

/// The path of the newest invitation mailed on the host of `slug`.
pub async fn newest_link(app: &TestApp, slug: &str) -> String {
    let mails = app.visitor(slug).get("/dev/mail.json").await.is(200).body;
    let key: String = mails.split("/invito/").nth(1).expect("an invitation was mailed").chars().take(64).collect();
    format!("/invito/{key}")
}

#[test]
fn a_coordinator_creates_a_tenant_that_works_at_once() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.get("/enti/nuovo").await.is(200).says("Crea un ente").says("Dicono anche con che cosa si comincia");
        let answer = marta.post_from("/enti/nuovo", "tenants/create", &GAMMA).await.is(303);
        let page = answer.location.expect("the finished tenant is shown");
        assert!(page.starts_with("/enti/gamma?"), "{page}");
        marta.get(&page).await.is(200).says("Comune di Gamma").says("Prossimi passi").says("ada@gamma.example");
        app.visitor("gamma").get("/").await.is(200).says("Comune di Gamma");
        marta.get("/enti?cerca=gam").await.is(200).says("Comune di Gamma").hides("Unione alfa");
        app.visitor("platform").get("/").await.is(200).says("Comune di Gamma").hides("Crea un ente");

        let gamma = Rows::of(&app, "gamma").await;
        assert_eq!(gamma.count("processes", "stage = 'designed'").await, 1);
        assert_eq!(gamma.count("thematic_tables", "1 = 1").await, 6);
        for slug in ["gamma", "platform"] {
            let log = Rows::of(&app, slug).await;
            assert_eq!(log.count("audit_entries", "action = 'tenant.create' AND role = 'coordinator'").await, 1);
        }

        let link = newest_link(&app, "gamma").await;
        app.visitor("gamma").get(&link).await.is(200).says("ada@gamma.example").says("Accedi");
        let ada = app.person("gamma", "Ada", &[]).await;
        ada.get("/lavoro/persone").await.is(403);
        let key = link.trim_start_matches("/invito/");
        ada.post_from(&link, "invitations/accept", &[("key", key), ("name", "Ada")]).await.is(303);
        ada.get("/lavoro/persone").await.is(200).says("Ada");
        // Nobody looks after the first path yet: that is up to her.
        let named = "href=\"/lavoro/persone\" class=\"btn btn-outline-primary btn-sm\">Nomina il responsabile";
        ada.get("/lavoro").await.is(200).says("(tocca a te)").says(named);
        ada.get(&link).await.is(410).says("non più valido");
        crate::audit::holds(&app, "platform").await;
    });
}

#[test]
fn a_tenant_that_cannot_be_is_not_created() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        for (field, value, words) in [
            ("slug", "alfa", "è già in uso"),
            ("slug", "www", "è già in uso"),
            ("slug", "Non Valido", "solo lettere minuscole"),
            ("name", "", "campo obbligatorio"),
            ("istat_code", "12", "servono 6 cifre"),
            ("parent", "01940000-0000-7000-8000-000000000000", "scegli una delle voci"),
            ("template", "agio", "queste regole vanno con il modello «Agenda permanente»"),
            ("admin_email", "ada", "indirizzo e-mail completo"),
        ] {
            let sent = marta.post_from("/enti/nuovo", "tenants/create", &with(&GAMMA, field, value)).await;
            sent.is(422).says(words);
        }
        // The rules say with what one begins, so nobody is asked.
        let form = marta.get("/enti/nuovo").await.is(200);
        form.says("<optgroup label=\"Percorso partecipativo\">").hides("name=\"template\"");
        // All that is wrong, at once.
        let both = with(&with(&GAMMA, "slug", "alfa"), "istat_code", "12");
        let sent = marta.post_from("/enti/nuovo", "tenants/create", &both).await.is(422);
        sent.says("è già in uso").says("servono 6 cifre");
        app.visitor("gamma").get("/").await.is(404);
        let log = Rows::of(&app, "platform").await;
        assert_eq!(log.count("audit_entries", "action = 'tenant.create'").await, 0);
    });
}

#[test]
fn tenants_stand_in_the_order_of_the_alphabet() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        for (name, slug) in [("unione dei Due Argini", "argini"), ("Èlite", "elite"), ("Unione Valnure", "valnure")] {
            let typed = with(&with(&GAMMA, "name", name), "slug", slug);
            marta.post_from("/enti/nuovo", "tenants/create", &typed).await.is(303);
        }
        let ordered = ["Èlite", "Unione alfa", "Unione beta", "unione dei Due Argini", "Unione Valnure"];
        for (who, page) in [(marta.clone(), "/enti"), (app.visitor("platform"), "/")] {
            let text = who.get(page).await.is(200).text();
            let places: Vec<_> =
                ordered.iter().map(|name| text.find(&format!(">{name}<")).expect("it is listed")).collect();
            assert!(places.is_sorted(), "{page}: {places:?}");
        }
        marta.get("/enti").await.is(200).says("5 enti");
        marta.get("/enti?cerca=argini").await.is(200).says("1 ente<");
        // A page goes on where the last one ended.
        let first = app.seed("alfa").await.tenant_id();
        let rest = format!("/enti?dopo={first}_Unione%20alfa");
        marta.get(&rest).await.is(200).says("Unione beta").hides("Èlite").says("5 enti");
    });
}

#[test]
fn only_a_coordinator_sees_and_moves_the_console() {
    on_each_database(|app| async move {
        let guarantor = app.person("platform", "Gino", &[Role::Guarantor]).await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        for (who, status, shown) in [(app.visitor("platform"), 401, 303), (guarantor, 403, 403)] {
            for page in ["/enti", "/enti/nuovo", "/enti/alfa"] {
                who.get(page).await.is(shown).hides("Unione alfa");
            }
            who.post("tenants/create", &GAMMA).await.is(status);
            who.post("tenants/change", &[("slug", "alfa"), ("step", "suspend")]).await.is(status);
        }
        admin.get("/enti").await.is(404);
        admin.post("tenants/change", &[("slug", "beta"), ("step", "suspend")]).await.is(403);
        app.visitor("alfa").get("/").await.is(200);
        app.visitor("beta").get("/").await.is(200);
    });
}

#[test]
fn a_suspended_tenant_is_closed_but_for_its_export() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let suspend = [("slug", "alfa"), ("step", "suspend")];
        marta.post("tenants/change", &suspend).await.is(303);
        marta.post("tenants/change", &suspend).await.is(422);
        marta.get("/enti?stato=suspended").await.is(200).says("Unione alfa").hides("Unione beta");
        for path in ["/", "/percorsi", "/lavoro/persone", "/documenti/x/file"] {
            app.visitor("alfa").get(path).await.is(503).says("Spazio sospeso");
        }
        for path in ["/accedi", "/privacy", "/note-legali", "/accessibilita"] {
            app.visitor("alfa").get(path).await.is(200);
        }
        let told = [("message", "Non si legge."), ("page", ""), ("email", "")];
        app.visitor("alfa").post("site/feedback", &told).await.is(303);
        admin.get("/").await.is(503).says("Esporta tutti i dati");
        let owner = app.person("alfa", "Olga", &[Role::ProcessOwner]).await;
        owner.get("/lavoro").await.is(503).says("Chi amministra l’ente").hides("Esporta tutti i dati");
        admin.post("staff/invite", &[("email", "x@y.example"), ("role", "moderator"), ("process", "")]).await.is(503);
        assert_eq!(app.count("invitations").await, 0);
        let file = Export::of(&admin).await.hides("key_hash").lines;
        assert!(file.starts_with("{") && file.contains("\"table\":\"people\""), "{file}");
        for line in file.lines() {
            serde_json::from_str::<serde_json::Value>(line).expect("each line is JSON");
        }
        app.visitor("beta").get("/").await.is(200);

        marta.post("tenants/change", &[("slug", "alfa"), ("step", "resume")]).await.is(303);
        app.visitor("alfa").get("/").await.is(200);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn an_export_is_for_administrators() {
    on_each_database(|app| async move {
        app.visitor("alfa").get("/lavoro/esporta").await.is(303);
        let owner = app.person("alfa", "Olga", &[Role::ProcessOwner]).await;
        owner.get("/lavoro/esporta").await.is(403);
        let admin = app.person("beta", "Bea", &[Role::TenantAdmin]).await;
        let file = Export::of(&admin).await.hides("Olga").lines;
        let people = file.lines().filter(|line| line.contains("\"table\":\"people\"")).count();
        assert_eq!(people, 1, "{file}");
        let id = admin.id.expect("she signed in").to_string();
        assert!(file.contains(&id), "identifiers read as they do elsewhere: {file}");
    });
}

#[test]
fn a_municipality_of_a_union_begins_with_the_template_of_agio() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        let parent = app.seed("alfa").await.tenant_id().to_string();
        let fields = with(&with(&GAMMA, "parent", &parent), "ipa_code", "c_gamma");
        let fields = with(&with(&fields, "pack", "agio"), "template", "");
        marta.post_from("/enti/nuovo", "tenants/create", &with(&fields, "ipa_code", "c gamma")).await.is(422);
        marta.post_from("/enti/nuovo", "tenants/create", &with(&fields, "kind", "union")).await.is(422);
        marta.post_from("/enti/nuovo", "tenants/create", &fields).await.is(303);
        marta.get("/enti/gamma").await.is(200).says("Unione alfa").says("c_gamma").says("035017");
        marta.get("/enti/alfa").await.is(200).says("Comune di Gamma");
        let gamma = Rows::of(&app, "gamma").await;
        assert_eq!(gamma.count("processes", "stage = 'designed' AND pack_key = 'agio'").await, 1);
        app.visitor("gamma").get("/").await.is(200).says("Comune di Gamma");
        // A municipality is nobody's parent.
        let child = app.seed("gamma").await.tenant_id().to_string();
        let delta = with(&with(&with(&GAMMA, "slug", "delta"), "name", "Delta"), "parent", &child);
        marta.post_from("/enti/nuovo", "tenants/create", &delta).await.is(422).says("scegli una delle voci");
    });
}

#[test]
fn a_coordinator_invites_one_more_administrator() {
    on_each_database(|app| async move {
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        let invite = |email: &'static str| [("slug", "alfa"), ("email", email)];
        marta
            .post_from("/enti/alfa", "tenants/invite", &invite("nora"))
            .await
            .is(422)
            .says("indirizzo e-mail completo");
        marta.post_from("/enti/alfa", "tenants/invite", &[("slug", "nessuno"), ("email", "n@b.example")]).await.is(404);
        assert_eq!(app.count("invitations").await, 0);
        marta.post_from("/enti/alfa", "tenants/invite", &invite("nora@alfa.example")).await.is(303);
        marta.get("/enti/alfa").await.is(200).says("nora@alfa.example");
        for slug in ["alfa", "platform"] {
            let log = Rows::of(&app, slug).await;
            assert_eq!(
                log.count("audit_entries", "action = 'tenant.invite' AND role = 'coordinator'").await,
                1,
                "{slug}"
            );
        }
        let link = newest_link(&app, "alfa").await;
        let nora = app.person("alfa", "Nora", &[]).await;
        nora.get("/lavoro/persone").await.is(403);
        let key = link.trim_start_matches("/invito/");
        nora.post_from(&link, "invitations/accept", &[("key", key), ("name", "Nora")]).await.is(303);
        nora.get("/lavoro/persone").await.is(200).says("Nora");
        // Nobody is invited into what is closed.
        marta.post("tenants/change", &[("slug", "alfa"), ("step", "suspend")]).await.is(303);
        marta.post_from("/enti/alfa", "tenants/invite", &invite("olga@alfa.example")).await.is(422);
        assert_eq!(app.count("invitations").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}
