//! What a party sent back signed names people: the offices read it, nobody publishes it.

use super::{DESK, TEXT, envelope, invite, send_p7m, written};
use crate::{app::on_each_database, rows::Rows};
use domain::role::Role;

#[test]
fn a_signed_file_is_published_on_no_way() {
    on_each_database(|app| async move {
        app.at("2022-03-02T09:00:00Z");
        let owner = written(&app).await;
        let giulia = app.person("alfa", "Giulia", &[Role::LegalRepresentative]).await;
        let watching = app.person("alfa", "Carla Garante", &[Role::CommitteeMember]).await;
        let key = invite(&app, &owner, "Sindacato Uno", "trade_union").await;
        send_p7m(&app, &key, ("accordo.txt.p7m", &envelope(TEXT.as_bytes()))).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        let id = rows.first("documents", "id").await.unwrap();
        let (page, file) = (format!("/lavoro/documenti/{id}"), format!("/documenti/{id}/file"));

        owner.get(DESK).await.is(200).says(&file);
        for office in [&owner, &giulia] {
            office.get(&file).await.is(200);
            office.get(&page).await.is(200).says("Accordo firmato ricevuto");
        }
        watching.get(DESK).await.is(200).says("Sindacato Uno").hides(&file);
        for other in [&watching, &app.visitor("alfa")] {
            other.get(&file).await.is(404);
            assert_ne!(other.get(&page).await.status, 200);
        }
        watching.get("/lavoro/percorsi/agenda/documenti").await.is(200).hides("Sindacato Uno");

        // Corrected into a public one, or sent with a request for more time.
        let edit = [("id", id.as_str()), ("version", "1"), ("title", "Accordo"), ("visibility", "public")];
        owner.post_from(&page, "documents/edit", &edit).await.is(422).says("href=\"#visibility\"");
        let edited = owner.get(&page).await.is(200).says("documents/edit").hides("value=\"public\"");
        edited.says("come file firmato da una parte").hides("documents/delete");
        giulia.get("/lavoro/percorsi/agenda/proroghe").await.is(200).hides(&id);
        let draft = [
            ("process", "agenda"),
            ("id", ""),
            ("version", ""),
            ("until", "2022-12-01"),
            ("reasons", "Serve tempo"),
            ("progress", "A metà"),
            ("timetable", "Un incontro"),
            ("document", id.as_str()),
        ];
        let refused = giulia.post_from("/lavoro/percorsi/agenda/proroghe", "extension/draft", &draft).await;
        refused.is(422).says("href=\"#document\"");

        // Protocolled, and then published.
        let protocol = crate::documents::registration(&id, "1");
        owner.post("documents/protocol", &protocol).await.is(303);
        owner.get(&page).await.is(200).says("value=\"transmit\"").hides("value=\"publish\"");
        let publish = [("id", id.as_str()), ("version", "2"), ("step", "publish")];
        owner.post_from(&page, "documents/step", &publish).await.is(422);
        app.visitor("alfa").get(&file).await.is(404);

        // Those that came before the kind was known are moved to it.
        rows.change("UPDATE documents SET kind = 'agreement', visibility = 'public' WHERE 1 = 1").await;
        app.visitor("alfa").get(&file).await.is(200);
        app.made_again("m0330_signed_agreement", &[]).await;
        let moved = "kind = 'signed_agreement' AND visibility = 'private'";
        assert_eq!(rows.count("documents", moved).await, 1);
        app.visitor("alfa").get(&file).await.is(404);
    });
}
