//! More paths than one list shows.

use super::{started, stored};
use crate::app::{Visitor, on_each_database};
use domain::{
    digest::Digest,
    document::{DocumentKind, DocumentState, Visibility},
    id::{DocumentId, ProcessId},
    role::Role,
    signatures::Signatures,
    stage::Stage,
};
use server::store::{
    documents::{self, Document},
    processes::{self, Process},
};

/// All pages of the list of paths, in their order.
async fn listed(who: &Visitor<'_>) -> Vec<String> {
    let (mut next, mut pages) = (Some("/percorsi".to_owned()), Vec::new());
    while let Some(page) = next {
        let body = who.get(&page).await.is(200).body;
        let link = body.split("href=\"").filter_map(|rest| rest.split('"').next());
        next = link.filter(|href| href.starts_with("/percorsi?dopo=")).map(|href| href.replace("&amp;", "&")).next();
        pages.push(body);
        assert!(pages.len() < 20, "the list ends");
    }
    pages
}

#[test]
fn the_hundred_and_first_path_is_reached_and_drafts_stay_hidden() {
    on_each_database(|app| async move {
        started(&app).await;
        let first = stored(&app).await;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        for number in 0..101 {
            let slug = format!("percorso-{number}");
            let copy = Process { id: ProcessId::fresh(), slug, version: 1, ..first.clone() };
            assert!(processes::insert(&tx, seed.scope(), &copy).await.unwrap());
        }
        for number in 0..101 {
            let slug = format!("bozza-{number}");
            let draft = Process { id: ProcessId::fresh(), slug, stage: Stage::Designed, version: 1, ..first.clone() };
            processes::insert(&tx, seed.scope(), &draft).await.unwrap();
            let paper = Document {
                id: DocumentId::fresh(),
                process: Some(draft.id),
                kind: DocumentKind::Other,
                title: "Carta di una bozza".into(),
                file_name: "a.pdf".into(),
                media_type: "application/pdf".into(),
                size: 10,
                sha256: Digest::of("a"),
                visibility: Visibility::Public,
                state: DocumentState::Final,
                signatures: Signatures::default(),
                protocol: None,
                dated: "2022-10-10".parse().unwrap(),
                created_at: "2022-10-10T09:00:00Z".parse().unwrap(),
                version: 1,
            };
            documents::insert(&tx, seed.scope(), &paper).await.unwrap();
        }
        tx.commit().await.unwrap();

        let visitor = app.visitor("alfa");
        let pages = listed(&visitor).await;
        let all = pages.join("\n");
        assert_eq!(pages.len(), 4, "thirty to a page");
        assert!(all.contains("href=\"/percorsi/welfare\"") && all.contains("href=\"/percorsi/percorso-100\""));
        assert!(!all.contains("bozza-"), "nobody hears of drafts");
        for page in ["/", "/calendario", "/documenti"] {
            visitor.get(page).await.is(200).hides("bozza-").hides("Carta di una bozza");
        }
        visitor.get("/").await.is(200).says("/percorsi/welfare");
        visitor.get("/calendario").await.is(200).says("value=\"welfare\"");
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let seen = listed(&anna).await.join("\n");
        assert!(
            seen.contains("bozza-0\"") && seen.contains("href=\"/percorsi/welfare\""),
            "who prepares them sees them"
        );
    });
}
