//! A document on which somebody acted stays as it was read.

use super::{PDF, path_in};
use crate::{
    app::{Answer, Visitor, on_each_database},
    organs::ground::{held, planned},
};
use domain::{role::Role, stage::Stage};

async fn filed(owner: &Visitor<'_>, title: &str) -> String {
    let fields = [
        ("slug", "welfare"),
        ("title", title),
        ("kind", "project_sheet"),
        ("visibility", "public"),
        ("dated", "2022-02-20"),
    ];
    let desk = "/lavoro/percorsi/welfare/documenti";
    let to = owner.send_file(desk, "documents/upload", &fields, ("atto.pdf", PDF)).await.is(303).location.unwrap();
    to.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap().to_owned()
}

async fn replace(owner: &Visitor<'_>, id: &str, version: &str) -> Answer {
    let fields = [("id", id), ("version", version)];
    owner.send_file(&format!("/lavoro/documenti/{id}"), "documents/replace", &fields, ("altro.pdf", b"%PDF-2")).await
}

async fn edit(owner: &Visitor<'_>, id: &str, version: &str, readers: &str) -> Answer {
    let fields = [("id", id), ("version", version), ("title", "Altro titolo"), ("visibility", readers)];
    owner.post_from(&format!("/lavoro/documenti/{id}"), "documents/edit", &fields).await
}

#[test]
fn the_file_under_an_act_stays() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = path_in(&app, "alfa", "welfare", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let id = filed(&owner, "Delibera").await;
        let page = format!("/lavoro/documenti/{id}");
        replace(&owner, &id, "1").await.is(303);
        owner.get(&page).await.is(200).hides("Dove è citato").says("documents/delete");
        let act = [
            ("process", "welfare"),
            ("kind", "suspension_act"),
            ("body", "Giunta dell'Unione"),
            ("number", "112"),
            ("date", "2022-02-21"),
            ("subject", "Agenda digitale"),
            ("link", ""),
            ("document", id.as_str()),
        ];
        owner.post("process/act", &act).await.is(303);

        const STAYS: &str = "ha già deciso o scritto in base a questo documento";
        let shown = owner.get(&page).await.is(200).says(STAYS).says("un atto del percorso");
        shown.hides("documents/replace").hides("documents/delete").hides("value=\"private\"").hides("value=\"reopen\"");
        replace(&owner, &id, "2").await.is(422).says(STAYS);
        edit(&owner, &id, "2", "private").await.is(422).says(STAYS);
        let reopen = [("id", id.as_str()), ("version", "2"), ("step", "reopen")];
        owner.post_from(&page, "documents/step", &reopen).await.is(422).says(STAYS);
        owner.post_from(&page, "documents/delete", &[("id", &id), ("version", "2")]).await.is(422);
        assert_eq!(app.visitor("alfa").get(&format!("/documenti/{id}/file")).await.is(200).body, "%PDF-2");
        // A title may still be mended, and the signatures that are awaited.
        edit(&owner, &id, "2", "public").await.is(303);
        owner.get(&page).await.is(200).says("Altro titolo");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn papers_change_until_their_meeting_was_held() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = path_in(&app, "alfa", "welfare", Stage::Opening).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let id = filed(&owner, "Bozza di regolamento").await;
        let page = format!("/lavoro/documenti/{id}");
        let meeting = planned(&owner, "public").await;
        owner.post("meetings/paper", &[("meeting", &meeting), ("document", &id)]).await.is(303);
        let shown = owner.get(&page).await.is(200).says("di un incontro non ancora svolto").says("documents/replace");
        shown.hides("documents/delete").says("value=\"private\"");
        replace(&owner, &id, "1").await.is(303);
        edit(&owner, &id, "2", "private").await.is(303);
        edit(&owner, &id, "3", "public").await.is(303);
        held(&owner, &meeting).await;
        owner.get(&page).await.is(200).says("le carte di un incontro già svolto").hides("documents/replace");
        replace(&owner, &id, "4").await.is(422);
        edit(&owner, &id, "4", "private").await.is(422);
    });
}
