//! Scenario 10: two unions, a municipality of one of them, an account erased, a document that nobody deletes.

use crate::{
    app::{TestApp, on_each_database},
    contributions::ground::ground,
    documents::{PDF, path_in, upload},
};
use domain::{
    id::TenantId,
    role::Role,
    stage::Stage,
    tenant::{Template, TenantKind, TenantState},
};
use server::{seed::Seed, store::tenants::Tenant};

/// The municipality `borgo` of the union `alfa`.
async fn municipality(app: &TestApp) {
    let parent = Some(app.seed("alfa").await.tenant_id());
    let borgo = Tenant {
        id: TenantId::fresh(),
        kind: TenantKind::Municipality,
        state: TenantState::Active,
        name: "Comune di Borgo".into(),
        slug: "borgo".into(),
        custom_domain: None,
        description: "Un comune di prova.".into(),
        accent: "#0059b3".into(),
        logo: None,
        istat_code: None,
        ipa_code: None,
        parent,
        pack: "er-lr15-2018".into(),
        template: Template::ParticipatoryPath,
        patron_day: String::new(),
        has_agenda: false,
        holds_first: false,
        needs: domain::identification::Needs::default(),
        created_at: app.app.clock.now(),
    };
    Seed::tenant(&app.app, borgo).await.expect("the tenant is new");
}

#[test]
fn an_id_of_another_union_is_not_there() {
    on_each_database(|app| async move {
        let here = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let there = path_in(&app, "beta", "agenda", Stage::Opening).await;
        let olga = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(here)).await;
        let berta = app.person_in("beta", "Berta", &[Role::ProcessOwner], Some(there)).await;
        let foreign = upload(&berta, "Verbale di beta", "public", ("verbale.pdf", PDF)).await;
        let entries = app.count("audit_entries").await;
        olga.get(&format!("/lavoro/documenti/{foreign}")).await.is(404).hides("Verbale di beta");
        olga.get(&format!("/documenti/{foreign}/file")).await.is(404).hides("una prova");
        assert_eq!(app.count("audit_entries").await, entries + 2, "both looks are written down");
        olga.post("documents/delete", &[("id", foreign.as_str()), ("version", "1")]).await.is(404);
        assert_eq!(app.count("audit_entries").await, entries + 3, "the attempt is written down");
        berta.get(&format!("/documenti/{foreign}/file")).await.is(200);
        // The same name on both hosts is two paths.
        app.visitor("alfa").get("/percorsi/agenda/documenti").await.is(200).hides("Verbale di beta");
        app.visitor("beta").get("/percorsi/agenda/documenti").await.is(200).says("Verbale di beta");
    });
}

#[test]
fn a_municipality_reads_what_its_union_publishes() {
    on_each_database(|app| async move {
        municipality(&app).await;
        path_in(&app, "alfa", "aperto", Stage::Opening).await;
        path_in(&app, "alfa", "bozza", Stage::Designed).await;
        let mara = app.person("borgo", "Mara", &[Role::TenantAdmin, Role::ProcessOwner, Role::BodySecretary]).await;
        mara.get("/lavoro").await.is(200);
        let guest = mara.on("alfa");
        guest.get("/percorsi/aperto").await.is(200).says("Percorso aperto");
        guest.get("/percorsi").await.is(200).says("Percorso aperto").hides("Percorso bozza");
        for draft in ["/percorsi/bozza", "/percorsi/bozza/documenti", "/percorsi/bozza/accordo"] {
            guest.get(draft).await.is(404).hides("Percorso bozza");
        }
        guest.get("/lavoro/percorsi/aperto").await.is(303).hides("Percorso aperto");
        let sheet = [("process", "aperto"), ("version", "1"), ("summary", "Preso"), ("title", "Preso")];
        guest.post("process/sheet", &sheet).await.is(401);
        app.visitor("borgo").get("/percorsi/aperto").await.is(404);
    });
}

#[test]
fn an_erased_account_leaves_its_text_and_no_name() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna Segreta", &[]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let dario = app.person("alfa", "Dario", &[Role::PrivacyOfficer]).await;
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        anna.get("/spazio").await.is(303);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Panchine").hides("Anna Segreta");
        // The log keeps the operation alone.
        let log = dario.get("/lavoro/registro").await.is(200);
        log.hides("Anna Segreta").hides("anna.segreta@alfa.example").hides("All’ombra");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let export = crate::export::Export::of(&admin).await;
        assert!(export.lines.contains("Panchine"));
        export.hides("Anna Segreta").hides("anna.segreta@alfa.example");
    });
}

#[test]
fn nobody_deletes_a_protocolled_document() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let olga = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let id = upload(&olga, "Richiesta", "public", ("richiesta.pdf", PDF)).await;
        let protocol = [
            ("id", id.as_str()),
            ("version", "1"),
            ("register", "AL"),
            ("year", "2022"),
            ("number", "19558"),
            ("date", "2022-03-02"),
            ("direction", "incoming"),
            ("counterpart", "Regione"),
            ("subject", "Richiesta"),
        ];
        olga.post("documents/protocol", &protocol).await.is(303);
        let carla = app.person("platform", "Carla", &[Role::Coordinator]).await;
        let delete = [("id", id.as_str()), ("version", "2")];
        carla.post("documents/delete", &delete).await.is(404);
        carla.on("alfa").post("documents/delete", &delete).await.is(401);
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.post("documents/delete", &delete).await.is(403);
        let page = format!("/lavoro/documenti/{id}");
        let refused = olga.post_from(&page, "documents/delete", &delete).await.is(422);
        refused.says("si può solo annotare").says("Annota");
        app.visitor("alfa").get(&format!("/documenti/{id}/file")).await.is(200);
        assert_eq!(app.count("documents").await, 1);
    });
}
