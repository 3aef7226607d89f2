//! The list of who attended stays once its numbers stand in approved minutes, or the path is over.

use super::ground::{held, planned, process};
use crate::{
    app::{Answer, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

async fn add(owner: &Visitor<'_>, meeting: &str, category: &str) -> Answer {
    let line = [
        ("meeting", meeting),
        ("organisation", "Auser"),
        ("category", category),
        ("name", "Rita Riservata"),
        ("gender", "woman"),
    ];
    owner.post_from(&format!("/lavoro/incontri/{meeting}/presenze"), "meetings/attendee", &line).await
}

async fn remove(owner: &Visitor<'_>, meeting: &str, line: &str) -> Answer {
    let fields = [("meeting", meeting), ("attendee", line)];
    owner.post_from(&format!("/lavoro/incontri/{meeting}/presenze"), "meetings/attendee-remove", &fields).await
}

#[test]
fn who_attended_changes_until_the_minutes_are_approved() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        held(&owner, &meeting).await;
        let list = format!("/lavoro/incontri/{meeting}/presenze");
        let first = async || {
            let page = owner.get(&list).await.is(200).text();
            page.split("name=\"attendee\" value=\"").nth(1).unwrap().chars().take(36).collect::<String>()
        };
        add(&owner, &meeting, "giovani").await.is(303);
        remove(&owner, &meeting, &first().await).await.is(303);
        add(&owner, &meeting, "anziani").await.is(303);
        let line = first().await;
        super::ground::minutes(&owner, &meeting, &["approve"]).await;

        let page = owner.get(&list).await.is(200).says("Il verbale è approvato").says("Rita Riservata");
        page.hides("meetings/attendee-remove").hides("Aggiungi una presenza");
        remove(&owner, &meeting, &line).await.is(422).says("Un verbale approvato non si modifica");
        add(&owner, &meeting, "giovani").await.is(422);
        let publish = [("meeting", meeting.as_str()), ("version", "2"), ("step", "publish")];
        owner.post("minutes/move", &publish).await.is(303);
        remove(&owner, &meeting, &line).await.is(422);
        let public = app.visitor("alfa").get(&format!("/incontri/{meeting}")).await.is(200);
        public.says("anziani").hides("giovani");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn who_attended_stays_when_the_path_is_over() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let meeting = planned(&owner, "public").await;
        held(&owner, &meeting).await;
        add(&owner, &meeting, "anziani").await.is(303);
        let list = format!("/lavoro/incontri/{meeting}/presenze");
        let page = owner.get(&list).await.is(200).text();
        let line: String = page.split("name=\"attendee\" value=\"").nth(1).unwrap().chars().take(36).collect();
        Rows::of(&app, "alfa").await.change("UPDATE processes SET stage = 'archived' WHERE slug = 'welfare'").await;
        let page = owner.get(&list).await.is(200).says("Il percorso è chiuso: questo elenco non cambia più");
        page.hides("meetings/attendee-remove").hides("Aggiungi una presenza");
        remove(&owner, &meeting, &line).await.is(422);
        add(&owner, &meeting, "giovani").await.is(422);
    });
}
