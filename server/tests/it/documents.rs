//! Documents: filed, read by whom they are for, untouchable once protocolled.

mod cited;
mod edit;
mod registered;
mod signatures;

use crate::app::{TestApp, Visitor, on_each_database};
use domain::{id::ProcessId, role::Role, stage::Stage};
use server::store::{OrUnavailable, processes};
pub use signatures::registration;

/// A path of tenant `slug` in `stage`, at `/percorsi/<name>`.
pub async fn path_in(app: &TestApp, slug: &str, name: &str, stage: Stage) -> ProcessId {
    let seed = app.seed(slug).await;
    let tx = seed.begin().await.unwrap();
    let path = processes::Process {
        id: ProcessId::fresh(),
        slug: name.into(),
        title: format!("Percorso {name}"),
        summary: "Un percorso di prova.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage,
        interrupted: None,
        sheet: domain::sheet::ProjectSheet::default(),
        duration: None,
        planned_start: None,
        started_on: None,
        start_action: None,
        start_link: None,
        start_signed: false,
        start_limit: None,
        original_end: None,
        authorised_end: None,
        contributions_close: None,
        concluded_on: None,
        fictional_note: String::new(),
        created_at: app.app.clock.now(),
        version: 1,
    };
    assert!(processes::insert(&tx, seed.scope(), &path).await.unwrap());
    tx.commit().await.or_unavailable().unwrap();
    path.id
}

pub const PDF: &[u8] = b"%PDF-1.7\n% una prova\n";
const DESK: &str = "/lavoro/percorsi/agenda/documenti";

pub async fn upload(owner: &Visitor<'_>, title: &str, visibility: &str, file: (&str, &[u8])) -> String {
    let fields = [
        ("slug", "agenda"),
        ("title", title),
        ("kind", "minutes"),
        ("visibility", visibility),
        ("dated", "2022-03-01"),
    ];
    let answer = owner.send_file(DESK, "documents/upload", &fields, file).await.is(303);
    let to = answer.location.unwrap();
    to.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap().to_owned()
}

#[test]
fn a_private_document_is_found_by_who_works_on_it_alone() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let stranger = app.person("beta", "Berta", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        let secret = upload(&owner, "Elenco riservato", "private", ("Elenco (città).pdf", PDF)).await;
        let public = upload(&owner, "Verbale aperto", "public", ("verbale.pdf", PDF)).await;
        let file = format!("/documenti/{secret}/file");

        let sent = owner.get(&file).await.is(200);
        assert_eq!(sent.body.as_bytes(), PDF);
        assert_eq!(sent.headers["content-disposition"], "attachment; filename=\"Elenco-citta.pdf\"");
        assert_eq!(sent.headers["content-type"], "application/pdf");
        assert_eq!(sent.headers["x-content-type-options"], "nosniff");
        let tag = sent.headers["etag"].clone();
        let again = owner.request("GET", &file).header("if-none-match", tag).body(axum::body::Body::empty()).unwrap();
        owner.send(again).await.is(304);

        for other in [app.visitor("alfa"), citizen.clone(), app.visitor("beta"), stranger.clone()] {
            other.get(&file).await.is(404).hides("una prova");
            other.get(&format!("/lavoro/documenti/{secret}")).await.hides("Elenco riservato");
        }
        citizen.get(DESK).await.is(404);
        app.visitor("alfa").get(DESK).await.is(303);
        app.visitor("alfa").get(&format!("/documenti/{public}/file")).await.is(200);
        app.visitor("beta").get(&format!("/documenti/{public}/file")).await.is(404);
        for list in ["/documenti", "/percorsi/agenda/documenti"] {
            app.visitor("alfa").get(list).await.is(200).says("Verbale aperto").hides("Elenco riservato");
        }
        owner.get(DESK).await.is(200).says("Verbale aperto").says("Elenco riservato");
        app.visitor("beta").get("/percorsi/agenda/documenti").await.is(404);
    });
}

#[test]
fn disguised_and_oversize_files_are_refused() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let fields = [
            ("slug", "agenda"),
            ("title", "Titolo </textarea><script>"),
            ("kind", "minutes"),
            ("visibility", "public"),
            ("dated", "2022-03-01"),
        ];
        let large = [PDF, &vec![b' '; 20 * 1024 * 1024][..]].concat();
        let beyond = [PDF, &vec![b' '; 22 * 1024 * 1024][..]].concat();
        for (file, status, words) in [
            (("fattura.pdf", b"MZ\x90\0\x03\0\0\0".as_slice()), 422, "questo tipo di file non è accettato"),
            (("pagina.html", b"<script>alert(1)</script>"), 422, "questo tipo di file non è accettato"),
            (("vuoto.pdf", b""), 422, "campo obbligatorio"),
            (("grande.pdf", large.as_slice()), 422, "supera 20 MiB"),
            (("enorme.pdf", beyond.as_slice()), 413, "supera 20 MiB"),
        ] {
            let page = owner.send_file(DESK, "documents/upload", &fields, file).await.is(status).says(words);
            if status == 422 {
                page.says("value=\"Titolo").hides("<script>alert").hides("value=\"Titolo </textarea><script>");
            }
        }
        let typed = [("slug", "agenda"), ("title", ""), ("kind", "x"), ("visibility", ""), ("dated", "ieri")];
        let page = owner.send_file(DESK, "documents/upload", &typed, ("a.pdf", PDF)).await.is(422);
        page.says("href=\"#title\"").says("href=\"#kind\"").says("href=\"#dated\"").hides("href=\"#file\"");
        let page = owner.send_file(DESK, "documents/upload", &typed, ("", b"")).await.is(422);
        page.says("href=\"#title\"").says("href=\"#file\"");
        assert_eq!(app.count("documents").await, 0);
    });
}

#[test]
fn who_may_not_file_files_nothing() {
    on_each_database(|app| async move {
        path_in(&app, "alfa", "agenda", Stage::Opening).await;
        path_in(&app, "alfa", "bozza", Stage::Designed).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let stranger = app.person("beta", "Berta", &[Role::ProcessOwner]).await;
        let fields = |slug| {
            [("slug", slug), ("title", "x"), ("kind", "other"), ("visibility", "public"), ("dated", "2022-03-01")]
        };
        let send = async |who: &Visitor<'_>, slug, status| {
            who.send_file("/", "documents/upload", &fields(slug), ("a.pdf", PDF)).await.is(status);
        };
        send(&app.visitor("alfa"), "agenda", 401).await;
        send(&citizen, "agenda", 403).await;
        send(&citizen, "bozza", 404).await;
        send(&stranger, "agenda", 404).await;
        assert_eq!(app.count("documents").await, 0);
    });
}

#[test]
fn a_protocolled_document_is_only_annotated() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let facilitator = app.person_in("alfa", "Fabio", &[Role::ProcessFacilitator], Some(path)).await;
        let id = upload(&owner, "Richiesta", "public", ("richiesta.pdf", PDF)).await;
        let id = id.as_str();
        let page = format!("/lavoro/documenti/{id}");
        let protocol = |version| registration(id, version);
        facilitator.post("documents/protocol", &protocol("1")).await.is(403);
        owner.post_from(&page, "documents/protocol", &protocol("9")).await.is(409);
        let wrong = [
            ("id", id),
            ("version", "1"),
            ("register", ""),
            ("year", "2022"),
            ("number", "n. 5"),
            ("date", "2021-03-02"),
            ("direction", ""),
            ("counterpart", ""),
            ("subject", "x"),
        ];
        owner.post_from(&page, "documents/protocol", &wrong).await.is(422).says("href=\"#number\"");
        let replace = [("id", id), ("version", "1")];
        owner.send_file(&page, "documents/replace", &replace, ("nuova.pdf", b"%PDF-2")).await.is(303);
        owner.post("documents/protocol", &protocol("2")).await.is(303);

        owner
            .get(&page)
            .await
            .is(200)
            .says("AL/2022/0019558 del 02/03/2022")
            .says("Annota")
            .hides("Sostituisci il file");
        let replace = [("id", id), ("version", "3")];
        let replaced = owner.send_file(&page, "documents/replace", &replace, ("altra.pdf", PDF)).await;
        replaced.is(422).says("si può solo annotare");
        owner
            .post_from(&page, "documents/delete", &[("id", id), ("version", "3")])
            .await
            .is(422)
            .says("si può solo annotare");
        owner.post_from(&page, "documents/protocol", &protocol("3")).await.is(422);
        assert_eq!(owner.get(&format!("/documenti/{id}/file")).await.body, "%PDF-2");

        owner
            .post_from(&page, "documents/annotate", &[("id", id), ("kind", "cancelled"), ("reason", " ")])
            .await
            .is(422);
        facilitator.post("documents/annotate", &[("id", id), ("kind", "note"), ("reason", "x")]).await.is(403);
        let said = [("id", id), ("kind", "cancelled"), ("reason", "Registrata due volte")];
        owner.post("documents/annotate", &said).await.is(303);
        app.visitor("alfa").get("/percorsi/agenda/documenti").await.says("Annullato").says("Registrata due volte");
        assert_eq!((app.count("documents").await, app.count("document_annotations").await), (1, 1));
        owner.post("documents/step", &[("id", id), ("version", "3"), ("step", "transmit")]).await.is(303);
        owner.post("documents/step", &[("id", id), ("version", "4"), ("step", "reopen")]).await.is(422);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_draft_is_deleted_with_its_bytes_and_lists_have_pages() {
    on_each_database(|app| async move {
        let path = path_in(&app, "alfa", "agenda", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let id = upload(&owner, "Da togliere", "public", ("a.pdf", PDF)).await;
        owner.post("documents/delete", &[("id", id.as_str()), ("version", "1")]).await.is(303);
        owner.get(&format!("/documenti/{id}/file")).await.is(404);
        app.visitor("alfa").get("/documenti").await.is(200).says("Qui compariranno");
        for number in 0..23 {
            upload(&owner, &format!("Atto numero {number:02}"), "public", ("a.pdf", PDF)).await;
        }
        let before = app.app.db.calls();
        let page = app.visitor("alfa").get("/documenti").await.is(200).says("Atto numero 22").hides("Atto numero 02");
        assert!(app.app.db.calls() - before <= 8, "too many queries for a page: {}", app.app.db.calls() - before);
        let next = page.text().split("href=\"/documenti?dopo=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        app.visitor("alfa")
            .get(&format!("/documenti?dopo={next}"))
            .await
            .is(200)
            .says("Atto numero 02")
            .hides("Atto numero 03");
        app.visitor("alfa").get("/documenti?dopo=%3Cscript%3E").await.is(200);
        crate::audit::holds(&app, "alfa").await;
    });
}
