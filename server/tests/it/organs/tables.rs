//! A facilitator works at their own table, and not at another's.

use super::ground::{id_after, mails_to, planned};
use crate::{
    app::{Answer, Visitor, on_each_database},
    contributions::ground,
};
use domain::role::Role;

async fn table(owner: &Visitor<'_>, name: &str, facilitator: &Visitor<'_>) -> String {
    let named = facilitator.id.unwrap().to_string();
    let typed = [
        ("process", "welfare"),
        ("name", name),
        ("focus", "Che cosa manca"),
        ("audience", "Tutti"),
        ("facilitator", named.as_str()),
    ];
    owner.post("tables/add", &typed).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/tavoli").await.is(200).text();
    let last = desk.rsplit("/lavoro/percorsi/welfare/tavoli/").next().unwrap();
    last.chars().take(36).collect()
}

async fn synthesis(by: &Visitor<'_>, table: &str, source: &str) -> Answer {
    let source = format!("contribution:{source}");
    let typed =
        [("table", table), ("kind", "need"), ("title", "Sportelli"), ("text", "Servono."), ("sources[]", &source)];
    by.post("tables/synthesise", &typed).await
}

#[test]
fn a_facilitator_cannot_act_at_anothers_table() {
    on_each_database(|app| async move {
        let ground = ground::ground(&app, "alfa").await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let anna = app.person_in("alfa", "Anna", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let bruno = app.person_in("alfa", "Bruno", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let mine = table(&owner, "Imprese", &anna).await;
        let source = ground.propose(&citizen, "Più connessione", "Nelle frazioni manca.").await;
        let at_mine = [("title", "Sportello"), ("body", "Per le imprese."), ("table", mine.as_str()), ("place", "")];
        let sent = citizen.post_from("/proposte/nuova", "contributions/propose", &at_mine).await.is(303);
        let own = id_after(&sent.location.unwrap(), "/proposte/");

        synthesis(&bruno, &mine, &own).await.is(403);
        synthesis(&anna, &mine, &own).await.is(303);
        // A table that names nobody is open to every facilitator of the path.
        synthesis(&bruno, &ground.table.to_string(), &source).await.is(303);
        assert_eq!(app.count("syntheses").await, 2);

        let edit = [
            ("table", mine.as_str()),
            ("version", "1"),
            ("name", "Di Bruno"),
            ("focus", "Altro"),
            ("audience", "Altri"),
            ("facilitator", ""),
        ];
        bruno.post("tables/edit", &edit).await.is(403);
        bruno.post("tables/reorder", &[("table", &mine), ("to", "up")]).await.is(403);

        // Its sessions, their minutes and its letters.
        let session = planned(&anna, &format!("table:{mine}")).await;
        let typed = [
            ("slug", "welfare"),
            ("of", &format!("table:{mine}")),
            ("title", "Di Bruno"),
            ("date", "2022-10-01"),
            ("time", "17:30"),
            ("mode", "in_person"),
            ("place", "Altrove"),
            ("agenda", "Altro"),
        ];
        bruno.post("meetings/plan", &typed).await.is(403);
        bruno.get(&format!("/lavoro/incontri/{session}")).await.is(403);
        bruno.post("meetings/cancel", &[("meeting", &session), ("version", "1"), ("reason", "No")]).await.is(403);
        bruno.post("minutes/write", &[("meeting", &session), ("version", "0"), ("text", "Di Bruno")]).await.is(403);
        owner.get(&format!("/lavoro/incontri/{session}")).await.is(200);
        assert_eq!(app.count("meetings").await, 1);
        assert_eq!(app.count("minutes").await, 0);

        // Who proposed at the table hears of its session, as does its facilitator, once each.
        app.at("2022-02-20T09:00:00Z");
        anna.post("meetings/convene", &[("meeting", &session), ("version", "1")]).await.is(303);
        for email in ["carlo@alfa.example", "anna@alfa.example"] {
            let told = mails_to(&app, email).await;
            let calls = told.iter().filter(|(subject, _)| subject.starts_with("Convocazione")).count();
            assert_eq!(calls, 1, "{email}: {told:?}");
        }
        assert!(mails_to(&app, "bruno@alfa.example").await.is_empty());
    });
}
