//! What a tenant does with personal data: its register, and what the platform deletes by itself.

use crate::{
    app::{Answer, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

const REGISTER: &str = "/lavoro/trattamenti";

async fn keep(who: &Visitor<'_>, code: &str, version: &str, name: &str, purpose: &str) -> Answer {
    let typed = [
        ("code", code),
        ("version", version),
        ("name", name),
        ("purpose", purpose),
        ("basis", "consent"),
        ("law", "Art. 6, par. 1, lett. a"),
        ("subjects", "Chi si iscrive"),
        ("data", "Nome"),
        ("recipients", "Nessun altro"),
        ("retention", "Fino alla revoca"),
    ];
    who.post_from(&format!("{REGISTER}/nuovo"), "processing/keep", &typed).await
}

#[test]
fn the_register_begins_with_what_everybody_does_and_is_the_tenants_own() {
    on_each_database(|app| async move {
        let officer = app.person("alfa", "Paolo", &[Role::PrivacyOfficer]).await;
        let citizen = app.person("alfa", "Carla", &[]).await;
        citizen.get(REGISTER).await.is(403);
        let page = officer.get(REGISTER).await.is(200).says("Accesso e account").says("Titolare del trattamento");
        page.says("/lavoro/trattamenti/account");
        let public = app.visitor("alfa").get("/privacy").await.is(200);
        public.says("Messaggi di servizio").says("Compito di interesse pubblico");
        crate::crawl::fetch(&app.visitor("alfa"), "/privacy", "en").await.is(200).says("Service messages");

        // What is missing is said, and nothing is kept.
        let refused = keep(&officer, "", "0", "Notiziario", "").await.is(422).says("id=\"purpose-errore\"");
        refused.says("value=\"Notiziario\"");
        assert_eq!(app.count("processing_activities").await, 0);
        keep(&citizen, "", "0", "Notiziario", "Mandare notizie").await.is(403);
        keep(&officer, "", "0", "Notiziario", "Mandare notizie").await.is(303);
        app.visitor("alfa").get("/privacy").await.is(200).says("Notiziario").says("Consenso");
        app.visitor("beta").get("/privacy").await.is(200).hides("Notiziario");

        // One of everybody's, in the tenant's own words; who saw another version is told.
        officer.get("/lavoro/trattamenti/messages").await.is(200).says("value=\"Messaggi di servizio\"");
        keep(&officer, "messages", "0", "Posta dell’ufficio", "Scrivere").await.is(303);
        keep(&officer, "messages", "0", "Altro", "Altro").await.is(409);
        keep(&officer, "messages", "1", "Posta dell’ente", "Scrivere").await.is(303);
        keep(&officer, "sconosciuto", "0", "Altro", "Altro").await.is(404);
        let public = app.visitor("alfa").get("/privacy").await.is(200).says("Posta dell’ente");
        public.hides("Messaggi di servizio").hides("Posta dell’ufficio");

        // Taken out, and put back.
        let code = |code: &'static str, version: &'static str| [("code", code), ("version", version)];
        officer.post("processing/drop", &code("feedback", "0")).await.is(303);
        officer.post("processing/drop", &code("feedback", "0")).await.is(409);
        app.visitor("alfa").get("/privacy").await.is(200).hides("Segnalazioni sull’accessibilità");
        officer.get(REGISTER).await.is(200).says("Tolti dal registro").says("Rimetti");
        officer.post("processing/restore", &code("feedback", "1")).await.is(303);
        app.visitor("alfa").get("/privacy").await.is(200).says("Segnalazioni sull’accessibilità");
        officer.post("processing/restore", &code("sconosciuto", "0")).await.is(404);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_is_deleted_by_itself_is_counted_and_named_by_its_kind_alone() {
    on_each_database(|app| async move {
        app.at("2022-10-05T09:00:00Z");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let page = "/lavoro/trattamenti/conservazione";
        admin.get(page).await.is(200).says("Non ancora").says("niente da cancellare").says("365 giorni");
        app.person("alfa", "Carla", &[]).await.get(page).await.is(403);
        let report = [("message", "Non si legge."), ("page", ""), ("email", "chi@segnala.example")];
        app.visitor("alfa").post("site/feedback", &report).await.is(303);
        server::housekeeping::tidy(&app.app).await.unwrap();
        admin.get(page).await.is(200).hides("Non ancora").says("niente da cancellare");

        app.at("2023-10-06T09:00:00Z");
        server::housekeeping::tidy(&app.app).await.unwrap();
        server::housekeeping::tidy(&app.app).await.unwrap();
        let alfa = Rows::of(&app, "alfa").await;
        assert_eq!(alfa.count("feedback", "email IS NOT NULL").await, 0);
        let counted = "kind = 'feedback_addresses' AND removed = 1";
        assert_eq!(alfa.count("deletions", counted).await, 1, "once, however often it looks");
        assert_eq!(alfa.count("deletions", "removed = 0 AND day < '2023-10-06'").await, 0);
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let shown = admin.get(page).await.is(200).says("06/10/2023").says("Indirizzi di chi ha segnalato");
        shown.hides("chi@segnala.example").hides("niente da cancellare");
    });
}
