//! What a party sent back signed names people: the offices read it, nobody publishes it.

use super::{DESK, PUBLIC, TEXT, envelope, hash, invite, link_to, send_p7m, sign, write, written};
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

/// Staff answer for a file that they took in, and it counts; nobody has verified its signature, and no page says so.
#[test]
fn a_file_that_staff_took_in_is_no_verified_signature() {
    on_each_database(|app| async move {
        app.at("2022-03-02T09:00:00Z");
        let owner = written(&app).await;
        let keys = [
            invite(&app, &owner, "Unione Alfa", "proponent").await,
            invite(&app, &owner, "Comune Alfa", "decision_body").await,
        ];
        let key = invite(&app, &owner, "Sindacato Uno", "trade_union").await;
        for key in &keys {
            sign(&app, key, &hash(TEXT)).await.is(303);
        }
        send_p7m(&app, &key, ("accordo.txt.p7m", &envelope(TEXT.as_bytes()))).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        let party = rows.with_values("{agreement_parties.id|state = 'file_received'}").await;
        app.visitor("alfa").get(PUBLIC).await.is(200).says("mancano ancora").says("firma non verificata");

        app.at("2022-03-04T09:00:00Z");
        let taken = [("party", party.as_str())];
        app.visitor("alfa").post("agreements/confirm-file", &taken).await.is(401);
        owner.post("agreements/confirm-file", &taken).await.is(303);
        owner.post_from(DESK, "agreements/confirm-file", &taken).await.is(422);
        let desk = owner.get(DESK).await.is(200).says("File preso in carico da Olga il giorno 04/03/2022");
        desk.says("La firma non è verificata").hides("agreements/confirm-file").hides("stata verificata");
        let public = app.visitor("alfa").get(PUBLIC).await.is(200).says("L’accordo è valido");
        let public = public.says("File ricevuto e preso in carico, firma non verificata").hides("Olga");
        let public =
            public.says("Preso in carico dall’ufficio il giorno 04/03/2022").says("Firme: 2. Parti invitate: 3.");
        let public = public.says("con firma non verificata: 1");
        public.says("class=\"status status-partial\">File ricevuto e preso");
        let answered = app.visitor("alfa").get(&format!("/accordo/{key}")).await.is(200);
        answered.says("la firma non è verificata").hides("avete firmato");
        let english = app.visitor("alfa").get(&format!("{PUBLIC}?lingua=en")).await;
        assert_eq!(english.status, 200);
        assert_eq!(rows.count("agreement_parties", "state = 'file_taken_in' AND taken_in_by IS NOT NULL").await, 1);

        // An earlier version keeps saying the same of it.
        write(&owner, "1", "Un testo nuovo.").await;
        let public = app.visitor("alfa").get(PUBLIC).await.is(200).says("Versione 1, firmata");
        let first = public.body.split_once("Versione 1, firmata").expect("the first version is shown").1.to_owned();
        let (_, union) = first.split_once("Sindacato Uno").expect("the union stands in it");
        assert!(union.split("</li>").next().unwrap().contains("firma non verificata"), "{union}");
        assert_eq!(rows.count("agreement_parties", "taken_in_at IS NOT NULL").await, 0, "it is asked anew");

        // What was confirmed before, when it counted as verified.
        rows.change("UPDATE agreement_parties SET state = 'signed', signed_version = 1 WHERE document_id IS NOT NULL")
            .await;
        app.made_again(
            "m0335_file_taken_in",
            &[("agreement_parties", "taken_in_at"), ("agreement_parties", "taken_in_by")],
        )
        .await;
        assert_eq!(rows.count("agreement_parties", "state = 'file_taken_in' AND taken_in_at IS NOT NULL").await, 1);
    });
}

/// Whether the decision body must sign is part of what was signed: changing it asks everybody again.
#[test]
fn who_must_sign_changes_with_a_new_version_alone() {
    on_each_database(|app| async move {
        let owner = written(&app).await;
        let key = invite(&app, &owner, "Unione Alfa", "proponent").await;
        let other = invite(&app, &owner, "Pro Loco", "association").await;
        sign(&app, &key, &hash(TEXT)).await.is(303);
        sign(&app, &other, &hash(TEXT)).await.is(303);
        let public = app.visitor("alfa").get(PUBLIC).await.is(200);
        public.says("ente titolare della decisione").hides("L’accordo è valido");
        owner.get(DESK).await.is(200).says("se cambi chi deve firmare");

        let one_body = [("slug", "agenda"), ("edition", "1"), ("text", TEXT)];
        owner.post("agreements/write", &one_body).await.is(303);
        let public = app.visitor("alfa").get(PUBLIC).await.is(200).says("Versione 2").hides("L’accordo è valido");
        public.says("Invitata a firmare la nuova versione").says("Versione 1, firmata");
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("agreement_parties", "state = 'invited'").await, 2);
        app.visitor("alfa").get(&format!("/accordo/{key}")).await.is(404);
        for organisation in ["unione.alfa", "pro.loco"] {
            let again = link_to(&app, &format!("{organisation}@parti.example")).await;
            sign(&app, &again, &hash(TEXT)).await.is(303);
        }
        app.visitor("alfa").get(PUBLIC).await.is(200).says("L’accordo è valido");
    });
}
