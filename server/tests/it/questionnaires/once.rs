//! Sent twice and kept once; another's answers are never met; nothing tells who gave which.

use super::{draft, once, opened, owner, question, send, step};
use crate::{app::on_each_database, rows::Rows};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

const USED: &str = "Da questa pagina sono già state inviate altre risposte";

#[test]
fn who_answers_otherwise_on_the_same_page_does_not_meet_the_first_answers() {
    on_each_database(|app| async move {
        let (_, id) = opened(&app, "anonymous").await;
        let visitor = app.visitor("alfa");
        let page = format!("/questionari/{id}");
        let shown = visitor.get(&page).await.is(200);
        assert_eq!(
            shown.headers["cache-control"], "no-store",
            "the next person at this machine gets a page of their own"
        );
        let key = once(&visitor, &page).await;
        let kept = send(&visitor, &id, &key, &[("q2", "0"), ("q4", "71")]).await.is(303);
        let receipt = kept.headers["location"].to_str().unwrap().split('?').next().unwrap().to_owned();
        assert_eq!(visitor.get(&receipt).await.is(200).headers["cache-control"], "no-store");
        let other = [("q2", "0"), ("q4", "34")];
        let refused = send(&visitor, &id, &key, &other)
            .await
            .is(422)
            .says(USED)
            .says("value=\"34\"")
            .hides(">71<")
            .hides("value=\"71\"");
        let fresh = crate::organs::ground::id_after(&refused.text(), "name=\"once\" value=\"");
        assert_ne!(fresh, key, "the page that is shown again takes these answers");
        send(&visitor, &id, &fresh, &other).await.is(303);
        send(&visitor, &id, &key, &[("q2", "9")]).await.is(422).hides(">71<").hides("value=\"71\"");
        assert_eq!(app.count("questionnaire_answers").await, 2);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_is_ticked_together_is_kept_together() {
    on_each_database(|app| async move {
        let owner = owner(&app).await;
        let id = draft(&owner, "anonymous", "").await;
        let which = [("text", "Quali usi?"), ("kind", "several"), ("options", "Anagrafe\nTributi\nScuola")];
        question(&owner, &id, "4", &which).await.is(303);
        step(&owner, &id, "5", "open").await.is(303);
        let visitor = app.visitor("alfa");
        let page = format!("/questionari/{id}");
        let key = once(&visitor, &page).await;
        let refused = send(&visitor, &id, &key, &[("q4", "no"), ("q5", "0"), ("q5", "2"), ("q5", "9")]).await.is(422);
        refused.says("q2-errore").says("q4-errore").says("q5-errore");
        let key = once(&visitor, &page).await;
        let kept = send(&visitor, &id, &key, &[("q2", "0"), ("q5", "0"), ("q5", "2")]).await.is(303);
        let receipt = kept.headers["location"].to_str().unwrap();
        visitor.get(receipt).await.is(200).says("Anagrafe").says("Scuola").hides("Tributi");
        let paper = [("questionnaire", id.as_str()), ("once", "2f5f7c3e-7d0a-4a35-9b0e-3f6b8a1f2c4d"), ("number", "1")];
        let ticked = [&paper[..], &[("q2", "0"), ("q5", "1"), ("q5", "2")]].concat();
        owner.post_from(&format!("/lavoro/questionari/{id}/carta"), "questionnaires/enter", &ticked).await.is(303);
        assert_eq!(app.count("questionnaire_answers").await, 2);
    });
}

#[test]
fn a_sheet_of_paper_is_written_down_once_and_no_other_under_its_page() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "anonymous").await;
        let paper = format!("/lavoro/questionari/{id}/carta");
        let key = once(&owner, &paper).await;
        let enter = |number: &'static str, choice: &'static str| {
            let (owner, id, key, paper) = (owner.clone(), id.clone(), key.clone(), paper.clone());
            async move {
                let typed = [
                    ("questionnaire", id.as_str()),
                    ("once", key.as_str()),
                    ("number", number),
                    ("q2", choice),
                    ("q3", "Non so"),
                ];
                owner.post_from(&paper, "questionnaires/enter", &typed).await
            }
        };
        enter("7", "0").await.is(303);
        enter("7", "0").await.is(303);
        enter("8", "0").await.is(422).says(USED);
        enter("7", "1").await.is(422).says(USED);
        // An answer of the web is not repeated as paper, nor the other way round.
        send(&app.visitor("alfa"), &id, &key, &[("q2", "0")]).await.is(422).says(USED);
        assert_eq!(app.count("questionnaire_answers").await, 1);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_suspended_space_takes_no_answers() {
    on_each_database(|app| async move {
        let (_, id) = opened(&app, "anonymous").await;
        let visitor = app.visitor("alfa");
        let key = once(&visitor, &format!("/questionari/{id}")).await;
        Rows::of(&app, "alfa").await.run("UPDATE tenants SET state = 'suspended' WHERE slug = 'alfa'").await;
        let refused = send(&visitor, &id, &key, &[("q2", "0")]).await;
        assert_ne!(refused.status, 303);
        assert_eq!(app.count("questionnaire_answers").await, 0);
    });
}

/// What `sql` finds, in the order in which the database itself keeps it.
async fn found(rows: &Rows, sql: &str) -> Vec<String> {
    let asked = Statement::from_string(DbBackend::Sqlite, sql);
    rows.begin().await.query_all_raw(asked).await.unwrap().iter().map(|row| row.try_get("", "v").unwrap()).collect()
}

#[test]
fn neither_the_log_nor_the_order_of_rows_tells_who_gave_an_answer() {
    on_each_database(|app| async move {
        let (owner, id) = opened(&app, "signed_in").await;
        for n in 0..8 {
            let who = app.person("alfa", &format!("Persona {n}"), &[]).await;
            let key = once(&who, &format!("/questionari/{id}")).await;
            send(&who, &id, &key, &[("q2", "0"), ("q4", &(20 + n).to_string())]).await.is(303);
        }
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("audit_entries", "action = 'questionnaire.answer'").await, 8);
        assert_eq!(rows.count("audit_entries", "action = 'questionnaire.answer' AND actor_id IS NOT NULL").await, 0);
        if !rows.is_postgres() {
            let kept = found(
                &rows,
                "SELECT json_extract(content, '$.4.number') || lower(hex(id)) AS v FROM questionnaire_answers",
            )
            .await;
            let ids: Vec<_> = kept.iter().map(|one| &one[2..]).collect();
            assert!(ids.is_sorted() && ids.len() == 8, "kept in the order of what is random: {kept:?}");
            let numbered = "SELECT name AS v FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%' \
                            AND name IN ('questionnaire_answers', 'questionnaire_participations')";
            assert!(found(&rows, numbered).await.is_empty(), "no number tells which row came first");
        }
        // Once it is closed, nothing says any longer who answered.
        step(&owner, &id, "5", "close").await.is(303);
        assert_eq!(app.count("questionnaire_participations").await, 0);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn results_are_counted_once_when_it_closes() {
    on_each_database(|app| async move {
        let owner = owner(&app).await;
        let id = draft(&owner, "anonymous", "2022-02-25").await;
        step(&owner, &id, "4", "open").await.is(303);
        let visitor = app.visitor("alfa");
        let page = format!("/questionari/{id}");
        for _ in 0..6 {
            let key = once(&visitor, &page).await;
            send(&visitor, &id, &key, &[("q2", "1"), ("q3", "Non lo so usare"), ("q4", "37")]).await.is(303);
        }
        let results = format!("{page}/risultati");
        assert_eq!(app.count("questionnaire_results").await, 0);
        let work = format!("/lavoro/questionari/{id}");
        let later = |day: &'static str| {
            let (owner, id, work) = (owner.clone(), id.clone(), work.clone());
            async move {
                let typed = [("questionnaire", id.as_str()), ("closes_on", day)];
                owner.post_from(&work, "questionnaires/extend", &typed).await
            }
        };
        later("2022-02-24").await.is(422).says("closes_on-errore");
        later("2022-02-26").await.is(303);
        app.at("2022-02-25T23:30:00Z");
        visitor.get(&results).await.is(404);
        app.at("2022-02-26T23:30:00Z");
        visitor.get(&results).await.is(200).says("<td>6</td>");
        server::clockwork::pass(&app.app).await.unwrap();
        assert_eq!(app.count("questionnaire_results").await, 1);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("questionnaire_results", "content LIKE '%Non lo so usare%'").await, 0, "counts alone");
        visitor.get(&results).await.is(200).says("<td>6</td>").hides("Non lo so usare");
        owner.get(&results).await.is(200).says("Non lo so usare");
        assert!(visitor.asks(&results).await <= 5, "the answers are not counted again");
        crate::audit::holds(&app, "alfa").await;
    });
}
