//! Scenario 4: one text, many parties.

mod invitations;
mod received;
mod surely;

use crate::{
    app::{TestApp, Visitor, on_each_database},
    documents::path_in,
    rows::Rows,
};
use domain::{digest::Digest, role::Role, stage::Stage};

const TEXT: &str = "Ci impegniamo a collaborare al percorso.\nOgnuno nel suo ruolo.";
const DESK: &str = "/lavoro/percorsi/agenda/accordo";
const PUBLIC: &str = "/percorsi/agenda/accordo";

async fn written(app: &TestApp) -> Visitor<'_> {
    let path = path_in(app, "alfa", "agenda", Stage::Sharing).await;
    let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
    owner.get(DESK).await.is(200);
    app.visitor("alfa").get(PUBLIC).await.is(200).says("Qui compariranno il testo");
    write(&owner, "0", TEXT).await;
    owner
}

async fn write(owner: &Visitor<'_>, edition: &str, text: &str) {
    let fields = [("slug", "agenda"), ("edition", edition), ("text", text), ("differs", "si")];
    owner.post("agreements/write", &fields).await.is(303);
}

async fn invite(app: &TestApp, owner: &Visitor<'_>, organisation: &str, kind: &str) -> String {
    let email = format!("{}@parti.example", organisation.to_lowercase().replace(' ', "."));
    let fields = [
        ("slug", "agenda"),
        ("organisation", organisation),
        ("kind", kind),
        ("email", email.as_str()),
        ("capacity", "Presidente"),
    ];
    owner.post("agreements/invite", &fields).await.is(303);
    link_to(app, &email).await
}

/// The key in the newest mail to `email`.
async fn link_to(app: &TestApp, email: &str) -> String {
    let mails: serde_json::Value =
        serde_json::from_str(&app.visitor("alfa").get("/dev/mail.json").await.is(200).body).unwrap();
    let mail = mails.as_array().unwrap().iter().find(|mail| mail["to"] == email).expect("a mail was sent");
    let body = mail["body"].as_str().unwrap();
    body.split("http://alfa.tavolo.test/accordo/").nth(1).expect("the mail has a link").chars().take(64).collect()
}

fn hash(text: &str) -> String {
    Digest::of(text).to_string()
}

async fn sign(app: &TestApp, key: &str, seen: &str) -> crate::app::Answer {
    let fields = [("token", key), ("seen", seen), ("signer", "Anna Segreta"), ("capacity", "Presidente")];
    app.visitor("alfa").post_from(&format!("/accordo/{key}"), "agreements/sign", &fields).await
}

async fn send_p7m(app: &TestApp, key: &str, file: (&str, &[u8])) -> crate::app::Answer {
    let seen = hash(TEXT);
    let fields = [
        ("form", "file"),
        ("token", key),
        ("seen", seen.as_str()),
        ("signer", "Ugo Nascosto"),
        ("capacity", "Segretario"),
    ];
    app.visitor("alfa").send_file(&format!("/accordo/{key}"), "agreements/file", &fields, file).await
}

/// An envelope around `text`, as a signing program writes it, without signature.
fn envelope(text: &[u8]) -> Vec<u8> {
    fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        let length = u16::try_from(body.len()).unwrap().to_be_bytes();
        [&[tag, 0x82, length[0], length[1]], body.as_slice()].concat()
    }
    let data = element(0x06, &[b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"]);
    let signed_data = element(0x06, &[b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"]);
    let content = element(0x30, &[&data, &element(0xa0, &[&element(0x04, &[text])])]);
    let signed = element(0x30, &[&element(0x02, &[&[1]]), &element(0x31, &[]), &content]);
    element(0x30, &[&signed_data, &element(0xa0, &[&signed])])
}

#[test]
fn three_sign_one_sends_a_file_one_declines() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let owner = written(&app).await;
        let keys = [
            invite(&app, &owner, "Unione Alfa", "proponent").await,
            invite(&app, &owner, "Comune Alfa", "decision_body").await,
            invite(&app, &owner, "Pro Loco", "association").await,
            invite(&app, &owner, "Sindacato Uno", "trade_union").await,
            invite(&app, &owner, "Ditta Due", "firm").await,
        ];
        let page = app.visitor("alfa").get(&format!("/accordo/{}", keys[0])).await.is(200);
        page.says("Ognuno nel suo ruolo.").says(&hash(TEXT)).says("value=\"Presidente\"").says("noindex");
        const PATH: &str = "/percorsi/agenda";
        app.visitor("alfa").get(PATH).await.is(200).says("non ancora valido: firmato da 0 su 5");
        for key in &keys[..3] {
            sign(&app, key, &hash(TEXT)).await.is(303);
        }
        app.visitor("alfa").get(PATH).await.is(200).says(">valido: firmato da 3 su 5");
        send_p7m(&app, &keys[3], ("altro.pdf.p7m", &envelope(b"Un altro testo")))
            .await
            .is(422)
            .says("Il testo firmato non è quello");
        send_p7m(&app, &keys[3], ("accordo.exe", b"MZ")).await.is(422);
        send_p7m(&app, &keys[3], ("accordo.p7m", b"")).await.is(422).says("campo obbligatorio");
        // The text that was signed, altered by one letter.
        let altered = TEXT.replace("ruolo", "ruolO");
        send_p7m(&app, &keys[3], ("accordo.txt.p7m", &envelope(altered.as_bytes())))
            .await
            .is(422)
            .says("Il testo firmato non è quello");
        send_p7m(&app, &keys[3], ("accordo.txt.p7m", &envelope(TEXT.as_bytes()))).await.is(303);
        app.visitor("alfa").post("agreements/decline", &[("token", keys[4].as_str())]).await.is(303);

        let public = app.visitor("alfa").get(PUBLIC).await.is(200);
        let public =
            public.says("Ha firmato").says("File ricevuto, firma non verificata").says("non è parte dell’accordo");
        let public = public.says("L’accordo è valido").says("Pro Loco").says(&hash(TEXT));
        public.hides("Anna Segreta").hides("Ugo Nascosto").hides("parti.example").hides("Presidente");
        assert_eq!(app.visitor("alfa").get(&format!("{PUBLIC}/testo.txt")).await.is(200).body, TEXT);
        app.visitor("alfa").get("/documenti").await.hides("Sindacato Uno");
        owner.get(DESK).await.is(200).says("Anna Segreta").says("Ugo Nascosto").says("Prendi in carico il file");
        let watching = app.person("alfa", "Carla Garante", &[Role::CommitteeMember]).await.get(DESK).await.is(200);
        watching.says("Pro Loco").says("Ha firmato").hides("Anna Segreta").hides("Ugo Nascosto").hides("parti.example");
        assert_eq!(app.count("agreement_signatures").await, 5);
        assert_eq!(app.count("documents").await, 1);
        let uploads = Rows::of(&app, "alfa").await.count("audit_entries", "action = 'document.upload'").await;
        assert_eq!(uploads, 1, "the log holds the hash of the signed file");
        let told = app.visitor("alfa").get("/dev/mail.json").await.body.matches("olga@alfa.example").count();
        assert_eq!(told, 5);
    });
}

#[test]
fn another_text_after_the_first_signature_is_signed_anew() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let owner = written(&app).await;
        let key = invite(&app, &owner, "Unione Alfa", "proponent").await;
        let other = invite(&app, &owner, "Pro Loco", "association").await;
        write(&owner, "1", "Testo corretto prima delle firme.").await;
        sign(&app, &key, &hash(TEXT)).await.is(422).says("non è quello attuale").says("value=\"Anna Segreta\"");
        sign(&app, &key, "pippo").await.is(422).says("non è quello attuale");
        sign(&app, &key, &hash("Testo corretto prima delle firme.")).await.is(303);
        assert_eq!(app.count("agreement_texts").await, 1);

        owner.get(DESK).await.says("nasce la versione 2");
        let stale = [("slug", "agenda"), ("edition", "1"), ("text", "Sovrascrivo"), ("differs", "si")];
        owner.post_from(DESK, "agreements/write", &stale).await.is(409);
        write(&owner, "2", "Testo della seconda versione.").await;
        let page = app.visitor("alfa").get(PUBLIC).await.is(200).says("Versione 2").says("Versione 1, firmata");
        page.says("Invitata a firmare la nuova versione").says("Chi ha firmato questa versione").says("Ha firmato");
        let first = app.visitor("alfa").get(&format!("{PUBLIC}/testo.txt?versione=1")).await.is(200);
        assert_eq!(first.body, "Testo corretto prima delle firme.");

        app.visitor("alfa").get(&format!("/accordo/{key}")).await.is(404);
        let again = link_to(&app, "unione.alfa@parti.example").await;
        assert_ne!(again, key);
        sign(&app, &again, &hash("Testo della seconda versione.")).await.is(303);
        sign(&app, &other, &hash("Testo della seconda versione.")).await.is(303);
        assert_eq!(app.count("agreement_texts").await, 2);
        write(&owner, "3", "Testo della terza versione.").await;
        let page = app.visitor("alfa").get(PUBLIC).await.is(200).hides("Anna Segreta");
        let second = page.body.split_once("Versione 2, firmata").expect("the second version is shown").1;
        let (second, first) = second.split_once("Versione 1, firmata").expect("the first version is shown");
        assert!(second.contains("Unione Alfa") && second.contains("Pro Loco"), "both signed the second");
        assert!(first.contains("Unione Alfa") && !first.contains("Pro Loco"), "one signed the first");
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(
            rows.count("audit_entries", "action = 'agreement.renew_party'").await,
            3,
            "who signed is asked anew"
        );
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_link_works_once_for_fourteen_days() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-01-10T09:00:00Z");
        let owner = written(&app).await;
        let key = invite(&app, &owner, "Pro Loco", "association").await;
        app.at("2022-01-24T09:00:01Z");
        sign(&app, &key, &hash(TEXT)).await.is(422).says("scaduto");
        app.visitor("alfa").get(&format!("/accordo/{key}")).await.is(200).says("scaduto").hides("agreements/sign");
        assert_eq!(app.count("agreement_signatures").await, 0);

        let desk = owner.get(DESK).await.is(200).says("collegamento scaduto").text();
        let party = desk.split("form\" value=\"invio-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sent = [("party", party.as_str()), ("email", "nuova@parti.example")];
        app.visitor("alfa").post("agreements/send-link", &sent).await.is(401);
        app.person("alfa", "Carlo", &[]).await.post("agreements/send-link", &sent).await.is(403);
        app.person("beta", "Berta", &[Role::ProcessOwner]).await.post("agreements/send-link", &sent).await.is(404);
        owner.post("agreements/send-link", &sent).await.is(303);
        let again = link_to(&app, "nuova@parti.example").await;
        sign(&app, &again, &hash(TEXT)).await.is(303);
        sign(&app, &again, &hash(TEXT)).await.is(422).says("funziona una volta sola");
        app.visitor("alfa").post("agreements/decline", &[("token", again.as_str())]).await.is(422);
        let answered = app.visitor("alfa").get(&format!("/accordo/{again}")).await.is(200);
        let answered = answered.says("La vostra risposta: avete firmato").hides("Accordo da firmare");
        answered.hides("è invitata a firmare").hides("funziona una volta sola");
        sign(&app, &"0".repeat(64), &hash(TEXT)).await.is(404);
        let elsewhere = [("token", again.as_str()), ("seen", "x"), ("signer", "a"), ("capacity", "b")];
        app.visitor("beta").post("agreements/sign", &elsewhere).await.is(422);
        app.visitor("beta").get(&format!("/accordo/{again}")).await.is(404);
        assert_eq!(app.count("agreement_signatures").await, 1);
    });
}

#[test]
fn only_the_owner_writes_and_invites() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let owner = written(&app).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let stranger = app.person("beta", "Berta", &[Role::ProcessOwner]).await;
        let text = [("slug", "agenda"), ("edition", "1"), ("text", "Altro testo")];
        let party = [
            ("slug", "agenda"),
            ("organisation", "Ditta"),
            ("kind", "firm"),
            ("email", "d@d.example"),
            ("capacity", "x"),
        ];
        for (who, status) in [(&app.visitor("alfa"), 401), (&citizen, 403), (&stranger, 404)] {
            who.post("agreements/write", &text).await.is(status);
            who.post("agreements/invite", &party).await.is(status);
        }
        let bad = [("slug", "agenda"), ("organisation", ""), ("kind", "club"), ("email", "x"), ("capacity", "")];
        let page = owner.post_from(DESK, "agreements/invite", &bad).await.is(422);
        page.says("href=\"#organisation\"").says("href=\"#email\"").says("href=\"#kind\"");
        let empty = [("slug", "agenda"), ("edition", "1"), ("text", "  ")];
        owner.post_from(DESK, "agreements/write", &empty).await.is(422);
        assert_eq!(app.count("agreement_parties").await, 0);
        app.visitor("alfa").get(PUBLIC).await.is(200).hides("Ci impegniamo");
        app.visitor("alfa").get(&format!("{PUBLIC}/testo.txt")).await.is(404);
        citizen.get(DESK).await.is(404);
    });
}
