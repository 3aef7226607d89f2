//! Questionnaires: building, answering once, results without small counts, paper, invitations, versions.

mod building;
mod once;
mod results;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    organs::ground::{id_after, mails_to, process},
    rows::Rows,
};
use domain::role::Role;
use futures_util::future::join_all;
use server::clockwork;

/// Who runs the path.
async fn owner(app: &TestApp) -> Visitor<'_> {
    app.at("2022-02-20T09:00:00Z");
    let path = process(app).await;
    app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await
}

/// A draft for this audience, with three questions of which the second is asked of those who answer "no" to the first.
async fn draft(owner: &Visitor<'_>, audience: &str, closes_on: &str) -> String {
    let head = [
        ("slug", "welfare"),
        ("title", "Servizi digitali"),
        ("audience", audience),
        ("closes_on", closes_on),
        ("publishes", "si"),
    ];
    owner.post("questionnaires/create", &head).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/questionari").await.is(200).text();
    let id = id_after(&desk, "href=\"/lavoro/questionari/");
    let single = [("text", "Usi i servizi?"), ("kind", "single"), ("required", "si"), ("options", "Sì\nNo")];
    question(owner, &id, "1", &single).await.is(303);
    let why = [("text", "Perché no?"), ("kind", "text"), ("required", "si"), ("shown_if", "2:1")];
    question(owner, &id, "2", &why).await.is(303);
    question(owner, &id, "3", &[("text", "Quanti anni hai?"), ("kind", "number"), ("min", "14"), ("max", "99")])
        .await
        .is(303);
    id
}

async fn question(owner: &Visitor<'_>, id: &str, version: &str, typed: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("questionnaire", id), ("version", version), ("section", "1")];
    fields.extend(typed);
    owner.post_from(&format!("/lavoro/questionari/{id}/domanda?sezione=1"), "questionnaires/question", &fields).await
}

async fn step(owner: &Visitor<'_>, id: &str, version: &str, step: &str) -> Answer {
    let typed = [("questionnaire", id), ("version", version), ("step", step)];
    owner.post_from(&format!("/lavoro/questionari/{id}"), "questionnaires/step", &typed).await
}

/// An open questionnaire for this audience.
async fn opened<'a>(app: &'a TestApp, audience: &str) -> (Visitor<'a>, String) {
    let owner = owner(app).await;
    let id = draft(&owner, audience, "").await;
    step(&owner, &id, "4", "open").await.is(303);
    (owner, id)
}

/// The key under which the page at `path` would keep the answers.
async fn once(who: &Visitor<'_>, path: &str) -> String {
    id_after(&who.get(path).await.is(200).text(), "name=\"once\" value=\"")
}

async fn send(who: &Visitor<'_>, id: &str, once: &str, typed: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("questionnaire", id), ("once", once)];
    fields.extend(typed);
    who.post_from(&format!("/questionari/{id}"), "questionnaires/answer", &fields).await
}

/// Answers as `who`, with "yes" and this age.
async fn answer(who: &Visitor<'_>, id: &str, age: &str) -> Answer {
    let once = once(who, &format!("/questionari/{id}")).await;
    send(who, id, &once, &[("q2", "0"), ("q4", age)]).await
}

#[test]
fn a_visitor_answers_without_being_known() {
    on_each_database(|app| async move {
        let (_, id) = opened(&app, "anonymous").await;
        let visitor = app.visitor("alfa");
        let page = format!("/questionari/{id}");
        visitor.get("/questionari").await.is(200).says("Servizi digitali").says(&page);
        visitor
            .get(&page)
            .await
            .is(200)
            .says("Solo se alla domanda 1 la risposta è «No»")
            .says("Le risposte sono anonime");
        let key = once(&visitor, &page).await;
        // Bad input stays, with its fault beside the field; nothing is kept.
        let refused = send(&visitor, &id, &key, &[("q2", "1"), ("q4", "centododici")]).await.is(422);
        refused.says("q3-errore").says("q4-errore").says("value=\"centododici\"");
        send(&visitor, &id, &key, &[]).await.is(422).says("q2-errore");
        assert_eq!(app.count("questionnaire_answers").await, 0);
        // What is not asked counts for nothing.
        let sent = [("q2", "0"), ("q3", "</textarea><script>"), ("q4", "71")];
        let kept = send(&visitor, &id, &key, &sent).await.is(303);
        let receipt = kept.headers["location"].to_str().unwrap().split('?').next().unwrap().to_owned();
        visitor.get(&receipt).await.is(200).says("Grazie").says("71").hides("textarea");
        // Pressed twice, kept once, under the same receipt.
        let again = send(&visitor, &id, &key, &sent).await.is(303);
        assert!(again.headers["location"].to_str().unwrap().starts_with(&receipt));
        assert_eq!(app.count("questionnaire_answers").await, 1);
        assert_eq!(app.count("questionnaire_participations").await, 0);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("questionnaire_answers", "content LIKE '%script%'").await, 0);
        // Who happens to be signed in is not named by the log either.
        let anna = app.person("alfa", "Anna", &[]).await;
        answer(&anna, &id, "30").await.is(303);
        assert_eq!(rows.count("audit_entries", "action = 'questionnaire.answer' AND actor_id IS NOT NULL").await, 0);
        assert_eq!(rows.count("audit_entries", "action = 'questionnaire.answer'").await, 2);
        app.visitor("beta").get(&page).await.is(404);
        app.visitor("beta").get(&receipt).await.is(404);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn fifty_at_once_leave_one_answer_of_one_person() {
    on_each_database(|app| async move {
        let (_, id) = opened(&app, "signed_in").await;
        let visitor = app.visitor("alfa");
        visitor.get(&format!("/questionari/{id}")).await.is(200).says("Per rispondere serve l’accesso");
        send(&visitor, &id, "1f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d", &[("q2", "0")]).await.is(401);
        let anna = app.person("alfa", "Anna", &[]).await;
        let mut keys = Vec::new();
        for _ in 0..50 {
            keys.push(once(&anna, &format!("/questionari/{id}")).await);
        }
        let sent = join_all(keys.iter().map(|key| send(&anna, &id, key, &[("q2", "0")]))).await;
        let kept = sent.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(kept, 1, "one of fifty");
        assert!(sent.iter().all(|answer| [303, 422].contains(&answer.status.as_u16())));
        assert_eq!(app.count("questionnaire_answers").await, 1);
        assert_eq!(app.count("questionnaire_participations").await, 1);
        anna.get(&format!("/questionari/{id}")).await.is(200).says("Hai già risposto");
        anna.get("/spazio/dati.json").await.is(200).says("questionnaire_participations");
        // Nothing but the questionnaire joins the two.
        let rows = Rows::of(&app, "alfa").await.all().await;
        let who = anna.id.unwrap().to_string();
        assert!(!rows["questionnaire_answers"].contains(&who));
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        assert_eq!(app.count("questionnaire_participations").await, 0);
        assert_eq!(app.count("questionnaire_answers").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn who_is_invited_answers_once_over_the_link() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "invited").await;
        let work = format!("/lavoro/questionari/{id}");
        let invite = |addresses: &'static str| {
            let (owner, id, work) = (owner.clone(), id.clone(), work.clone());
            async move {
                let typed = [("questionnaire", id.as_str()), ("addresses", addresses)];
                owner.post_from(&work, "questionnaires/invite", &typed).await
            }
        };
        invite("anna@posta.example\nnon un indirizzo").await.is(422).says("addresses-errore").says("non un indirizzo");
        invite(" Anna@posta.example\n\nbruno@posta.example\nanna@posta.example").await.is(303);
        invite("anna@posta.example").await.is(422);
        assert_eq!(mails_to(&app, "anna@posta.example").await.len(), 1);
        let mail = mails_to(&app, "anna@posta.example").await[0].1.clone();
        let link = mail.split_whitespace().find(|word| word.contains("/questionari/invito/")).unwrap();
        let key = link.rsplit('/').next().unwrap().to_owned();
        let page = format!("/questionari/invito/{key}");
        let visitor = app.visitor("alfa");
        visitor
            .get(&format!("/questionari/{id}"))
            .await
            .is(200)
            .says("chi ha ricevuto un invito")
            .hides("name=\"once\"");
        let once = once(&visitor, &page).await;
        send(&visitor, &id, &once, &[("q2", "0")]).await.is(404);
        let typed = [("invitation", key.as_str()), ("q2", "0")];
        let sent = join_all((0..20).map(|_| send(&visitor, &id, &once, &typed))).await;
        assert!(sent.iter().all(|answer| answer.status == 303), "the same, sent often, is kept once");
        assert_eq!(app.count("questionnaire_answers").await, 1);
        visitor.get(&page).await.is(200).says("Hai già risposto");
        send(&visitor, &id, "1f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d", &typed).await.is(422);
        owner.get(&work).await.is(200).says("Ha risposto").says("Non ha ancora risposto");
        // Bruno's sheet comes on paper: it is his one answer.
        let paper = format!("{work}/carta");
        let desk = owner.get(&paper).await.is(200).hides("anna@posta.example").text();
        let whose =
            desk.split("bruno@posta.example").next().unwrap().rsplit("value=\"").next().unwrap()[..36].to_owned();
        let typed = [
            ("questionnaire", id.as_str()),
            ("once", "2f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d"),
            ("number", "12"),
            ("q2", "0"),
        ];
        owner.post_from(&paper, "questionnaires/enter", &typed).await.is(422).says("invitation-errore");
        let whole = [&typed[..], &[("invitation", whose.as_str())]].concat();
        owner.post_from(&paper, "questionnaires/enter", &whole).await.is(303);
        owner.post_from(&paper, "questionnaires/enter", &whole).await.is(303);
        assert_eq!(app.count("questionnaire_answers").await, 2);
        // Once closed, nobody knows any longer who was invited.
        step(&owner, &id, "5", "close").await.is(303);
        assert_eq!(app.count("questionnaire_invitations").await, 0);
        visitor.get(&page).await.is(404);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn the_last_day_closes_by_itself() {
    on_each_database(|app| async move {
        let owner = owner(&app).await;
        let id = draft(&owner, "signed_in", "2022-02-25").await;
        step(&owner, &id, "4", "open").await.is(303);
        let anna = app.person("alfa", "Anna", &[]).await;
        answer(&anna, &id, "40").await.is(303);
        let bruno = app.person("alfa", "Bruno", &[]).await;
        let key = once(&bruno, &format!("/questionari/{id}")).await;
        app.at("2022-02-25T23:30:00Z");
        send(&bruno, &id, &key, &[("q2", "0")]).await.is(422).says("Il questionario non è aperto");
        bruno.get(&format!("/questionari/{id}")).await.is(200).says("Il questionario è chiuso").hides("name=\"once\"");
        assert_eq!(app.count("questionnaire_participations").await, 1);
        clockwork::pass(&app.app).await.unwrap();
        assert_eq!(app.count("questionnaire_participations").await, 0);
        assert_eq!(app.count("questionnaire_answers").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}
