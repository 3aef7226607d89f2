//! The documents that an act may point to: those that staff filed, however many files citizens attached.

use super::{designed, stored};
use crate::app::on_each_database;
use domain::{
    digest::Digest,
    document::{DocumentKind, DocumentState, Visibility},
    id::DocumentId,
    role::Role,
    signatures::Signatures,
};
use server::store::documents::{self, Document};

#[test]
fn an_act_points_to_what_was_filed_and_to_nothing_else() {
    on_each_database(|app| async move {
        designed(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let process = stored(&app).await.id;
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let paper = |kind, title: &str, state| Document {
            id: DocumentId::fresh(),
            process: Some(process),
            kind,
            title: title.into(),
            file_name: "a.pdf".into(),
            media_type: "application/pdf".into(),
            size: 10,
            sha256: Digest::of(title),
            visibility: Visibility::Private,
            state,
            signatures: Signatures::default(),
            protocol: None,
            dated: "2021-12-01".parse().unwrap(),
            created_at: "2021-12-01T09:00:00Z".parse().unwrap(),
            version: 1,
        };
        let filed = paper(DocumentKind::Other, "Delibera di giunta", DocumentState::Final);
        let annex = paper(DocumentKind::ReportAnnexPrivate, "Allegato riservato", DocumentState::Final);
        let draft = paper(DocumentKind::Other, "Bozza di delibera", DocumentState::Draft);
        let attached = paper(DocumentKind::ContributionAttachment, "Foto della piazza", DocumentState::Final);
        for one in [&filed, &annex, &draft, &attached] {
            documents::insert(&tx, seed.scope(), one).await.unwrap();
        }
        for number in 0..201 {
            let title = format!("Foto {number}");
            let newer = paper(DocumentKind::ContributionAttachment, &title, DocumentState::Final);
            documents::insert(&tx, seed.scope(), &newer).await.unwrap();
        }
        tx.commit().await.unwrap();

        let page = anna.get("/lavoro/percorsi/welfare/atti").await.is(200).says("Delibera di giunta");
        page.hides("Foto della piazza").hides("Foto 7").hides("Allegato riservato").hides("Bozza di delibera");
        let act = async |document: DocumentId| {
            let document = document.to_string();
            let typed = [
                ("process", "welfare"),
                ("kind", "approval"),
                ("body", "Giunta dell'Unione"),
                ("number", "112"),
                ("date", "2021-12-02"),
                ("subject", "Agenda digitale"),
                ("link", ""),
                ("document", document.as_str()),
            ];
            anna.post_from("/lavoro/percorsi/welfare/atti", "process/act", &typed).await
        };
        for refused in [annex.id, draft.id, attached.id, DocumentId::fresh()] {
            act(refused).await.is(422);
        }
        assert_eq!(app.count("acts").await, 0);
        act(filed.id).await.is(303);
        // Pressed twice, it is one.
        act(filed.id).await.is(422).says("è già registrato");
        assert_eq!(app.count("acts").await, 1);
    });
}
