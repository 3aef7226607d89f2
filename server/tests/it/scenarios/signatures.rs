//! Signed files (scenarios 3 and 4): received, never said to be verified; an altered text is another text.

use crate::{
    app::on_each_database,
    documents::PDF,
    process::{designed, notice, step, stored, suspended},
};
use domain::{role::Role, stage::Stage};

#[test]
fn a_signed_start_notice_is_received_and_not_verified() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2024-03-20T09:00:00Z");
        designed(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        suspended(&anna).await;
        step(&anna, "make_ready").await.is(303);
        notice(&app, "https://alfa.example/percorso", "2024-03-20", false).await.is(303);
        let page = "/lavoro/percorsi/welfare/avvio";
        giulia.get(page).await.is(200).hides("firma non verificata");
        let desk = "/lavoro/percorsi/welfare/documenti";
        let fields = [
            ("slug", "welfare"),
            ("title", "Dichiarazione di avvio firmata"),
            ("kind", "start_notice"),
            ("visibility", "private"),
            ("dated", "2024-03-20"),
        ];
        // A file that only claims to be signed is not taken.
        giulia.send_file(desk, "documents/upload", &fields, ("avvio.pdf.p7m", b"firmato")).await.is(422);
        let to = giulia.send_file(desk, "documents/upload", &fields, ("avvio.pdf", PDF)).await.is(303).location;
        for who in [&giulia, &anna] {
            let page = who.get(page).await.is(200);
            page.says("Dichiarazione di avvio firmata").says("File ricevuto, firma non verificata");
        }
        let document = to.unwrap();
        let id = document.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap();
        giulia.post("documents/step", &[("id", id), ("version", "1"), ("step", "sign")]).await.is(303);
        giulia.get(&document).await.is(200).says("File ricevuto, firma non verificata");

        // The file alone starts nothing: the legal representative signs on the platform.
        step(&giulia, "start").await.is(422).says("La firma del legale rappresentante");
        step(&anna, "start").await.is(403);
        assert_eq!(stored(&app).await.stage, Stage::Ready);
        notice(&app, "https://alfa.example/percorso", "2024-03-20", true).await.is(303);
        step(&giulia, "start").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Sharing);
    });
}
