//! Results: closed, of enough people, without small counts, the same on the page and in files.

use super::{once, opened, send, step};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn counts_under_five_are_hidden_wherever_results_are_shown() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "anonymous").await;
        let visitor = app.visitor("alfa");
        let page = format!("/questionari/{id}");
        let results = format!("{page}/risultati");
        for n in 0..11 {
            let key = once(&visitor, &page).await;
            let answers: &[(&str, &str)] = if n < 8 {
                &[("q2", "0"), ("q4", "37")]
            } else {
                &[("q2", "1"), ("q3", "=Troppo difficile"), ("q4", "91")]
            };
            send(&visitor, &id, &key, answers).await.is(303);
        }
        // While it is open nobody follows how the counts grow.
        owner.get(&results).await.is(404);
        owner.get(&format!("/lavoro/questionari/{id}")).await.is(200).says("Risposte raccolte");
        step(&owner, &id, "5", "close").await.is(303);
        let shown = visitor.get(&results).await.is(200).says("nascosto").hides("Troppo difficile").text();
        let first = shown.split("Usi i servizi?").nth(1).unwrap().split("Perché no?").next().unwrap().to_owned();
        assert!(
            !first.contains("<td>8</td>") && !first.contains("<td>3</td>"),
            "three would be told by eight of eleven"
        );
        assert!(shown.contains("11"));
        let csv = visitor.get(&format!("{results}.csv")).await.is(200);
        assert!(csv.body.contains("\"1. Usi i servizi?\";\"\";\"Sì\";\"nascosto\"\r\n"), "{}", csv.body);
        let book = visitor.get(&format!("{results}.xlsx")).await.is(200);
        assert_eq!(&book.bytes[..2], b"PK");
        // The single answers are for who runs it, and the log tells that they were taken along.
        let single = format!("/lavoro/questionari/{id}/risposte.csv");
        visitor.get(&single).await.is(404);
        app.person("alfa", "Dino", &[Role::DigitalFacilitator]).await.get(&single).await.is(404);
        let file = owner.get(&single).await.is(200);
        assert_eq!(file.body.matches("\r\n").count(), 12, "{}", file.body);
        assert!(file.body.contains("\"'=Troppo difficile\""), "no formula for a spreadsheet");
        let log: Vec<String> =
            crate::rows::Rows::of(&app, "alfa").await.audited().await.into_iter().map(|(action, ..)| action).collect();
        assert_eq!(log.iter().filter(|action| *action == "questionnaire.export").count(), 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn of_four_nothing_is_told() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "anonymous").await;
        let visitor = app.visitor("alfa");
        for _ in 0..4 {
            super::answer(&visitor, &id, "50").await.is(303);
        }
        step(&owner, &id, "5", "close").await.is(303);
        let results = format!("/questionari/{id}/risultati");
        visitor.get(&results).await.is(200).says("meno di cinque persone").hides("<td>");
        visitor.get(&format!("{results}.csv")).await.is(404);
        owner.get(&format!("/lavoro/questionari/{id}/risposte.csv")).await.is(404);
    });
}
