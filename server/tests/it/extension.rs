//! Scenario 2: more time is asked within limits and dates, granted, granted for less, or refused.

mod draft;
mod general;
pub mod guarantor;
mod lapse;
mod phases;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    process::{started, stored},
};
use domain::{
    digest::Digest,
    document::{DocumentKind, DocumentState, Visibility},
    extension::ExtensionState,
    id::DocumentId,
    role::Role,
    signatures::Signatures,
};
use server::store::{
    documents::{self, Document},
    extensions::{self, Extension},
};

const PAGE: &str = "/lavoro/percorsi/welfare/proroghe";

pub async fn kept(app: &TestApp) -> Vec<Extension> {
    let process = stored(app).await;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    extensions::of_process(&tx, seed.scope(), process.id).await.unwrap()
}

/// A document of the process, as its title tells; for everybody to read unless it is private.
pub async fn paper(app: &TestApp, visibility: Visibility) -> String {
    let process = stored(app).await.id;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let document = Document {
        id: DocumentId::fresh(),
        process: Some(process),
        kind: DocumentKind::Other,
        title: "Un atto".into(),
        file_name: "atto.pdf".into(),
        media_type: "application/pdf".into(),
        size: 10,
        sha256: Digest::of("atto"),
        visibility,
        state: DocumentState::Final,
        signatures: Signatures::default(),
        protocol: None,
        dated: "2022-10-10".parse().unwrap(),
        created_at: "2022-10-10T09:00:00Z".parse().unwrap(),
        version: 1,
    };
    documents::insert(&tx, seed.scope(), &document).await.unwrap();
    tx.commit().await.unwrap();
    document.id.to_string()
}

/// Writes a new draft, or changes `before`, with `document`.
pub async fn draft_of(by: &Visitor<'_>, before: Option<&Extension>, text: (&str, &str), document: &str) -> Answer {
    let (id, version) = before.map(|one| (one.id.to_string(), one.version.to_string())).unwrap_or_default();
    let form = format!("bozza-{id}");
    let mut fields = vec![
        ("process", "welfare"),
        ("id", &id),
        ("version", &version),
        ("until", text.0),
        ("reasons", text.1),
        ("progress", "Tre incontri su cinque"),
        ("timetable", "Laboratorio il 3 dicembre"),
        ("document", document),
    ];
    fields.extend(before.map(|_| ("form", form.as_str())));
    by.post_from(PAGE, "extension/draft", &fields).await
}

pub async fn draft(app: &TestApp, by: &Visitor<'_>, until: &str, reasons: &str) -> Answer {
    draft_of(by, None, (until, reasons), &paper(app, Visibility::Public).await).await
}

/// Sends, or takes back, the draft as it was seen.
async fn with_draft(by: &Visitor<'_>, call: (&str, &str), seen: &Extension) -> Answer {
    let (id, version) = (seen.id.to_string(), seen.version.to_string());
    let form = format!("{}-{id}", call.1);
    let fields = [("process", "welfare"), ("id", id.as_str()), ("version", &version), ("form", &form)];
    by.post_from(PAGE, call.0, &fields).await
}

pub async fn request(by: &Visitor<'_>, seen: &Extension) -> Answer {
    with_draft(by, ("extension/request", "invia"), seen).await
}

pub async fn delete(by: &Visitor<'_>, seen: &Extension) -> Answer {
    with_draft(by, ("extension/delete", "elimina"), seen).await
}

pub async fn decide(by: &Visitor<'_>, seen: &Extension, what: (&str, &str, &str), document: &str) -> Answer {
    let (id, version) = (seen.id.to_string(), seen.version.to_string());
    let fields = [
        ("process", "welfare"),
        ("id", &id),
        ("version", &version),
        ("form", &format!("decidi-{id}")),
        ("outcome", what.0),
        ("days", what.1),
        ("reason", what.2),
        ("act", "Determina n. 88 del 18/10/2022"),
        ("document", document),
    ];
    by.post_from(PAGE, "extension/decide", &fields).await
}

#[test]
fn sixty_days_are_asked_and_granted() {
    on_each_database(|app| async move {
        let start = started(&app).await.started_on;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        app.at("2022-10-10T09:00:00Z");

        draft(&app, &anna, "2022-12-31", " ").await.is(422).says("campo obbligatorio");
        draft(&app, &anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        let asked = kept(&app).await.remove(0);
        request(&anna, &asked).await.is(403);
        request(&giulia, &asked).await.is(303);
        let asked = kept(&app).await.remove(0);
        assert_eq!((asked.state, asked.days_asked), (ExtensionState::Requested, 60));

        // The owner does not grant, and the attempt leaves a trace.
        let act = paper(&app, Visibility::Public).await;
        let entries = app.count("audit_entries").await;
        decide(&anna, &asked, ("grant", "", ""), &act).await.is(403);
        assert_eq!(app.count("audit_entries").await, entries + 1);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);

        let mails = app.count("mails").await;
        let at = |field: &str| format!("href=\"#decidi-{}-{field}\"", asked.id);
        decide(&ilaria, &asked, ("refuse", "", ""), &act).await.is(422).says("campo obbligatorio");
        decide(&ilaria, &asked, ("grant_reduced", "61", ""), &act)
            .await
            .is(422)
            .says("ne sono stati chiesti 60")
            .says(&at("days"));
        decide(&ilaria, &asked, ("grant", "", ""), "").await.is(422).says(&at("document"));
        let hidden = paper(&app, Visibility::Private).await;
        decide(&ilaria, &asked, ("grant", "", ""), &hidden).await.is(422).says("-document");
        decide(&ilaria, &asked, ("grant", "", ""), &act).await.is(303);
        assert_eq!(app.count("mails").await, mails + 2, "owner and legal representative are told");
        let process = stored(&app).await;
        assert_eq!(process.authorised_end, "2022-12-31".parse().ok());
        assert_eq!(process.original_end, "2022-11-01".parse().ok());
        assert_eq!(process.contributions_close, "2022-12-22".parse().ok());
        assert_eq!(process.started_on, start);
        decide(&ilaria, &asked, ("grant", "", ""), &act).await.is(409);
        let granted = kept(&app).await.remove(0);
        decide(&ilaria, &granted, ("grant", "", ""), &act).await.is(422);

        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        let page = page.says("Proroga concessa").says("31/12/2022").says("Determina n. 88").says("old-date");
        let papers = [granted.request_document, granted.decision_document].map(|id| id.expect("it is attached"));
        for paper in papers {
            assert!(page.body.contains(&format!("/documenti/{paper}/file")), "{paper} is linked");
        }

        // What was granted counts: nothing is left.
        let told = draft(&app, &anna, "2023-01-10", "Ancora").await.is(303).location.unwrap();
        anna.get(&told).await.is(200).says("il massimo è 60 in tutto (regole ER-2021 v1)").says("Giulia Bonini");
        let second = kept(&app).await.remove(1);
        request(&giulia, &second).await.is(422).says("il massimo è 60 in tutto (regole ER-2021 v1)");
        assert_eq!(stored(&app).await.authorised_end, "2022-12-31".parse().ok());
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_request_beyond_the_limits_is_refused() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &giulia, "2022-10-20", "Prima della fine").await.is(422).says("href=\"#until\"").says("01/11/2022");
        draft(&app, &giulia, "2023-01-01", "Un giorno di troppo").await.is(303);
        let id = kept(&app).await.remove(0);
        request(&giulia, &id).await.is(422).says("Chiesti 61 giorni").says("ER-2021 v1");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Draft);
        // The end is past: too late.
        app.at("2022-11-02T09:00:00Z");
        request(&giulia, &id).await.is(422).says("Il termine era già scaduto il giorno 01/11/2022");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Draft);
        // Others' requests are not there.
        let other = app.person("beta", "Bruno Beta", &[Role::LegalRepresentative, Role::FundingOfficer]).await;
        request(&other, &id).await.is(404);
        decide(&other, &id, ("grant", "", ""), &id.id.to_string()).await.is(404);
        let citizen = app.person("alfa", "Carlo Rossi", &[]).await;
        citizen.get("/lavoro/percorsi/welfare/proroghe").await.is(404);
        draft(&app, &citizen, "2022-12-31", "Perché no").await.is(404);
    });
}

#[test]
fn less_is_granted_or_nothing() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        app.at("2022-10-10T09:00:00Z");
        let act = paper(&app, Visibility::Public).await;
        draft(&app, &giulia, "2022-12-01", "Servono trenta giorni").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        decide(&ilaria, &kept(&app).await[0], ("refuse", "", "Il calendario non regge"), &act).await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Refused);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-01".parse().ok());
        draft(&app, &giulia, "2022-12-01", "Con un calendario nuovo").await.is(303);
        request(&giulia, &kept(&app).await[1]).await.is(303);
        decide(&ilaria, &kept(&app).await[1], ("grant_reduced", "10", "Bastano dieci giorni"), &act).await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-11".parse().ok());
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says("Proroga rifiutata").says("Il calendario non regge").says("Proroga concessa in parte");
        crate::audit::holds(&app, "alfa").await;
    });
}
