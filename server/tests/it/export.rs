//! The export of a tenant: each row once, however many there are, and each file as it was uploaded.

use crate::{
    app::{TestApp, Visitor, on_each_database},
    contributions::ground::ground,
    documents::{PDF, path_in, upload},
    rows::Rows,
};
use axum::{body::Body, http::header};
use domain::{digest::Digest, role::Role, stage::Stage};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

/// What an export holds.
pub struct Export {
    /// Every line of JSON.
    pub lines: String,
    /// Every member of the archive, by name.
    pub members: BTreeMap<String, Vec<u8>>,
}

impl Export {
    /// The export that `admin` downloads, opened.
    pub async fn of(admin: &Visitor<'_>) -> Self {
        let answer = admin.get("/lavoro/esporta").await.is(200);
        assert_eq!(answer.headers["content-type"], "application/x-tar");
        let mut members = BTreeMap::new();
        for member in tar::Archive::new(&answer.bytes[..]).entries().unwrap() {
            let mut member = member.expect("the archive is whole");
            let name = member.path().unwrap().to_str().unwrap().to_owned();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            assert!(members.insert(name.clone(), bytes).is_none(), "{name} is there twice");
        }
        let texts = members.iter().filter(|(name, _)| name.starts_with("rows/") || *name == "export.json");
        let lines = texts.map(|(_, text)| std::str::from_utf8(text).unwrap()).collect();
        Self { lines, members }
    }

    /// Fails if a row holds `words`.
    #[track_caller]
    pub fn hides(self, words: &str) -> Self {
        assert!(!self.lines.contains(words), "{words:?} is in: {}", self.lines);
        self
    }
}

/// A path of alfa with a document, a contribution with a file beside it, and a logo.
async fn with_files(app: &TestApp) -> Visitor<'_> {
    let path = path_in(app, "alfa", "agenda", Stage::Opening).await;
    let olga = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
    for title in ["Richiesta", "La stessa richiesta"] {
        upload(&olga, title, "private", ("richiesta.pdf", PDF)).await;
    }
    upload(&olga, "Sintesi", "public", ("sintesi.txt", b"Una sintesi.\n")).await;
    let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
    let page = admin.get("/lavoro/impostazioni").await.is(200).body;
    let version = crate::staff::version_in(&page);
    let typed = [("version", version)];
    admin.send_file("/lavoro/impostazioni", "settings/logo", &typed, ("logo.png", PNG)).await.is(303);
    admin
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n the rest";

/// As every browser asks for it.
#[test]
fn an_export_arrives_whole_when_it_is_compressed() {
    on_each_database(|app| async move {
        let admin = with_files(&app).await;
        let plain = admin.get("/lavoro/esporta").await.is(200).bytes.len();
        let request = admin.request("GET", "/lavoro/esporta").header(header::ACCEPT_ENCODING, "gzip");
        let packed = admin.send(request.body(Body::empty()).unwrap()).await.is(200);
        assert_eq!(packed.headers[header::CONTENT_ENCODING], "gzip");
        // A gzip member ends with the length of what it holds (RFC 1952); the log grew by the first export.
        let length = packed.bytes.last_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes)).unwrap();
        assert!(usize::try_from(length).unwrap() >= plain && length % 512 == 0, "{length} of {plain}");
    });
}

#[test]
fn every_file_is_there_once_even_when_the_tenant_is_suspended() {
    on_each_database(|app| async move {
        let admin = with_files(&app).await;
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.post("tenants/change", &[("slug", "alfa"), ("step", "suspend")]).await.is(303);
        let export = Export::of(&admin).await;
        let named = |bytes: &[u8], ending: &str| format!("files/{}.{ending}", Digest::of(bytes));
        let files: BTreeMap<_, _> = export.members.iter().filter(|(name, _)| name.starts_with("files/")).collect();
        let expected = [(PDF, "pdf"), (b"Una sintesi.\n", "txt"), (PNG, "png")];
        assert_eq!(files.len(), expected.len(), "{:?}", files.keys());
        for (bytes, ending) in expected {
            assert_eq!(files[&named(bytes, ending)], bytes);
        }
        // The rows name what the files are.
        assert!(export.lines.contains(Digest::of(PDF).as_str()) && export.lines.contains("sintesi.txt"));
        assert!(export.lines.contains(&named(PNG, "png")), "{}", export.lines.lines().next().unwrap());
        assert!(!export.members.contains_key("missing.json"));
        let audited = Rows::of(&app, "alfa").await.audited().await;
        assert_eq!(audited.iter().filter(|(action, ..)| action == "tenant.export").count(), 1);
    });
}

#[test]
fn a_file_that_is_no_longer_kept_is_named_and_the_rest_is_there() {
    on_each_database(|app| async move {
        let admin = with_files(&app).await;
        let kept = app.app.config.data_dir.join(app.seed("alfa").await.tenant_id().to_string());
        for folder in std::fs::read_dir(kept).unwrap() {
            for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
                let file = file.unwrap().path();
                if std::fs::read(&file).unwrap() == PDF {
                    std::fs::remove_file(file).unwrap();
                }
            }
        }
        let export = Export::of(&admin).await;
        let missing = String::from_utf8(export.members["missing.json"].clone()).unwrap();
        assert_eq!(missing, format!("[\"files/{}.pdf\"]", Digest::of(PDF)));
        assert_eq!(export.members.keys().filter(|name| name.starts_with("files/")).count(), 2);
    });
}

/// Numbers from 1 on, more than two batches of them.
const NUMBERS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1203)";

#[test]
fn every_row_of_long_tables_is_there_once() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        ground.propose(&admin, "Panchine", "All’ombra.").await;
        let rows = Rows::of(&app, "alfa").await;
        let people = "INSERT INTO people (tenant_id, id, email, name, language, created_at) SELECT p.tenant_id, {uuid}, \
                      'numero' || n.i || '@alfa.example', 'Uno', 'it', p.created_at FROM (SELECT * FROM people \
                      WHERE tenant_id = {tenant} LIMIT 1) p CROSS JOIN n";
        rows.run(&format!("{NUMBERS} {people}")).await;
        // A key of two columns beside the tenant.
        let follows = "INSERT INTO follows (tenant_id, contribution_id, person_id, created_at) SELECT p.tenant_id, c.id, \
                       p.id, p.created_at FROM people p JOIN contributions c ON c.tenant_id = p.tenant_id \
                       WHERE p.tenant_id = {tenant}";
        rows.run(follows).await;
        let file = Export::of(&admin).await.lines;
        for (table, key) in [("people", &["id"][..]), ("follows", &["contribution_id", "person_id"])] {
            let sent: Vec<serde_json::Value> = file
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .filter(|line: &serde_json::Value| line["table"] == table)
                .collect();
            let keys = |line: &serde_json::Value| key.iter().map(|part| line["row"][part].to_string()).collect();
            let once: BTreeSet<Vec<String>> = sent.iter().map(keys).collect();
            let there = usize::try_from(rows.count(table, "1 = 1").await).unwrap();
            assert!(there > 1_200, "{there} rows of {table}");
            assert_eq!((sent.len(), once.len()), (there, there), "{table}");
        }
    });
}
