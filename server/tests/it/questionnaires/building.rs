//! Drafts: what is asked, in which order; what was opened stays, and is corrected by a new version.

use super::{draft, opened, owner, question, step};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn a_draft_is_built_part_by_part() {
    on_each_database(|app| async move {
        let owner = owner(&app).await;
        owner.get("/lavoro/percorsi/welfare/questionari").await.is(200).says("Nessun questionario");
        let bad =
            [("slug", "welfare"), ("title", ""), ("audience", "tutti"), ("closes_on", "2022-02-01"), ("lead", "Ciao")];
        let refused =
            owner.post_from("/lavoro/percorsi/welfare/questionari", "questionnaires/create", &bad).await.is(422);
        refused.says("title-errore").says("audience-errore").says("closes_on-errore").says("Ciao");
        let id = draft(&owner, "anonymous", "").await;
        let work = format!("/lavoro/questionari/{id}");
        app.visitor("alfa").get(&format!("/questionari/{id}")).await.is(404);
        app.visitor("alfa")
            .get("/questionari")
            .await
            .is(200)
            .hides("Servizi digitali")
            .says("Nessun questionario aperto");
        let refused = question(&owner, &id, "4", &[("text", "Quale?"), ("kind", "several"), ("options", "Una")]).await;
        refused.is(422).says("options-errore").says("servono da 2 a 20 righe");
        question(&owner, &id, "3", &[("text", "Vecchia?"), ("kind", "text")]).await.is(409);
        let arrange = |version: &'static str, part: &'static str, how: &'static str| {
            let (owner, id, work) = (owner.clone(), id.clone(), work.clone());
            async move {
                let typed = [("questionnaire", id.as_str()), ("version", version), ("part", part), ("how", how)];
                owner.post_from(&work, "questionnaires/arrange", &typed).await
            }
        };
        arrange("4", "question:2", "remove").await.is(422).says("dipende da una risposta");
        arrange("4", "section:1", "remove").await.is(422).says("La sezione contiene ancora domande");
        arrange("4", "question:4", "up").await.is(303);
        let page = owner.get(&work).await.is(200).text();
        assert!(page.find("Quanti anni hai?") < page.find("Perché no?"));
        owner.get(&format!("{work}/anteprima")).await.is(200).says("Perché no?").says("disabled");
        owner.get(&format!("{work}/domanda?chiave=2")).await.is(200).says("Usi i servizi?");
        owner.get(&format!("{work}/domanda?chiave=99")).await.is(404);
        let section = [("questionnaire", id.as_str()), ("version", "5"), ("title", "Seconda parte")];
        owner.post("questionnaires/section", &section).await.is(303);
        owner.get(&work).await.is(200).says("Seconda parte");
        let gone = [("questionnaire", id.as_str()), ("version", "6")];
        owner.post("questionnaires/remove", &gone).await.is(303);
        assert_eq!(app.count("questionnaires").await, 0);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_was_opened_never_changes_and_is_corrected_by_a_new_version() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "anonymous").await;
        let work = format!("/lavoro/questionari/{id}");
        let typed = [("questionnaire", id.as_str()), ("version", "5"), ("title", "Altro"), ("audience", "signed_in")];
        owner.post_from(&work, "questionnaires/edit", &typed).await.is(422);
        question(&owner, &id, "5", &[("text", "Ancora?"), ("kind", "text")]).await.is(422);
        let own = [("questionnaire", id.as_str())];
        owner.post_from(&work, "questionnaires/correct", &own).await.is(422);
        step(&owner, &id, "5", "open").await.is(422);
        step(&owner, &id, "4", "close").await.is(409);
        step(&owner, &id, "5", "close").await.is(303);
        step(&owner, &id, "6", "close").await.is(422);
        for _ in 0..2 {
            owner.post_from(&work, "questionnaires/correct", &own).await.is(303);
        }
        assert_eq!(app.count("questionnaires").await, 2, "a version is corrected once");
        owner.get("/lavoro/percorsi/welfare/questionari").await.is(200).says("versione 2").says("Bozza").says("Chiuso");
        let facilitator = app.person("alfa", "Dino", &[Role::DigitalFacilitator]).await;
        facilitator.get("/lavoro/percorsi/welfare/questionari").await.is(200).hides("versione 2");
        facilitator.get(&format!("{work}/anteprima")).await.is(404);
        facilitator.post("questionnaires/correct", &own).await.is(403);
        crate::audit::holds(&app, "alfa").await;
    });
}
